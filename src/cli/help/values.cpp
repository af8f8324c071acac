#include "cli/help/values.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <string_view>

#include "leadbook/domain/record/fields/all.hpp"
#include "leadbook/domain/record/kind_facts.hpp"
#include "leadbook/domain/standing/dimension.hpp"
#include "leadbook/domain/standing/light.hpp"
#include "leadbook/domain/standing/ranking.hpp"
#include "leadbook/present/style.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

using From = Values::From;

template <class T>
struct NamedKind {
  static constexpr std::optional<Kind> kind = {};
};
template <class R>
struct NamedKind<Id<R>> {
  static constexpr std::optional<Kind> kind = kind_of<R>;
};
template <class R>
struct NamedKind<std::optional<Id<R>>> : NamedKind<Id<R>> {};
template <class R>
struct NamedKind<std::vector<Id<R>>> : NamedKind<Id<R>> {};

/// The kind of record a field of this name refers to; nothing where it refers to none.
std::optional<Kind> kind_named_by(Kind kind, const std::string& name) {
  return with_record(kind, [&]<class R>() -> std::optional<Kind> {
    std::optional<Kind> named;
    for_each_field<R>([&](const auto& field) {
      if (name == field.name) named = NamedKind<typename std::decay_t<decltype(field)>::Type>::kind;
    });
    return named;
  });
}

Values records_of(Kind kind, bool several = false) {
  return {.from = From::records, .kind = kind, .several = several};
}

template <class E>
Values any_of(bool several = false) {
  Values values{.from = From::words, .several = several};
  for (const auto& word : words<E>()) {
    values.words.push_back({0, word.identifier, word.english, word.chinese, word.synonyms});
  }
  return values;
}

Values any_of(std::initializer_list<std::pair<std::string_view, std::string_view>> both,
              bool several = false) {
  Values values{.from = From::words, .several = several};
  for (const auto& [english, chinese] : both) {
    values.words.push_back({0, english, english, chinese, ""});
  }
  return values;
}

/// What a sheet may have rows of.
Values kinds_of_rows() {
  auto kinds = any_of<Kind>();
  std::erase_if(kinds.words, [](const PlainWord& word) {
    return word.identifier == "book" || word.identifier == "import";
  });
  return kinds;
}

Values of_field(Kind kind, const FieldFacts& field) {
  Values values{.type = field.type};
  if (const auto named = kind_named_by(kind, field.name)) {
    values.from = From::records;
    values.kind = *named;
  }
  for (std::size_t at = 0; at < field.choices.size(); ++at) {
    values.from = From::words;
    values.words.push_back(
        {0, field.choices[at], field.english_choices[at], field.chinese_choices[at], ""});
  }
  return values;
}

/// "--contract-no" and "CONTRACT_NO" of contract_no.
bool stands_for(const Option& option, const FieldFacts& field) {
  if (option.is_argument()) {
    return std::equal(option.names.front().begin(),
                      option.names.front().end(),
                      field.name.begin(),
                      field.name.end(),
                      [](char upper, char lower) {
                        return upper == std::toupper(static_cast<unsigned char>(lower));
                      });
  }
  for (const auto part : text::split(field.flag, ',')) {
    const auto flag = part.starts_with("--") ? part.substr(2) : part;
    for (const auto& name : option.names) {
      if (name == "--" + std::string(flag)) return true;
    }
  }
  return false;
}

/// Whether its options are fields of a kind of record.
bool writes_fields(const Command& command) {
  const std::string_view verb = command.verb;
  const std::string_view noun = command.noun;
  return verb == "add" || verb == "edit" || verb == "list" || noun == "new" || noun == "log" ||
         noun == "sign";
}

