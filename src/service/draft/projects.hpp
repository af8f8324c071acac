// Projects named in a sentence, with what it says of them.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "leadbook/domain/record/stage.hpp"
#include "service/draft/amounts.hpp"
#include "service/draft/firms.hpp"
#include "service/draft/prose.hpp"

namespace leadbook::service::drafting {

struct ProjectMention {
  Span title;
  std::vector<Span> firms;  // who invests, as far as the sentence says
  std::optional<Sum> planned;
  std::optional<Sum> sales;
  std::optional<Sum> tax;
  std::optional<Sum> funds;
  std::optional<std::int64_t> land;
  std::optional<std::int64_t> jobs;
  bool is_listed = false;  // one of a list: "1.FIRM——TITLE,5.8亿元"
  bool is_strong = true;   // named as a project, not only by what it builds
  std::optional<Stage> stage;
};

/// The projects of one sentence or part. `used` holds the sums that were taken.
std::vector<ProjectMention> find_projects(std::string_view text,
                                          std::size_t offset,
                                          const std::vector<Firm>& firms,
                                          const std::vector<Sum>& sums,
                                          std::vector<bool>& used);

/// What a sentence says that goes on about a project told of before: 总投资, 占地, 达产后.
void add_facts(ProjectMention& project,
               std::string_view text,
               std::size_t offset,
               const std::vector<Sum>& sums,
               std::vector<bool>& used);

/// Whether a sentence goes on about the project before it.
bool goes_on_about_project(std::string_view text);

}  // namespace leadbook::service::drafting
