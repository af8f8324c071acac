// One thing that is counted, and which groups of a total it belongs to.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "service/money/conversion.hpp"
#include "service/totals/counties.hpp"
#include "service/totals/criteria.hpp"
#include "service/totals/facts.hpp"
#include "service/totals/tally.hpp"

namespace leadbook::service {

/// When, where and of which project something counts. What an occasion does not know is unknown.
struct Occasion {
  const ProjectFacts* project = nullptr;
  std::int64_t county = 0;
  std::optional<Date> on;
  std::string_view mode;
  std::string_view leader;  // of a trip; else the project's
  std::optional<Currency> currency;
  const std::vector<std::int64_t>* companies = nullptr;  // of a talk; else the project's investors
};

/// Finds the groups of occasions: the value, or the values, each dimension has for them.
class Grouping {
 public:
  Grouping(store::Db& db, const TotalsQuery& query, Tally& tally, Conversion& conversion);

  /// The groups an occasion belongs to; none where the query's condition does not hold for it.
  /// Valid until the next call.
  const std::vector<std::size_t>& groups_of(const Occasion& occasion);

  /// What an occasion has for a criterion.
  Answer answer(TotalsCriterion criterion, const Occasion& occasion);

  /// Makes the groups that have their row even where nothing fell into them: every county of the
  /// book, every span of the period.
  void make_standing_groups();

  /// What of a project must be read to answer this query.
  static bool asks_of_project(const TotalsQuery& query);
  static bool asks_of_spells(const TotalsQuery& query);
  static bool asks_of_modes(const TotalsQuery& query);

 private:
  void add_keys(std::size_t dimension, const Occasion& occasion);
  void add_company_keys(std::size_t dimension, const Occasion& occasion);
  void add_size_keys(std::size_t dimension, std::int64_t planned);
  void add_text(std::size_t dimension, const std::string& text, std::int64_t order = 0);
  template <class E>
  void add_word(std::size_t dimension, const std::optional<E>& word);
  void add_county(std::size_t dimension, std::int64_t county);
  void add_city(std::size_t dimension, std::int64_t county);
  std::int32_t span_key(std::size_t dimension, const Date& on);
  bool holds(const Occasion& occasion);
  bool may_hold_for_county(std::int64_t county);
  Answer answer_of_project(TotalsCriterion criterion, const Occasion& occasion);
  std::optional<std::int64_t> planned_cny(const ProjectFacts& facts);
  std::optional<std::int64_t> contract_cny(const ProjectFacts& facts);
  std::optional<PlaceOfOrigin> place_of(const Occasion& occasion);
  std::vector<std::int64_t> companies_of(const Occasion& occasion) const;
  std::vector<std::string> flags_of(const Occasion& occasion) const;
  Stage stage_of(const ProjectFacts& facts) const;

  const TotalsQuery& query_;
  Tally& tally_;
  Conversion& conversion_;
  std::string city_code_;
  Counties counties_;
  CompaniesByNumber companies_;
  std::unordered_map<std::string, std::optional<PlaceOfOrigin>> places_;
  std::vector<std::unordered_map<Day::rep, std::int32_t>> spans_;  // by dimension: of whole days
  std::array<Answer, 32> answers_;                                 // of the occasion
  std::vector<std::vector<std::int32_t>> keys_;                    // of the occasion, by dimension
  std::vector<std::size_t> groups_;
  std::vector<std::int32_t> chosen_;  // one of the keys of each dimension
  std::vector<std::size_t> at_;
};

}  // namespace leadbook::service
