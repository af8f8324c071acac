#include "leadbook/service/records/resolve.hpp"

#include <algorithm>
#include <utility>

#include "leadbook/domain/error.hpp"
#include "leadbook/domain/naming/name_match.hpp"
#include "leadbook/domain/naming/search_form.hpp"
#include "leadbook/domain/place/division.hpp"
#include "leadbook/domain/record/field_facts.hpp"
#include "leadbook/domain/record/kind_facts.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::service {
namespace {

/// What two spellings of one name have in common.
std::string folded(Kind kind, std::string_view text) {
  return kind == Kind::company ? normalise_company(text) : text::fold(text);
}

void append_unique(std::vector<std::int64_t>& ids, std::int64_t id) {
  if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
}

std::string joined(const std::vector<std::string>& items) {
  std::string text;
  for (const auto& item : items)
    text += (text.empty() ? "" : std::string(choose("; ", "、"))) + item;
  return text;
}

/// Whether only a number can be meant, so that no name need be read: "P-31", and "31" where
/// nothing of the kind is called by a number, as counties and contracts are.
bool is_plain_reference(Kind kind, std::string_view text) {
  if (parse_reference(text) && parse_reference(text, kind)) return true;
  return kind != Kind::county && kind != Kind::signing && parse_reference(text, kind);
}

bool is_last_touched(std::string_view text) { return text == "@" || text == "＠"; }

/// The kinds a bare name may mean, the first looked in first.
std::vector<Kind> kinds_looked_up() {
  std::vector<Kind> kinds;
  for (const auto kind : all_kinds) {
    if (facts_of(kind).looked_up > 0) kinds.push_back(kind);
  }
  std::sort(kinds.begin(), kinds.end(), [](Kind left, Kind right) {
    return facts_of(left).looked_up < facts_of(right).looked_up;
  });
  return kinds;
}

/// Whether one may be a slip for the other: 碾子山 is none for 克山, 拜泉 is one for 拜全.
bool makes_sense(std::u32string_view typed, std::u32string_view name) {
  const auto shared = std::count_if(
      typed.begin(), typed.end(), [&](char32_t one) { return name.find(one) != name.npos; });
  if (2 * static_cast<std::size_t>(shared) > typed.size()) return true;
  return typed.size() == name.size() && shared > 0 &&
         text::edit_distance(text::encode(typed), text::encode(name)) == 1;
}

bool is_in_letters(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char byte) { return byte >= 0; });
}

}  // namespace

Resolver::NamesOfKind& Resolver::names(Kind kind) {
  const auto found = names_.find(kind);
  if (found != names_.end()) return found->second;
  auto& of_kind = names_[kind];
  of_kind.spellings = store::spellings_of(db_, kind);
  for (const auto& spelling : of_kind.spellings) {
    of_kind.exact.emplace(folded(kind, spelling.text), spelling.id);
  }
  return of_kind;
}

void Resolver::remember(const Reference& record, std::string_view spelling) {
  found_[record.kind].clear();  // a text may mean several now
  auto& of_kind = names(record.kind);
  of_kind.spellings.push_back({record.number, std::string(spelling)});
  of_kind.exact.emplace(folded(record.kind, spelling), record.number);
}

std::optional<std::int64_t> Resolver::find_reference(Kind kind, std::string_view text) {
  if (is_last_touched(text)) {
    const auto last = last_touched(kind);
    if (!last) return {};
    return taken_for(kind, text, {last->number});
  }
  const auto reference = parse_reference(text, kind);
  if (!reference || reference->kind != kind) return {};
  const auto number = reference->number;
  if (store::next_number(db_, kind, number) != number) return {};
  return number;
}

std::vector<std::int64_t> Resolver::exact_matches(Kind kind, std::string_view text) {
  auto& of_kind = names(kind);
  std::vector<std::int64_t> ids;
  const auto [from, until] = of_kind.exact.equal_range(folded(kind, text));
  for (auto at = from; at != until; ++at) append_unique(ids, at->second);
  std::sort(ids.begin(), ids.end());
  return ids;
}