const std::map<std::string_view, std::function<Values()>>& known_options() {
  static const std::map<std::string_view, std::function<Values()>> table = {
      {"--lang",
       [] {
         return any_of({{"en", "en"}, {"zh", "zh"}});
       }},
      {"--unit",
       [] {
         return any_of({{"yuan", "元"}, {"万", "万"}, {"亿", "亿"}, {"auto", "auto"}});
       }},
      {"--color",
       [] {
         return any_of({{"auto", "auto"}, {"always", "always"}, {"never", "never"}});
       }},
      {"--format", [] { return any_of<present::Format>(); }},
      {"--county", [] { return records_of(Kind::county, true); }},
      {"COUNTY", [] { return records_of(Kind::county); }},
      {"--project", [] { return records_of(Kind::project); }},
      {"--company", [] { return records_of(Kind::company); }},
      {"--station", [] { return records_of(Kind::station); }},
      {"--delegation", [] { return records_of(Kind::delegation); }},
      {"--stage", [] { return any_of<Stage>(); }},
      {"STAGE", [] { return any_of<Stage>(); }},
      {"--outcome", [] { return any_of<Outcome>(); }},
      {"--by", [] { return any_of<Dimension>(true); }},
      {"--pivot", [] { return any_of<Dimension>(); }},
      {"--measure", [] { return any_of<Measure>(true); }},
      {"--indicator", [] { return any_of<Measure>(); }},
      {"INDICATOR", [] { return any_of<Measure>(); }},
      {"--light", [] { return any_of<Light>(); }},
      {"--ties", [] { return any_of<Ties>(); }},
      {"--zones", [] { return any_of<Zones>(); }},
      {"--on-error",
       [] {
         return any_of({{"stop", "stop"}, {"skip", "skip"}});
       }},
      {"--date-order",
       [] {
         return any_of({{"ymd", "ymd"}, {"dmy", "dmy"}, {"mdy", "mdy"}});
       }},
      {"--decimal",
       [] {
         return any_of({{"point", "point"}, {"comma", "comma"}});
       }},
      {"--show",
       [] {
         return any_of({{"month", "month"},
                        {"quarter", "quarter"},
                        {"ytd", "ytd"},
                        {"last_year", "last_year"},
                        {"yoy", "yoy"},
                        {"mom", "mom"},
                        {"target", "target"},
                        {"completion", "completion"},
                        {"planned", "planned"},
                        {"pace", "pace"},
                        {"place", "place"}},
                       true);
       }},
      {"--period",
       [] {
         return any_of({{"ytd", "今年"}, {"last-month", "上月"}, {"this-month", "本月"}});
       }},
      {"KIND", kinds_of_rows},
      {"--output", [] { return Values{.from = From::file}; }},
      {"--rejects", [] { return Values{.from = From::file}; }},
      {"--score", [] { return Values{.from = From::file}; }},
      {"--ics", [] { return Values{.from = From::file}; }},
      {"--db", [] { return Values{.from = From::file}; }},
      {"--repair", [] { return Values{.from = From::file}; }},
      {"FILE", [] { return Values{.from = From::file}; }},
      {"DIR", [] { return Values{.from = From::folder}; }},
      {"ENTRY", [] { return Values{.from = From::entries}; }},
      {"TOPIC", [] { return Values{.from = From::command}; }},
      {"VERB", [] { return Values{.from = From::command}; }},
      {"--on", [] { return Values{.type = FieldType::date}; }},
      {"--due", [] { return Values{.type = FieldType::date}; }},
      {"--at", [] { return Values{.type = FieldType::date}; }},
      {"--as-of", [] { return Values{.type = FieldType::date}; }},
      {"--amount", [] { return Values{.type = FieldType::amount}; }},
      {"--limit", [] { return Values{.type = FieldType::count}; }},
      {"--digits", [] { return Values{.type = FieldType::count}; }},
      {"--year", [] { return Values{.type = FieldType::count}; }},
  };
  return table;
}

/// What the argument of a command alone in its kind is: a record, or a place a book is at.
std::optional<Values> of_argument(const Command& command, const std::string& name) {
  const std::string_view noun = command.noun;
  const std::string_view verb = command.verb;
  if (name == "REF") {
    if (noun == "show" || noun == "history") return Values{.from = From::any_record};
    return records_of(noun == "trip" ? Kind::delegation : command.kind);
  }
  if (name == "FROM" || name == "INTO" || name == "TO") {
    if (noun == "book") return Values{.from = From::file};
    return records_of(command.kind);
  }
  if (noun == "report" && verb == "run" && name == "NAME") return records_of(Kind::report);
  if (noun == "completion") return any_of({{"bash", "bash"}, {"zsh", "zsh"}, {"fish", "fish"}});
  return {};
}

