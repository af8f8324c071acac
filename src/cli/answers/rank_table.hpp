// The tables of a ranking: by a measure, by points, and how the points came about.
#pragma once

#include <string>
#include <vector>

#include "leadbook/present/table.hpp"
#include "leadbook/service/standing/ranking.hpp"
#include "leadbook/store/record/names.hpp"

namespace leadbook::cli {

/// A listing with the columns people read, and the one that bars are drawn of.
struct RankTable {
  present::Table table;
  std::string readable;
  std::string drawn;
};

RankTable make_measure_table(const service::RankQuery& query,
                             const service::Ranking& ranking,
                             store::Names& names);

RankTable make_score_table(const service::RankQuery& query,
                           const service::Ranking& ranking,
                           store::Names& names);

/// A row for each item of each county: its formula with the numbers in it.
RankTable make_score_explanation(const service::RankQuery& query,
                                 const service::Ranking& ranking,
                                 store::Names& names);

/// Definitions and rules, ties, movement and who is apart, one sentence a note.
std::vector<std::string> rank_notes(const service::RankQuery& query,
                                    const service::Ranking& ranking);

/// "40" of 4000 hundredths, "2.50" of 250.
std::string points_text(std::int64_t hundredths);

}  // namespace leadbook::cli
