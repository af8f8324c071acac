#include "leadbook/service/search.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "leadbook/domain/naming/search_form.hpp"
#include "leadbook/domain/record/records.hpp"
#include "leadbook/store/record/lookup.hpp"
#include "leadbook/store/record/many.hpp"
#include "leadbook/text/utf8.hpp"
#include "service/derived/name_blocks.hpp"

namespace leadbook::service {
namespace {

/// Of more firms than these, what names them is not looked for: it would bury what was.
constexpr std::size_t most_firms = 20;

/// Which kind comes first: as the book's commands do, not by the alphabet.
std::size_t place_of_kind(Kind kind) {
  return static_cast<std::size_t>(std::find(std::begin(all_kinds), std::end(all_kinds), kind) -
                                  std::begin(all_kinds));
}

FoundBy by_name(std::string_view name, std::string_view form) {
  if (name == form) return FoundBy::whole_name;
  return name.starts_with(form) ? FoundBy::start_of_name : FoundBy::within_name;
}

FoundBy by_reading(ReadingMatch how) {
  switch (how) {
    case ReadingMatch::whole_at_start:
      return FoundBy::reading_of_start;
    case ReadingMatch::initials_at_start:
      return FoundBy::initials_of_start;
    case ReadingMatch::whole_within:
      return FoundBy::reading_within;
    case ReadingMatch::initials_within:
      break;
  }
  return FoundBy::initials_within;
}

/// Collects the records in which one text is met, each with the best of how it was.
class Searcher {
 public:
  Searcher(store::Db& db, const std::string& text, const std::set<Kind>& kinds)
      : db_(db), form_(search_form(text)), pinyin_(Pinyin::parse(text)), kinds_(kinds) {}

  std::map<Reference, FoundBy> run() {
    search_blocks();
    search_others();
    return std::move(found_);
  }

 private:
  bool wants(Kind kind) const { return kinds_.empty() || kinds_.contains(kind); }

  void take(const Reference& record, FoundBy by) {
    const auto [at, is_new] = found_.try_emplace(record, by);
    if (!is_new) at->second = std::min(at->second, by);
  }

  void take_reading(const Reference& record, std::string_view name) {
    if (const auto match = pinyin_->find(name)) take(record, by_reading(match->how));
  }

  void search_blocks() {
    db_.each(store::statement("name_block_all"), {}, [&](store::Row& row) {
      const auto& names = row.text("names");
      const bool holds = names.find(form_) != names.npos;
      if (!holds && !pinyin_) return;
      const auto kind = parse_word<Kind>(row.text("kind"), "kind").value();
      if (!wants(kind)) return;
      const auto first = row.integer("first_id");
      search_block(names, form_, [&](const BlockLine& line) {
        take({kind, first + line.place}, line.is_name ? by_name(line.texts, form_) : FoundBy::text);
      });
      if (!pinyin_) return;
      each_name(names, [&](const BlockLine& line) {
        take_reading({kind, first + line.place}, line.texts);
      });
    });
  }

  void search_others() {
    store::each_searched_outside_blocks(db_, [&](const store::SearchedTexts& texts) {
      if (!wants(texts.record.kind)) return;
      for (const auto& name : texts.names) {
        const auto form = search_form(name);
        if (form.find(form_) != std::string::npos) take(texts.record, by_name(form, form_));
        if (pinyin_) take_reading(texts.record, form);
      }
      for (const auto& text : texts.others) {
        if (search_form(text).find(form_) == std::string::npos) continue;
        take(texts.record, FoundBy::text);
        break;
      }
    });
  }

  store::Db& db_;
  std::string form_;
  std::optional<Pinyin> pinyin_;
  const std::set<Kind>& kinds_;
  std::map<Reference, FoundBy> found_;
};

/// Those that hold each of the words, however the words are spread over their texts.
std::map<Reference, FoundBy> search_words(store::Db& db,
                                          const std::string& text,
                                          const std::set<Kind>& kinds) {
  std::optional<std::map<Reference, FoundBy>> held;
  const auto folded = text::fold(text);
  for (const auto word : text::split(folded, ' ')) {
    auto found = Searcher(db, std::string(word), kinds).run();
    if (held) {
      std::erase_if(found, [&](const auto& one) { return !held->contains(one.first); });
      for (auto& [record, by] : found) by = std::max(by, held->at(record));
    }
    held = std::move(found);
  }
  return held.value_or(std::map<Reference, FoundBy>());
}

/// Adds what names the firms that were found by name.
void add_of_firms(store::Db& db,
                  const std::set<Kind>& kinds,
                  const std::map<Reference, FoundBy>& firms,
                  std::map<Reference, FoundBy>& found) {
  std::vector<Reference> named;
  for (const auto& [record, by] : firms) {
    if (record.kind == Kind::company && by < FoundBy::text) named.push_back(record);
  }
  if (named.size() > most_firms) return;
  for (const auto& firm : named) {
    for (const auto& record : store::dependents_of(db, firm)) {
      if (kinds.empty() || kinds.contains(record.kind)) found.try_emplace(record, FoundBy::firm);
    }
  }
}

using Numbers = std::set<std::int64_t>;

/// Which of the records belong to some counties: they name one, or a project of one; a firm belongs
/// where it invests, negotiates or signs.
class CountyFilter {
 public:
  CountyFilter(store::Db& db, const std::vector<std::int64_t>& counties)
      : db_(db), counties_(counties.begin(), counties.end()) {
    for (const auto county : counties_) {
      db_.each(store::statement("companies_of_county"), {{"county", county}}, [&](store::Row& row) {
        companies_.insert(row.integer("id"));
      });
    }
  }

