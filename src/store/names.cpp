#include "leadbook/store/names.hpp"

#include "leadbook/text/translate.hpp"

namespace leadbook::store {
namespace {

std::string first_of(const std::string& first, const std::string& second) {
  return first.empty() ? second : first;
}

std::string name_in(const County& county, Language language) {
  if (language == Language::chinese) return county.name;
  return first_of(county.english, county.name);
}

std::string name_in(const Company& company, Language) { return company.name; }
std::string name_in(const Project& project, Language) { return project.title; }
std::string name_in(const Delegation& delegation, Language) { return delegation.title; }
std::string name_in(const Negotiation& negotiation, Language) {
  return first_of(negotiation.subject, negotiation.summary);
}
std::string name_in(const Signing& signing, Language) {
  return first_of(signing.contract_no, signing.title);
}
std::string name_in(const Event& event, Language) { return event.title; }
std::string name_in(const Station& station, Language) { return station.title; }
std::string name_in(const Task& task, Language) { return task.title; }
std::string name_in(const Figure& figure, Language) { return figure.indicator; }
std::string name_in(const Book& book, Language) { return book.name; }
std::string name_in(const ColumnMap& map, Language) { return map.name; }
std::string name_in(const Procedure& procedure, Language) { return procedure.item; }
std::string name_in(const Funds& funds, Language) { return first_of(funds.evidence, funds.phase); }
std::string name_in(const Program& program, Language) { return program.name; }
std::string name_in(const Target& target, Language language) {
  for (const auto& word : words<Measure>()) {
    if (word.value == target.indicator) {
      return std::string(language == Language::chinese ? word.chinese : word.english);
    }
  }
  return "";
}
std::string name_in(const Credit& credit, Language) { return credit.document; }
std::string name_in(const Report& report, Language) { return report.name; }
std::string name_in(const Import& import, Language) { return import.file; }
std::string name_in(const Rate& rate, Language) {
  return std::string(rate.currency.code()) + (rate.on ? " " + date_text(*rate.on) : "");
}

std::string name_in(Db& db, const Reference& record, Language language) {
  return with_record(record.kind, [&]<class R>() -> std::string {
    const auto found = find<R>(db, Id<R>{record.number});
    return found ? name_in(*found, language) : std::string();
  });
}

}  // namespace

std::string name_of(Db& db, const Reference& record) { return name_in(db, record, language()); }

std::string canonical_name_of(Db& db, const Reference& record) {
  const auto name = name_in(db, record, Language::chinese);
  return name.empty() ? reference_text(record) : name;
}

const std::string& Names::operator()(const Reference& record) {
  const auto known = known_.find(record);
  if (known != known_.end()) return known->second;
  // A list that names many counties names most of them.
  constexpr int many = 10;
  if (record.kind == Kind::county && ++counties_asked_ == many) {
    read_counties();
    return (*this)(record);
  }
  return known_.emplace(record, name_of(db_, record)).first->second;
}

void Names::read_counties() {
  db_.each(statement("county_names"), {}, [&](Row& row) {
    County county;
    county.name = row.text("name");
    county.english = row.text("english");
    known_.emplace(Reference{Kind::county, row.integer("id")}, name_in(county, language()));
  });
}

}  // namespace leadbook::store
