#include "cli/complete/candidates.hpp"

#include <algorithm>
#include <cctype>
#include <string_view>

#include "cli/frame/command.hpp"
#include "cli/frame/shared_options.hpp"
#include "cli/help/help.hpp"
#include "cli/help/values.hpp"
#include "leadbook/domain/naming/search_form.hpp"
#include "leadbook/domain/record/kind_facts.hpp"
#include "leadbook/service/search.hpp"
#include "leadbook/store/log/history.hpp"
#include "leadbook/store/record/names.hpp"
#include "leadbook/store/record/record.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

using Texts = std::vector<std::string>;

constexpr std::size_t most_records = 50;
constexpr std::size_t widest_name = 60;

bool begins(const std::string& text, const std::string& typed) {
  return text::fold(text).starts_with(text::fold(typed));
}

/// Gathers candidates; what does not begin as the word typed is none.
class Gathering {
 public:
  explicit Gathering(std::string typed) : typed_(std::move(typed)) {}

  const std::string& typed() const { return typed_; }
  bool is_full() const { return found_.size() >= most_records; }

  void add(const std::string& word, const std::string& says) {
    if (begins(word, typed_)) put(word, says);
  }
  /// One that fits in another way.
  void put(const std::string& word, const std::string& says) {
    found_.push_back({word, text::cut(text::visible(says), widest_name)});
  }

  std::vector<Candidate> take() { return std::move(found_); }

 private:
  std::string typed_;
  std::vector<Candidate> found_;
};

/// The word in the user's language, or in whichever spelling was begun.
void add_word(const PlainWord& word, Gathering& gathering) {
  const auto typed = typed_word(word);
  const auto other = std::string(choose(word.chinese, word.identifier));
  if (begins(typed, gathering.typed())) return gathering.put(typed, other == typed ? "" : other);
  for (const auto spelling : {word.identifier, word.chinese}) {
    if (begins(std::string(spelling), gathering.typed())) {
      return gathering.put(std::string(spelling), typed);
    }
  }
}

/// The references that begin with what was typed: letters alone, or digits too.
struct TypedReference {
  std::string digits;

  static std::optional<TypedReference> read(const std::string& typed, Kind kind) {
    const auto& letters = facts_of(kind).letters;
    std::size_t at = 0;
    while (at < typed.size() && at < letters.size() &&
           std::toupper(static_cast<unsigned char>(typed[at])) == letters[at]) {
      ++at;
    }
    if (at > 0 && at < letters.size() && at < typed.size()) return {};
    if (at == letters.size() && at < typed.size() && typed[at] == '-') ++at;
    const auto digits = typed.substr(at);
    const bool all = std::all_of(digits.begin(), digits.end(), [](unsigned char symbol) {
      return std::isdigit(symbol) != 0;
    });
    constexpr std::size_t longest = 12;
    if (!all || digits.size() > longest) return {};
    return TypedReference{digits};
  }
};

/// Puts those of some records that the book has, with their names.
void put_records(store::Db& db, const std::vector<Reference>& wanted, Gathering& gathering) {
  store::Names names(db);
  names.read(wanted);
  for (const auto& record : wanted) {
    if (gathering.is_full()) return;
    const auto& name = names(record);
    if (!name.empty()) gathering.put(reference_text(record), name);
  }
}

/// The newest records, or those whose number begins with the digits typed, lowest first.
void put_numbered(store::Db& db, Kind kind, const std::string& digits, Gathering& gathering) {
  const auto last = store::last_number(db, kind);
  std::vector<Reference> wanted;
  if (digits.empty()) {
    for (auto number = last; number > 0 && wanted.size() < most_records; --number) {
      wanted.push_back({kind, number});
    }
    return put_records(db, wanted, gathering);
  }
  if (digits.front() == '0') return;
  auto first = static_cast<std::int64_t>(std::stoll(digits));
  for (std::int64_t width = 1; first <= last; first *= 10, width *= 10) {
    for (auto number = first; number < first + width && number <= last; ++number) {
      if (wanted.size() == most_records) return put_records(db, wanted, gathering);
      wanted.push_back({kind, number});
    }
  }
  put_records(db, wanted, gathering);
}

/// The records whose names hold what was typed, or are read so: by their names, which a command
/// takes as well.
void put_named(store::Db& db, std::optional<Kind> kind, Gathering& gathering) {
  service::SearchQuery query{gathering.typed(), {}, {}};
  if (kind) query.kinds.insert(*kind);
  std::vector<Reference> wanted;
  for (const auto& each : service::search(db, query)) {
    if (each.by < service::FoundBy::text) wanted.push_back(each.record);
    if (wanted.size() == most_records) break;
  }
  store::Names names(db);
  names.read(wanted);
  for (const auto& record : wanted) {
    if (gathering.is_full()) return;
    // A shell wants what was typed in the word it puts in its place.
    const auto& name = names(record);
    gathering.put(place_of(gathering.typed(), name) ? name : store::canonical_name_of(db, record),
                  reference_text(record));
  }
}