  std::set<Reference> belonging(const std::map<Reference, FoundBy>& found) {
    std::map<Kind, std::vector<std::int64_t>> by_kind;
    for (const auto& [record, by] : found) by_kind[record.kind].push_back(record.number);
    std::set<Reference> kept;
    std::map<Reference, Numbers> by_project;
    for (const auto& [kind, numbers] : by_kind) look_at(kind, numbers, kept, by_project);
    keep_by_project(by_project, kept);
    return kept;
  }

 private:
  void look_at(Kind kind,
               const std::vector<std::int64_t>& numbers,
               std::set<Reference>& kept,
               std::map<Reference, Numbers>& by_project) {
    if (kind == Kind::county || kind == Kind::company) {
      const auto& belonging = kind == Kind::county ? counties_ : companies_;
      for (const auto number : numbers) {
        if (belonging.contains(number)) kept.insert({kind, number});
      }
      return;
    }
    const store::Selection selection(kind,
                                     {"county",
                                      "from_county",
                                      "to_county",
                                      "project",
                                      kind == Kind::contact ? "company" : "county"});
    store::each_numbered(db_, selection, numbers, [&](const store::Records& records) {
      for (std::size_t at = 0; at < records.size(); ++at) {
        auto record = records[at];
        const auto reference = reference_of(record);
        visit_references(record, [&](Kind named, std::int64_t& number) {
          if (named == Kind::county && counties_.contains(number)) kept.insert(reference);
          if (named == Kind::company && companies_.contains(number)) kept.insert(reference);
          if (named == Kind::project) by_project[reference].insert(number);
        });
      }
    });
  }

  void keep_by_project(const std::map<Reference, Numbers>& by_project, std::set<Reference>& kept) {
    std::vector<std::int64_t> projects;
    for (const auto& [record, numbers] : by_project) {
      projects.insert(projects.end(), numbers.begin(), numbers.end());
    }
    Numbers here;
    const auto wanted = store::ascending(std::move(projects));
    store::each_numbered(db_,
                         store::Selection(Kind::project, {"county"}),
                         wanted,
                         [&](const store::Records& records) {
                           for (const auto& project : records.as<Project>()) {
                             if (counties_.contains(project.county.number))
                               here.insert(project.id.number);
                           }
                         });
    for (const auto& [record, numbers] : by_project) {
      for (const auto number : numbers) {
        if (here.contains(number)) kept.insert(record);
      }
    }
  }

  store::Db& db_;
  Numbers counties_;
  Numbers companies_;
};

bool is_before(const Found& left, const Found& right) {
  if (left.by != right.by) return left.by < right.by;
  if (left.record.kind != right.record.kind) {
    return place_of_kind(left.record.kind) < place_of_kind(right.record.kind);
  }
  return left.record.number < right.record.number;
}

/// The kinds to be looked through: firms too, where records are found by their firms.
std::set<Kind> kinds_read(const std::set<Kind>& wanted) {
  auto kinds = wanted;
  if (!kinds.empty()) kinds.insert(Kind::company);
  return kinds;
}

}  // namespace

std::vector<Found> search(store::Db& db, const SearchQuery& query) {
  const auto folded = text::fold(query.text);
  if (folded.empty()) return {};
  const auto kinds = kinds_read(query.kinds);
  auto found = Searcher(db, query.text, kinds).run();
  if (found.empty() && folded.find(' ') != std::string::npos) {
    found = search_words(db, query.text, kinds);
  }
  add_of_firms(db, query.kinds, std::map(found), found);
  if (!query.kinds.empty()) {
    std::erase_if(found, [&](const auto& one) { return !query.kinds.contains(one.first.kind); });
  }
  if (!query.counties.empty()) {
    const auto kept = CountyFilter(db, query.counties).belonging(found);
    std::erase_if(found, [&](const auto& one) { return !kept.contains(one.first); });
  }
  std::vector<Found> all;
  all.reserve(found.size());
  for (const auto& [record, by] : found) all.push_back({record, by});
  std::sort(all.begin(), all.end(), is_before);
  return all;
}

}  // namespace leadbook::service