std::vector<std::int64_t> Resolver::fragment_matches(Kind kind, std::string_view text) {
  const auto wanted = text::fold(text);
  std::vector<std::int64_t> ids;
  if (wanted.empty()) return ids;
  for (const auto& spelling : names(kind).spellings) {
    if (text::fold(spelling.text).find(wanted) != std::string::npos) {
      append_unique(ids, spelling.id);
    }
  }
  return ids;
}

/// Those whose names are read so, the best fit first. Readings are typed in small letters: a name
/// in capitals is a name.
std::vector<std::int64_t> Resolver::reading_matches(Kind kind, std::string_view text) {
  std::vector<std::int64_t> ids;
  const bool is_small =
      std::none_of(text.begin(), text.end(), [](char byte) { return byte >= 'A' && byte <= 'Z'; });
  const auto pinyin = is_small ? Pinyin::parse(text) : std::nullopt;
  if (!pinyin) return ids;
  std::vector<std::pair<ReadingMatch, std::int64_t>> fitting;
  for (const auto& spelling : names(kind).spellings) {
    if (const auto match = pinyin->find(search_form(spelling.text))) {
      fitting.emplace_back(match->how, spelling.id);
    }
  }
  std::sort(fitting.begin(), fitting.end());
  for (const auto& [how, id] : fitting) append_unique(ids, id);
  return ids;
}

/// The record this person changed last by other than an import, of a kind or of any.
std::optional<Reference> Resolver::last_touched(std::optional<Kind> kind) {
  std::optional<Reference> last;
  const store::Parameters wanted = {
      {"actor", context_.user},
      {"kind", kind ? store::Value(std::string(identifier(*kind))) : store::Value()}};
  db_.each(store::statement("record_last_touched"), wanted, [&](store::Row& row) {
    if (last) return;
    const auto of = parse_word<Kind>(row.text("kind"), N_("kind of record"));
    if (of && *of != Kind::book) last = Reference{*of, row.integer("id")};
  });
  return last;
}

/// The only one that fits, or the one that somebody chose of several.
std::int64_t Resolver::the_one(Kind kind,
                               std::string_view text,
                               const std::vector<std::int64_t>& ids) {
  if (ids.size() == 1) return ids.front();
  const auto chosen = context_.chosen.find({kind, std::string(text)});
  if (chosen != context_.chosen.end() &&
      std::find(ids.begin(), ids.end(), chosen->second) != ids.end()) {
    return chosen->second;
  }
  throw_ambiguous(kind, text, ids);
}

/// The same, told where nobody has chosen it.
std::int64_t Resolver::taken_for(Kind kind,
                                 std::string_view text,
                                 const std::vector<std::int64_t>& ids) {
  const auto id = the_one(kind, text, ids);
  notes_.push_back(say("'{}' is taken for {}", text::visible(text), describe(kind, id)));
  return id;
}

/// The county of the book that is meant by another name of its division: 克東縣, 都安县, the whole
/// way down to it; kept, as the rows of a sheet repeat it.
std::optional<std::int64_t> Resolver::county_of_division(std::string_view text) {
  std::vector<std::int64_t> ids;
  for (const auto& division : match_division(text, DivisionLevel::county)) {
    for (const auto id : exact_matches(Kind::county, division.code)) append_unique(ids, id);
  }
  if (ids.empty()) return {};
  const auto id = the_one(Kind::county, text, ids);
  remember({Kind::county, id}, text);
  return id;
}

std::vector<Contact> Resolver::contacts_named(std::string_view text) {
  auto ids = exact_matches(Kind::contact, text);
  if (ids.empty()) ids = fragment_matches(Kind::contact, text);
  return store::records_as<Contact>(store::find(db_, Kind::contact, ids));
}

/// The firm of the person this is.
std::optional<std::int64_t> Resolver::company_of_person(std::string_view text) {
  std::vector<std::int64_t> ids;
  for (const auto& contact : contacts_named(text)) append_unique(ids, contact.company.number);
  if (ids.empty()) return {};
  return taken_for(Kind::company, text, ids);
}