/// Counties and the like, of which there are few: all of them by name.
void put_all_names(store::Db& db, Kind kind, Gathering& gathering) {
  std::vector<Reference> wanted;
  store::each_first_name(db, kind, [&](std::int64_t number, const std::string&) {
    if (wanted.size() < 5 * most_records) wanted.push_back({kind, number});
  });
  store::Names names(db);
  names.read(wanted);
  for (const auto& record : wanted) gathering.add(names(record), reference_text(record));
}

void put_records_of(store::Db& db, Kind kind, Gathering& gathering) {
  const auto& typed = gathering.typed();
  if (kind == Kind::county || kind == Kind::report) {
    if (typed.empty() || begins(std::string(facts_of(kind).letters), typed)) {
      return put_all_names(db, kind, gathering);
    }
  } else if (const auto reference = TypedReference::read(typed, kind)) {
    return put_numbered(db, kind, reference->digits, gathering);
  }
  put_named(db, kind, gathering);
}

void put_any_record(store::Db& db, Gathering& gathering) {
  const auto& typed = gathering.typed();
  if (typed.empty()) {
    for (const auto kind : {Kind::project, Kind::signing, Kind::negotiation}) {
      put_numbered(db, kind, "", gathering);
    }
    return;
  }
  bool is_reference = false;
  for (const auto& word : words<Kind>()) {
    const auto kind = word.value;
    const auto reference = TypedReference::read(typed, kind);
    const bool has_letter = std::isalpha(static_cast<unsigned char>(typed.front())) != 0;
    if (!reference || !has_letter || kind == Kind::book) continue;
    is_reference = true;
    put_numbered(db, kind, reference->digits, gathering);
  }
  const bool has_digit = typed.find_first_of("0123456789") != std::string::npos;
  if (!is_reference || (!has_digit && typed.size() > 1)) put_named(db, {}, gathering);
}

void put_entries(store::Db& db, Gathering& gathering) {
  constexpr std::int64_t shown = 20;
  for (const auto& entry : store::list_entries(db, {}, shown)) {
    gathering.add(std::to_string(entry.number), entry.command);
  }
}

/// A command line with an unfinished last word.
class Completer {
 public:
  Completer(World& world, const Settings& settings, Texts words)
      : typed_(std::move(words.back())), env_(world, before(words)) {
    env_.settings() = settings;
    words_ = env_.arguments();
    take_place_of_book();
  }

  Candidates answer() {
    const auto leading = leading_words(env_, words_);
    if (awaits_global_value()) {
      CommandLine line;
      add_global_options(line, env_);
      return values_or_options(commands().front(), line, 0);
    }
    if (leading.texts.empty()) return nouns();
    const auto& noun = leading.texts.front();
    if (noun == "help") return helped(leading);
    const auto* command = command_of(leading);
    const bool may_be_verb = leading.texts.size() == 1 && words_.size() == leading.places[0] + 1;
    if (command == nullptr) return may_be_verb ? verbs(noun) : Candidates();
    const std::size_t own = *command->verb == '\0' ? 1 : 2;
    if (own == 1 && may_be_verb && typed_.empty() && has_verbs(noun)) return verbs(noun);
    CommandLine line;
    declare_command(line, env_, *command);
    auto answer = values_or_options(*command, line, leading.places[own - 1] + 1);
    if (own == 1 && may_be_verb && has_verbs(noun)) {
      auto more = verbs(noun).found;
      answer.found.insert(answer.found.begin(), more.begin(), more.end());
    }
    return answer;
  }

 private:
  static Texts before(Texts& words) {
    words.pop_back();
    return words;
  }

  /// Those options that say which book is meant.
  void take_place_of_book() {
    for (const std::string name : {"db", "book"}) {
      for (std::size_t at = 0; at < words_.size(); ++at) {
        if (words_[at] == "--" + name && at + 1 < words_.size()) {
          env_.settings().set(name, words_[at + 1], "--" + name);
        } else if (words_[at].starts_with("--" + name + "=")) {
          env_.settings().set(name, words_[at].substr(name.size() + 3), "--" + name);
        }
      }
    }
  }

  /// Whether an option before any command lacks its value.
  bool awaits_global_value() {
    if (words_.empty() || words_.back().size() < 2 || words_.back().front() != '-') return false;
    auto with_one = words_;
    with_one.emplace_back("x");
    return leading_words(env_, with_one).texts.empty();
  }

  static const Command* command_of(const Words& leading) {
    try {
      return &find_command(leading);
    } catch (const Error&) {
      return nullptr;  // its name is not finished
    }
  }

  static bool has_verbs(const std::string& noun) {
    return std::any_of(commands().begin(), commands().end(), [&](const Command& command) {
      return noun == command.noun && *command.verb != '\0';
    });
  }

  Candidates nouns() {
    Gathering gathering(typed_);
    std::string last;
    for (const auto& command : commands()) {
      if (last == command.noun) continue;
      last = command.noun;
      gathering.add(last, needs_verb(last) ? verb_list(last) : translate(command.summary));
    }
    if (typed_.starts_with("-")) {
      CommandLine line;
      add_global_options(line, env_);
      add_options(line, gathering);
    }
    return {gathering.take()};
  }

