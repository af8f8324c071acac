// Records of the book that say what another says already.
#include "leadbook/service/records/twins.hpp"

#include <cmath>
#include <map>

#include "leadbook/domain/naming/name_match.hpp"
#include "leadbook/domain/record/records.hpp"
#include "leadbook/service/records/same_records.hpp"
#include "leadbook/store/record/names.hpp"
#include "leadbook/text/translate.hpp"
#include "service/review/rules.hpp"

namespace leadbook::service {
namespace {

std::string and_then(std::string text, const std::string& more) {
  if (more.empty()) return text;
  if (!text.empty()) text += choose(", ", "，");
  return text + more;
}

/// The command that leaves one of two records that say the same.
std::vector<std::string> mend_of(const Reference& again, const Reference& first) {
  const bool is_merged =
      again.kind == Kind::company || again.kind == Kind::project || again.kind == Kind::signing;
  if (!is_merged) return command_on(again, "remove");
  return command_on(again, "merge", {reference_in_book(first)});
}

std::string day_text(const std::optional<Date>& date) {
  return date ? format_date(*date) : std::string();
}

std::string amount_text(const std::optional<Amount>& amount, AmountUnit unit) {
  return amount ? format_amount(*amount, unit) : std::string();
}

/// What two records say alike, as far as it can be said in short.
struct Shared {
  std::string title;
  Id<Project> project;
  std::string kind;
  std::string day;
  std::string amount;
};

Shared shared_of(const Signing& paper, AmountUnit unit) {
  return {paper.title,
          paper.project,
          std::string(name_of(paper.kind)),
          day_text(paper.on),
          amount_text(paper.amount, unit)};
}
Shared shared_of(const Funds& funds, AmountUnit unit) {
  return {"", funds.project, "", day_text(funds.on), amount_text(funds.amount, unit)};
}
Shared shared_of(const Negotiation& talk, AmountUnit) {
  return {
      talk.subject.empty() ? talk.summary : talk.subject, talk.project, "", day_text(talk.on), ""};
}
Shared shared_of(const Delegation& trip, AmountUnit) {
  return {trip.title, {}, "", day_text(trip.starts), ""};
}
Shared shared_of(const Event& event, AmountUnit) {
  return {event.title, {}, "", day_text(event.on), ""};
}
Shared shared_of(const Task& task, AmountUnit) {
  return {task.title, task.project, "", day_text(task.due), ""};
}
template <class R>
Shared shared_of(const R&, AmountUnit) {
  return {};
}

struct Pair {
  Reference first;
  Reference again;
  bool on_other_day = false;
};

/// The kinds of which the same again is refused, by the fields that say what two of them share.
struct SameKind {
  Kind kind;
  std::set<std::string> told;
};

const std::vector<SameKind>& same_kinds() {
  static const std::vector<SameKind> kinds = {
      {Kind::signing, {"project", "kind", "on", "amount"}},
      {Kind::negotiation, {"subject", "summary", "project", "on"}},
      {Kind::delegation, {"title", "starts"}},
      {Kind::funds, {"project", "on", "amount"}},
      {Kind::event, {"title", "on"}},
      {Kind::task, {"title", "project", "due"}},
  };
  return kinds;
}

std::vector<Pair> same_pairs(store::Db& db, Kind kind) {
  std::vector<Pair> pairs;
  for (const auto& [first, again, on_other_day] : SameRecords(db, kind).pairs()) {
    pairs.push_back({{kind, first}, {kind, again}, on_other_day});
  }
  return pairs;
}

using SharedBy = std::map<Reference, Shared>;

void read_shared(store::Db& db,
                 const SameKind& of,
                 const std::vector<Pair>& pairs,
                 AmountUnit unit,
                 SharedBy& shared) {
  std::vector<std::int64_t> numbers;
  for (const auto& pair : pairs) numbers.push_back(pair.again.number);
  const store::Selection selection(of.kind, of.told);
  store::each_numbered(db, selection, numbers, [&](const store::Records& records) {
    for (std::size_t at = 0; at < records.size(); ++at) {
      const auto record = records[at];
      shared[reference_of(record)] =
          std::visit([&](const auto& one) { return shared_of(one, unit); }, record);
    }
  });
}

Findings find_same_records(store::Db& db, AmountUnit unit) {
  std::vector<Pair> all;
  SharedBy shared;
  for (const auto& of : same_kinds()) {
    const auto pairs = same_pairs(db, of.kind);
    read_shared(db, of, pairs, unit, shared);
    all.insert(all.end(), pairs.begin(), pairs.end());
  }
  store::Names names(db);
  std::vector<Reference> projects;
  for (const auto& [record, one] : shared) projects.push_back({Kind::project, one.project.number});
  names.read(projects);
  Findings findings;
  for (const auto& [first, again, on_other_day] : all) {
    const auto& one = shared[again];
    auto text = one.title;
    if (one.project) text = and_then(text, names({Kind::project, one.project.number}));
    for (const auto* more : {&one.kind, &one.day, &one.amount}) text = and_then(text, *more);
    const auto told = reference_in_book(first);
    findings.push_back({ReviewRule::twins,
                        {again, first},
                        on_other_day ? say("says what {} says of another day: {}", told, text)
                                     : say("says what {} says: {}", told, text),
                        mend_of(again, first)});
  }
  return findings;
}

/// Projects of one county with the same plain title, in either language.
Findings find_same_projects(store::Db& db) {
  std::unordered_map<store::TextKey, std::int64_t, store::TextKeyHash> first_of;
  std::map<std::int64_t, std::pair<std::int64_t, std::string>> twins;
  db.each(store::statement("project_titles"), {{"county", store::Value()}}, [&](store::Row& row) {
    const auto& title = row.text("title");
    const auto number = row.integer("id");
    const store::Value values[] = {
        number / numbers_per_book, row.integer("county_id"), plain_title(title)};
    const auto [first, is_new] = first_of.emplace(store::key_of(values), number);
    if (is_new || first->second == number) return;
    const std::pair twin(first->second, title);
    const auto at = twins.emplace(number, twin).first;
    at->second = std::min(at->second, twin);  // of both its titles
  });
  Findings findings;
  for (const auto& [again, twin] : twins) {
    const Reference first{Kind::project, twin.first};
    const Reference record{Kind::project, again};
    findings.push_back(
        {ReviewRule::twins,
         {record, first},
         say("is called as {} of the same county: {}", reference_in_book(first), twin.second),
         mend_of(record, first)});
  }
  return findings;
}

struct KnownCompany {
  std::int64_t number = 0;
  std::string name;
  std::string credit_code;
};

std::vector<KnownCompany> companies_of(store::Db& db) {
  std::vector<KnownCompany> companies;
  const store::Selection selection(Kind::company, {"name", "credit_code"});
  store::each_of_kind(db, selection, [&](const store::Records& records) {
    for (auto& company : records.as<Company>()) {
      companies.push_back(
          {company.id.number, std::move(company.name), std::move(company.credit_code)});
    }
  });
  return companies;
}

bool have_different_codes(const KnownCompany& left, const KnownCompany& right) {
  return !left.credit_code.empty() && !right.credit_code.empty() &&
         left.credit_code != right.credit_code;
}

/// Companies with names nearly alike, each with the one it is most like.
Findings find_like_companies(store::Db& db) {
  const auto companies = companies_of(db);
  const auto find = [&](std::int64_t number) -> const KnownCompany& {
    return *std::lower_bound(
        companies.begin(), companies.end(), number, [](const KnownCompany& known, std::int64_t of) {
          return known.number < of;
        });
  };
  Twins twins(db, true);
  std::map<std::pair<std::int64_t, std::int64_t>, double> pairs;  // the later one first
  for (const auto& company : companies) {
    const auto near = twins.near_company(company.name, [&](std::int64_t other) {
      return other != company.number && lie_in_one_book(other, company.number) &&
             !have_different_codes(find(other), company);
    });
    if (near) pairs[std::minmax(near->id, company.number, std::greater<>())] = near->likeness;
  }
  Findings findings;
  for (const auto& [pair, likeness] : pairs) {
    const Reference record{Kind::company, pair.first};
    const Reference first{Kind::company, pair.second};
    findings.push_back({ReviewRule::twins,
                        {record, first},
                        say("'{}' looks like '{}' ({} % alike)",
                            find(pair.first).name,
                            find(pair.second).name,
                            std::lround(likeness * 100)),
                        mend_of(record, first)});
  }
  return findings;
}

}  // namespace

Findings find_twins(store::Db& db, const ReviewQuery& query) {
  auto findings = find_like_companies(db);
  for (auto& finding : find_same_projects(db)) findings.push_back(std::move(finding));
  for (auto& finding : find_same_records(db, query.unit)) findings.push_back(std::move(finding));
  return findings;
}

}  // namespace leadbook::service
