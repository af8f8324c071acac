#include "leadbook/service/records/rounds.hpp"

#include "leadbook/store/record/many.hpp"

namespace leadbook::service {

Rounds rounds_of(store::Db& db, std::vector<std::int64_t> projects) {
  const store::KeyedRows talks{store::shape_of(Kind::negotiation).table,
                               "project_id",
                               {"id", "round"},
                               ", on_until, on_from, id"};
  Rounds rounds;
  std::int64_t project = 0;
  std::vector<std::int64_t> ids;
  std::vector<std::optional<std::int64_t>> stated;
  const auto number = [&] {
    const auto numbers = number_rounds(stated);
    for (std::size_t index = 0; index < ids.size(); ++index) rounds[ids[index]] = numbers[index];
    ids.clear();
    stated.clear();
  };
  store::each_of(db, talks, store::ascending(std::move(projects)), [&](store::Row& row) {
    const auto of = row.integer("project_id");
    if (of != project) number();
    project = of;
    ids.push_back(row.integer("id"));
    stated.emplace_back();
    if (!store::is_null(row.at("round"))) stated.back() = row.integer("round");
  });
  number();
  return rounds;
}

Rounds rounds_of(const std::vector<Negotiation>& talks) {
  std::vector<std::optional<std::int64_t>> stated;
  for (const auto& talk : talks) stated.push_back(talk.round);
  const auto numbers = number_rounds(stated);
  Rounds rounds;
  for (std::size_t at = 0; at < talks.size(); ++at) rounds[talks[at].id.number] = numbers[at];
  return rounds;
}

std::optional<std::int64_t> round_of(store::Db& db, const Negotiation& negotiation) {
  if (!negotiation.project) return negotiation.round;
  const auto rounds = rounds_of(db, {negotiation.project.number});
  const auto found = rounds.find(negotiation.id.number);
  if (found == rounds.end()) return {};
  return found->second;
}

}  // namespace leadbook::service
