// search: the records whose texts hold something, the best first, with the place where they do.
#include "leadbook/service/search.hpp"

#include <algorithm>
#include <map>

#include "cli/frame/commands.hpp"
#include "leadbook/domain/naming/joined_names.hpp"
#include "leadbook/domain/naming/search_form.hpp"
#include "leadbook/domain/record/field_facts.hpp"
#include "leadbook/domain/record/kind_facts.hpp"
#include "leadbook/domain/record/record_text.hpp"
#include "leadbook/store/record/names.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

using service::Found;

/// How many are shown to people who name no limit.
constexpr std::size_t shown_to_people = 20;

struct SearchOptions {
  std::string text;
  std::string kinds;
  std::string counties;
};

/// A record that was found, as it is shown.
struct Hit {
  Reference record;
  std::string name;
  std::string field;  // by its name; "" where the name holds the text
  std::string heading;
  std::string text;  // of that field, around what was searched
};

service::SearchQuery read_search(const SearchOptions& options, Env& env) {
  service::SearchQuery query{options.text, {}, {}};
  for (const auto kind : split_names(options.kinds)) {
    query.kinds.insert(value_or_throw(parse_word<Kind>(kind, N_("kind of record"))));
  }
  for (const auto county : split_names(options.counties)) {
    query.counties.push_back(env.resolver().resolve(Kind::county, county));
  }
  env.tell_notes(env.book().resolver_notes());
  return query;
}

/// What was searched and, where it is several words, each of them.
std::vector<std::string> sought(const std::string& text) {
  const auto folded = text::fold(text);
  std::vector<std::string> all = {folded};
  if (folded.find(' ') == std::string::npos) return all;
  for (const auto word : text::split(folded, ' ')) all.emplace_back(word);
  return all;
}

std::optional<Stretch> place_of_any(const std::vector<std::string>& wanted,
                                    const std::string& text) {
  for (const auto& one : wanted) {
    if (const auto place = leadbook::place_of(one, text)) return place;
  }
  return {};
}

/// The last or first columns of a text, with a mark where it was cut.
std::string end_of(std::string_view text, std::size_t columns) {
  if (text::display_width(text) <= columns) return std::string(text);
  auto codes = text::decode(text);
  std::size_t first = codes.size();
  std::size_t width = 1;
  while (first > 0) {
    width += text::display_width(text::encode({&codes[first - 1], 1}));
    if (width > columns) break;
    --first;
  }
  return "…" + text::encode(std::u32string_view(codes).substr(first));
}

/// Makes hits of what was found: all records of a kind are read together.
class Describer {
 public:
  Describer(Env& env, const std::string& text)
      : db_(env.db()),
        names_(db_),
        wanted_(sought(text)),
        shows_persons_(shows_persons(env)),
        marks_(prints_for_people(env)) {}

  std::vector<Hit> describe(const std::vector<Found>& found) {
    std::map<Kind, std::vector<std::int64_t>> numbers;
    for (const auto& one : found) numbers[one.record.kind].push_back(one.record.number);
    std::map<Reference, Hit> hits;
    for (const auto& [kind, of_kind] : numbers) {
      const auto records = store::find(db_, store::Selection(kind), of_kind);
      names_.expect(records.named());
      names_.learn(records);
      for (std::size_t at = 0; at < records.size(); ++at) {
        const auto record = records[at];
        hits.emplace(reference_of(record), hit_in(record));
      }
    }
    std::vector<Hit> ordered;
    for (const auto& one : found) {
      if (const auto at = hits.find(one.record); at != hits.end()) ordered.push_back(at->second);
    }
    return ordered;
  }

 private:
  /// Of a person it is the firm that is looked for, and all that is told to other programs.
  std::string name_of_record(const AnyRecord& record) {
    const auto name = names_(reference_of(record));
    const auto* contact = std::get_if<Contact>(&record);
    if (contact == nullptr) return name;
    const Reference firm{Kind::company, contact->company.number};
    const auto told = reference_text(firm) + " " + names_(firm);
    return shows_persons_ ? name + " · " + told : told;
  }