  static std::string verb_list(const std::string& noun) {
    std::string all;
    for (const auto& command : commands()) {
      if (noun == command.noun) all += (all.empty() ? "" : " ") + std::string(command.verb);
    }
    return all;
  }

  Candidates verbs(const std::string& noun) {
    Gathering gathering(typed_);
    for (const auto& command : commands()) {
      if (noun == command.noun && *command.verb != '\0') {
        gathering.add(command.verb, translate(command.summary));
      }
    }
    return {gathering.take()};
  }

  /// help COMMAND, help TOPIC.
  Candidates helped(const Words& leading) {
    if (leading.texts.size() > 1) return verbs(leading.texts[1]);
    auto answer = nouns();
    Gathering gathering(typed_);
    for (const auto& topic : topics()) gathering.add(topic, say("a topic"));
    for (auto& topic : gathering.take()) answer.found.push_back(std::move(topic));
    return answer;
  }

  void add_options(const CommandLine& line, Gathering& gathering) {
    for (const auto& option : line.options()) {
      if (option.is_argument()) continue;
      gathering.add(option.names.back(), option.help);
    }
    for (const auto& [name, meaning] : topic_entries("options")) {
      const bool is_of_screen = name == "--ascii" || name == "-v, --verbose";
      if (is_of_screen) gathering.add(name.substr(name.rfind("--")), meaning);
    }
  }

  /// The value an option waits for, an option's name, or the argument that comes next.
  Candidates values_or_options(const Command& command, const CommandLine& line, std::size_t from) {
    std::size_t arguments = 0;
    const Option* waiting = nullptr;
    for (std::size_t at = from; at < words_.size(); ++at) {
      if (waiting != nullptr) {
        if (words_[at] == "=" && at + 1 < words_.size()) continue;  // as bash parts --name=value
        if (words_[at] != "=") waiting = nullptr;
        continue;
      }
      const auto* option = option_named(line, words_[at]);
      if (option != nullptr) {
        if (option->takes_value()) waiting = option;
      } else if (words_[at].empty() || words_[at].front() != '-') {
        ++arguments;
      }
    }
    if (waiting != nullptr) return values(command, *waiting, typed_ == "=" ? "" : typed_, "");
    if (typed_.starts_with("--") && typed_.find('=') != std::string::npos) {
      const auto equals = typed_.find('=');
      const auto* option = option_named(line, typed_.substr(0, equals));
      if (option == nullptr) return {};
      return values(command, *option, typed_.substr(equals + 1), typed_.substr(0, equals + 1));
    }
    if (!typed_.starts_with("-")) {
      if (const auto* argument = argument_at(line, arguments)) {
        return values(command, *argument, typed_, "");
      }
    }
    Gathering gathering(typed_);
    add_options(line, gathering);
    return {gathering.take()};
  }

  static const Option* option_named(const CommandLine& line, const std::string& name) {
    for (const auto& option : line.options()) {
      if (std::find(option.names.begin(), option.names.end(), name) != option.names.end() &&
          !option.is_argument()) {
        return &option;
      }
    }
    return nullptr;
  }

  /// The argument with so many before it; the last of them where it takes several.
  static const Option* argument_at(const CommandLine& line, std::size_t place) {
    const Option* last = nullptr;
    for (const auto& option : line.options()) {
      if (!option.is_argument()) continue;
      last = &option;
      if (place-- == 0) return last;
    }
    const bool takes_more =
        last != nullptr && std::holds_alternative<std::vector<std::string>*>(last->target);
    return takes_more ? last : nullptr;
  }

  Candidates values(const Command& command,
                    const Option& option,
                    std::string typed,
                    std::string prefix) {
    const auto wanted = values_of(command, option);
    if (wanted.several) {
      // Of a list it is the item behind the last comma.
      for (const std::string comma : {",", "，", "、"}) {
        const auto at = typed.rfind(comma);
        if (at == std::string::npos) continue;
        prefix += typed.substr(0, at + comma.size());
        typed = typed.substr(at + comma.size());
      }
    }
    Gathering gathering(typed);
    gather(wanted, gathering);
    Candidates answer{gathering.take()};
    using From = Values::From;
    answer.files = wanted.from == From::file || wanted.from == From::folder;
    for (auto& each : answer.found) each.word = prefix + each.word;
    return answer;
  }

  void gather(const Values& wanted, Gathering& gathering) {
    using From = Values::From;
    switch (wanted.from) {
      case From::words:
        for (const auto& word : wanted.words) add_word(word, gathering);
        return;
      case From::records:
        return put_records_of(env_.db(), wanted.kind, gathering);
      case From::any_record:
        return put_any_record(env_.db(), gathering);
      case From::entries:
        return put_entries(env_.db(), gathering);
      case From::text:
      case From::file:
      case From::folder:
      case From::command:
        return;
    }
  }

  std::string typed_;
  Env env_;
  Texts words_;  // those before it
};

}  // namespace

Candidates candidates_for(World& world, const Settings& settings, Texts words) {
  if (words.empty()) words.emplace_back();
  return Completer(world, settings, std::move(words)).answer();
}

}  // namespace leadbook::cli