std::string Resolver::describe(Kind kind, std::int64_t id) {
  const Reference record{kind, id};
  return reference_text(record) + " " + store::name_of(db_, record);
}

void Resolver::throw_ambiguous(Kind kind,
                               std::string_view text,
                               const std::vector<std::int64_t>& ids) {
  ambiguity_ = Ambiguity{kind, std::string(text), ids};
  std::vector<std::string> candidates;
  constexpr std::size_t most = 8;
  for (const auto id : ids) {
    if (candidates.size() == most) break;
    candidates.push_back(describe(kind, id));
  }
  if (ids.size() > most) candidates.emplace_back("…");
  throw Error(ErrorKind::not_found,
              say("'{}' may be any of {}: {}; use the reference",
                  text::visible(text),
                  ids.size(),
                  joined(candidates)));
}

namespace {

/// The division of a level that is called so, in full or in short.
std::optional<Division> division_called(std::string_view text, DivisionLevel level) {
  for (const auto& division : match_division(text, level)) {
    const auto names = {division.name, division.short_name, division.english};
    const bool is_called = std::any_of(names.begin(), names.end(), [&](std::string_view name) {
      return text::fold(name) == text::fold(text);
    });
    if (is_called) return division;
  }
  return {};
}

/// A place that is known, but is no county of this book.
void refuse_division_elsewhere(std::string_view text) {
  if (const auto county = division_called(text, DivisionLevel::county)) {
    throw Error(ErrorKind::not_found,
                say("{} is not among this book's counties: add it with 'leadbook county add {} "
                    "--code {}'",
                    text::visible(text),
                    std::string(county->name),
                    std::string(county->code)));
  }
  const auto city = division_called(text, DivisionLevel::city);
  if (!city) return;
  throw Error(ErrorKind::not_found,
              say("{} is a city, not a county of this book; 'leadbook county list' names these",
                  std::string(name_of(*city))));
}

}  // namespace

/// Those with a name like this one, the likest first.
std::vector<std::int64_t> Resolver::near_names(Kind kind, std::string_view text) {
  const auto wanted = folded(kind, text);
  const auto characters = text::decode(wanted);
  // Letters are few, and so the same in many words.
  const auto least = is_in_letters(wanted) ? 0.75 : 0.5;
  std::vector<std::pair<double, std::int64_t>> near;
  for (const auto& spelling : names(kind).spellings) {
    const auto name = folded(kind, spelling.text);
    const auto likeness = similarity(wanted, name);
    if (likeness < least || !makes_sense(characters, text::decode(name))) continue;
    near.emplace_back(-likeness, spelling.id);
  }
  std::sort(near.begin(), near.end());
  std::vector<std::int64_t> ids;
  for (const auto& [likeness, id] : near) append_unique(ids, id);
  constexpr std::size_t most = 3;
  ids.resize(std::min(ids.size(), most));
  return ids;
}

void Resolver::throw_not_found(Kind kind, std::string_view text) {
  const auto shown = text::visible(text);
  const auto what = std::string(name_of(kind));
  if (is_last_touched(text)) {
    throw Error(ErrorKind::not_found,
                say("'@' is the {} you changed last, and you have changed none", what));
  }
  if (kind == Kind::county) refuse_division_elsewhere(text);
  // A reference that names nothing is like no name.
  const bool is_reference = parse_reference(text, kind).has_value();
  const auto near = is_reference ? std::vector<std::int64_t>() : near_names(kind, text);
  if (!near.empty()) {
    std::vector<std::string> candidates;
    for (const auto id : near) candidates.push_back(describe(kind, id));
    throw Error(ErrorKind::not_found,
                say("there is no {} '{}'; did you mean {}?", what, shown, joined(candidates)));
  }
  if (kind == Kind::company && !is_reference) {
    std::vector<std::int64_t> firms;
    for (const auto& contact : contacts_named(text)) append_unique(firms, contact.company.number);
    if (firms.size() == 1) {
      throw Error(ErrorKind::not_found,
                  say("there is no {} '{}', but a contact of that name: write {}",
                      what,
                      shown,
                      describe(kind, firms.front())));
    }
  }
  throw Error(ErrorKind::not_found,
              say("there is no {} '{}'; see 'leadbook {} list'", what, shown, identifier(kind)));
}