/// "--by" of these is no list of dimensions.
std::optional<Values> of_own_option(const Command& command, const std::string& name) {
  const std::string_view noun = command.noun;
  if (name != "--by") return {};
  if (noun == "board") return any_of({{"list", "list"}, {"stage", "stage"}});
  if (noun == "funnel")
    return any_of({{"county", "县区"}, {"chain", "产业链"}, {"origin", "origin"}});
  return {};
}

}  // namespace

Values values_of(const Command& command, const Option& option) {
  if (!option.is_argument() && !option.takes_value()) return {};
  const auto& name = option.names.back();
  if (const auto own = of_own_option(command, name)) return *own;
  if (const auto argument = of_argument(command, name)) return *argument;
  if (const auto* field = field_typed(command, option)) return of_field(command.kind, *field);
  const auto known = known_options().find(name);
  return known == known_options().end() ? Values() : known->second();
}

const FieldFacts* field_typed(const Command& command, const Option& option) {
  if (!writes_fields(command)) return nullptr;
  for (const auto& field : fields_of(command.kind)) {
    if (stands_for(option, field)) return &field;
  }
  return nullptr;
}

bool argument_of(const CommandLine& line, const FieldFacts& field) {
  return std::any_of(line.options().begin(), line.options().end(), [&](const Option& option) {
    return option.is_argument() && stands_for(option, field);
  });
}

std::string argument_name(const Command& command, const Option& option) {
  // As commands declare them; those that are fields bear the field's heading.
  static constexpr const char* names[] = {
      N_("REF"),     N_("TEXT"),  N_("NAME"),      N_("STATEMENT"), N_("FROM"),  N_("INTO"),
      N_("TO"),      N_("ENTRY"), N_("DIR"),       N_("FILE"),      N_("STAGE"), N_("KIND"),
      N_("OWNER"),   N_("DAY"),   N_("INDICATOR"), N_("VALUE"),     N_("WORDS"), N_("COUNTY"),
      N_("PROMISE"), N_("TOPIC"), N_("VERB")};
  const auto& name = option.names.front();
  const auto* field = field_typed(command, option);
  if (field != nullptr && language() == Language::chinese) return field->chinese;
  const bool is_known = std::find(std::begin(names), std::end(names), name) != std::end(names);
  return is_known ? translate(name.c_str()) : name;
}

std::string typed_word(const PlainWord& word) {
  return std::string(choose(word.identifier, word.chinese));
}

std::string name_of_value(const Values& values) {
  switch (values.from) {
    case From::words:
      return std::string(choose("WORD", "词"));
    case From::records: {
      const auto& facts = facts_of(values.kind);
      std::string name(choose(facts.identifier, facts.chinese));
      for (auto& letter : name) {
        letter = static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
      }
      return name;
    }
    case From::any_record:
      return std::string(choose("RECORD", "记录"));
    case From::entries:
      return std::string(choose("ENTRY", "条目"));
    case From::file:
      return std::string(choose("FILE", "文件"));
    case From::folder:
      return std::string(choose("FOLDER", "文件夹"));
    case From::command:
    case From::text:
      break;
  }
  switch (values.type) {
    case FieldType::date:
      return std::string(choose("DATE", "日期"));
    case FieldType::amount:
      return std::string(choose("AMOUNT", "金额"));
    case FieldType::count:
    case FieldType::decimal:
    case FieldType::rate:
      return std::string(choose("NUMBER", "数"));
    case FieldType::currency:
      return std::string(choose("CURRENCY", "币种"));
    case FieldType::list:
      return std::string(choose("LIST", "列表"));
    case FieldType::text:
    case FieldType::word:
    case FieldType::reference:
      break;
  }
  return std::string(choose("TEXT", "文字"));
}

}  // namespace leadbook::cli
