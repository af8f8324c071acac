#include "leadbook/service/rounds.hpp"

namespace leadbook::service {

std::map<std::int64_t, std::int64_t> rounds_of(store::Db& db, Id<Project> project) {
  std::vector<std::int64_t> ids;
  std::vector<std::optional<std::int64_t>> stated;
  db.each(store::statement("project_rounds"), {{"project", project.number}}, [&](store::Row& row) {
    ids.push_back(row.integer("id"));
    stated.emplace_back();
    if (!store::is_null(row.at("round"))) stated.back() = row.integer("round");
  });
  const auto numbers = number_rounds(stated);
  std::map<std::int64_t, std::int64_t> rounds;
  for (std::size_t index = 0; index < ids.size(); ++index) rounds[ids[index]] = numbers[index];
  return rounds;
}

std::optional<std::int64_t> round_of(store::Db& db, const Negotiation& negotiation) {
  if (!negotiation.project) return negotiation.round;
  const auto rounds = rounds_of(db, negotiation.project);
  const auto found = rounds.find(negotiation.id.number);
  if (found == rounds.end()) return {};
  return found->second;
}

}  // namespace leadbook::service