std::optional<std::int64_t> Resolver::find_exact(Kind kind, std::string_view text) {
  // A six-digit code and a contract number are names, though they look like numbers.
  const auto ids = exact_matches(kind, text);
  if (ids.size() == 1) return ids.front();
  if (ids.size() > 1) return {};
  return find_reference(kind, text);
}

std::int64_t Resolver::resolve(Kind kind, std::string_view text) {
  if (const auto id = find(kind, text)) return *id;
  throw_not_found(kind, text);
}

std::optional<std::int64_t> Resolver::find(Kind kind, std::string_view text) {
  auto& known = found_[kind];
  if (const auto at = known.find(text); at != known.end()) return at->second;
  const auto found = look_for(kind, text);
  if (found) known.emplace(text, *found);
  return found;
}

std::optional<std::int64_t> Resolver::look_for(Kind kind, std::string_view text) {
  if (is_plain_reference(kind, text)) {
    if (const auto id = find_reference(kind, text)) return *id;
  }
  const auto exact = exact_matches(kind, text);
  if (exact.size() == 1) return exact.front();
  if (const auto id = find_reference(kind, text)) return *id;
  if (exact.size() > 1) return the_one(kind, text, exact);
  if (parse_reference(text) && !parse_reference(text, kind)) return {};
  const auto fragments = fragment_matches(kind, text);
  if (!fragments.empty()) return taken_for(kind, text, fragments);
  if (kind == Kind::county) {
    if (const auto county = county_of_division(text)) return county;
  }
  if (const auto read = reading_matches(kind, text); !read.empty()) {
    return taken_for(kind, text, read);
  }
  if (kind == Kind::company && context_.by_person) return company_of_person(text);
  return {};
}

/// What is called nearly so, of whatever kind: a firm is not answered with projects alone.
void Resolver::throw_nothing_called(std::string_view text) {
  const auto shown = text::visible(text);
  std::vector<std::string> candidates;
  for (const auto kind : kinds_looked_up()) {
    constexpr std::size_t most = 4;
    // The log would be given the name of a person.
    if (tells_of_persons(kind)) continue;
    for (const auto id : near_names(kind, text)) {
      if (candidates.size() < most) candidates.push_back(describe(kind, id));
    }
  }
  throw Error(
      ErrorKind::not_found,
      candidates.empty()
          ? say("nothing in the book is called '{0}'; 'leadbook search {0}' looks into all "
                "texts",
                shown)
          : say("nothing in the book is called '{}'; did you mean {}?", shown, joined(candidates)));
}

Reference Resolver::resolve_any(std::string_view text) {
  if (is_last_touched(text)) {
    const auto last = last_touched({});
    if (!last) {
      throw Error(ErrorKind::not_found,
                  say("'@' is the record you changed last, and you have changed none"));
    }
    return {last->kind, taken_for(last->kind, text, {last->number})};
  }
  if (const auto reference = parse_reference(text)) {
    return {reference->kind, resolve(reference->kind, text)};
  }
  const auto order = kinds_looked_up();
  for (const auto kind : order) {
    const auto exact = exact_matches(kind, text);
    if (!exact.empty()) return {kind, the_one(kind, text, exact)};
  }
  for (const auto kind : order) {
    const auto fragments = fragment_matches(kind, text);
    if (!fragments.empty()) return {kind, taken_for(kind, text, fragments)};
  }
  for (const auto kind : order) {
    const auto read = reading_matches(kind, text);
    if (!read.empty()) return {kind, taken_for(kind, text, read)};
  }
  throw_nothing_called(text);
}

std::vector<std::string> Resolver::take_notes() { return std::exchange(notes_, {}); }

}  // namespace leadbook::service