  Hit hit_in(const AnyRecord& record) {
    constexpr std::size_t name_columns = 36;
    Hit hit{reference_of(record), name_of_record(record), "", "", ""};
    if (const auto place = place_of_any(wanted_, hit.name)) {
      hit.name = marks_ ? around(hit.name, *place, name_columns) : hit.name;
      return hit;
    }
    find_field(record, hit);
    if (marks_) hit.name = text::cut(hit.name, name_columns);
    return hit;
  }

  void find_field(const AnyRecord& record, Hit& hit) {
    constexpr std::size_t text_columns = 44;
    const auto& fields = fields_of(hit.record.kind);
    const auto texts = write_fields(record, [this](const Reference& of) { return names_(of); });
    for (std::size_t at = 0; at < fields.size(); ++at) {
      const auto& field = fields[at];
      const bool is_read = field.type == FieldType::text || field.type == FieldType::list ||
                           field.type == FieldType::reference;
      if (!is_read || field.by_program || (field.personal && !shows_persons_)) continue;
      const auto place = place_of_any(wanted_, texts[at]);
      if (!place) continue;
      hit.field = field.name;
      hit.heading = std::string(choose(field.english.c_str(), field.chinese.c_str()));
      hit.text = marks_ ? around(texts[at], *place, text_columns) : texts[at];
      return;
    }
  }

  /// The text where it is met, which is marked, and some of what stands before and after.
  static std::string around(const std::string& text, const Stretch& place, std::size_t columns) {
    const auto met = text.substr(place.first, place.last - place.first);
    const auto used = text::display_width(met) + 4;
    const auto room = columns > used ? columns - used : 0;
    const std::string_view all = text;
    const auto before = end_of(all.substr(0, place.first), room / 2);
    const auto left = room - std::min(room, text::display_width(before));
    return before + "【" + met + "】" + text::cut(all.substr(place.last), left);
  }

  store::Db& db_;
  store::Names names_;
  std::vector<std::string> wanted_;
  bool shows_persons_;
  bool marks_;
};

present::Table hits_table(const std::vector<Hit>& hits) {
  const std::vector<present::Field<Hit>> fields = {
      {say("ID"), "id", {}, [](const Hit& hit) { return hit.record; }},
      {say("Kind"), "kind", {}, [](const Hit& hit) { return hit.record.kind; }},
      {say("Name"), "name", {}, [](const Hit& hit) { return hit.name; }},
      {say("Field"),
       "field",
       {},
       [](const Hit& hit) {
         return present::Word{hit.field, hit.heading};
       }},
      {say("Text"), "text", {}, [](const Hit& hit) { return hit.text; }},
  };
  return present::make_table("found", fields, hits);
}

void run_search(const SearchOptions& options, Env& env) {
  const auto query = read_search(options, env);
  auto found = service::search(env.db(), query);
  const auto all = found.size();
  const auto& output = env.output();
  const bool chooses = !output.limit.empty() || !output.sort.empty();
  const auto limit = read_limit(output.limit);
  if (prints_for_people(env) && !chooses && all > shown_to_people) found.resize(shown_to_people);
  if (limit && output.sort.empty() && found.size() > static_cast<std::size_t>(*limit)) {
    found.resize(static_cast<std::size_t>(*limit));
  }
  auto table = hits_table(Describer(env, options.text).describe(found));
  if (found.size() < all && prints_for_people(env)) {
    table.notes.push_back(
        say("{} were found; these are the best {}: --limit {} shows all, --kind "
            "and --county narrow it.",
            all,
            found.size(),
            all));
  }
  print(env, std::move(table));
}

}  // namespace

RunCommand add_search(CommandLine& line, Env& env, const Command& command) {
  auto options = std::make_shared<SearchOptions>();
  line.add_argument("TEXT",
                    options->text,
                    say("what any text of a record holds, in either script; or how a name is read: "
                        "huakai, hkjt"));
  line.add_text("--kind", options->kinds, say("only these kinds of record, as project,company"));
  line.add_text("--county", options->counties, say("only what belongs to these counties"));
  add_as_of_option(line, env);
  add_output_options(line, env);
  add_personal_option(line, env);
  return [options, &env, &command] {
    require_argument(options->text, "TEXT", command);
    run_search(*options, env);
  };
}

}  // namespace leadbook::cli
