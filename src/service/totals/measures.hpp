// What each record adds to each measure: the definitions in service/totals.hpp, put to work.
#pragma once

#include "service/totals/grouping.hpp"

namespace leadbook::service {

class Measuring {
 public:
  Measuring(const TotalsQuery& query, Tally& tally, Grouping& grouping, Conversion& conversion)
      : query_(query), tally_(tally), grouping_(grouping), conversion_(conversion) {}

  /// All that one project adds.
  void take_project(const ProjectFacts& facts);

  /// A paper of the period.
  void take_paper(const PostedPaper& paper, const Occasion& occasion);

  /// What a project states, at its first paper within the period.
  void take_signed(const Project& project, const PostedPaper& first, const Occasion& occasion);

  /// The same of a project that counts on another day; amounts at the rate of `on`.
  void take_stated(const Project& project, const Date& on, const Occasion& occasion);

  /// A paper of the period without an amount became known by another of the period.
  void take_known(bool outside, const Occasion& unknown, const Occasion& known);

 private:
  void take_outside(const PostedPaper& paper, const Occasion& occasion);
  void take_no_outside(Occasion occasion);
  void take_rates(const ProjectFacts& facts, const Occasion& occasion);
  void take_funds_rate(const ProjectFacts& facts, const Occasion& occasion);
  void take_stages(const ProjectFacts& facts);
  void take_standing(const ProjectFacts& facts, const Occasion& of_project);
  void take_reached(const ProjectFacts& facts, const Occasion& of_project);
  void take_chosen(const ProjectFacts& facts, const Occasion& occasion);
  void take_counted(Measure count,
                    Measure investment,
                    const ProjectFacts& facts,
                    const Occasion& occasion);
  void take_outlays(const ProjectFacts& facts);
  void take_year(const ProjectFacts& facts, std::span<const YearReport> reports);
  /// The day an amount that a project states is converted at, wherever it stands.
  Date stated_on(const ProjectFacts& facts) const;
  void take_funds(const ProjectFacts& facts);
  void take_completed(const ProjectFacts& facts);
  void add_money(Measure measure,
                 Occasion occasion,
                 const std::optional<Amount>& amount,
                 const Date& on,
                 const Reference& record);
  Occasion occasion_of(const ProjectFacts& facts, const PostedPaper& paper) const;
  /// Whether something certainly happened by the end of the period.
  bool is_over(const std::optional<Date>& date) const;

  const TotalsQuery& query_;
  Tally& tally_;
  Grouping& grouping_;
  Conversion& conversion_;
};

}  // namespace leadbook::service
