// What a condition over totals may ask of, in the order of `totals_criteria`.
#pragma once

namespace leadbook::service {

enum class TotalsCriterion {
  county,
  city,
  title,
  chain,
  industry,
  content,
  stage,
  leader,
  task_force,
  program,
  company,
  flag,
  origin,
  source,
  capital,
  amount,
  planned,
  land,
  jobs,
  size,
  date,
  mode,
  currency,
};

}  // namespace leadbook::service
