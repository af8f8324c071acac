#include "cli/daily/due_list.hpp"

#include "cli/frame/command_line.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

using service::DueItem;
using service::DueThing;
using service::DueTime;

/// "2020-05-19 Tuesday, 3 days late".
std::string when_text(const DueItem& item) {
  if (!item.on) return say("no day");
  auto day = format_day(*item.on) + " " + weekday_name(*item.on);
  if (item.days_late == 0) return day;
  return say_count("{1}, {0} day late", "{1}, {0} days late", item.days_late, day);
}

/// "Overdue, 3 items".
std::string heading_of(DueTime time, std::int64_t count) {
  return say_count("{1}, {0} item", "{1}, {0} items", count, name_of(time));
}

}  // namespace

std::string what_text(const DueItem& item, store::Names& names) {
  const auto head = reference_text(item.record) + " " + std::string(name_of(item.thing));
  auto text = head;
  if (!item.owner.empty()) text += " · " + item.owner;
  if (!item.text.empty()) text += std::string(choose(": ", "：")) + item.text;
  std::string about;
  const auto add = [&](Kind kind, std::int64_t number) {
    if (number == 0 || (item.record == Reference{kind, number})) return;
    about += (about.empty() ? "" : std::string(choose(", ", "，"))) + names({kind, number});
  };
  add(Kind::company, item.company.number);
  add(Kind::project, item.project.number);
  add(Kind::county, item.county.number);
  return about.empty() ? text : say("{} ({})", text, about);
}

void read_names(const std::vector<DueItem>& items, store::Names& names) {
  std::vector<Reference> mentioned;
  for (const auto& item : items) {
    mentioned.push_back({Kind::project, item.project.number});
    mentioned.push_back({Kind::county, item.county.number});
    mentioned.push_back({Kind::company, item.company.number});
  }
  names.read(mentioned);
}

present::Card due_list(const std::vector<DueItem>& items,
                       store::Names& names,
                       const service::DueQuery& query) {
  present::Card card{say("What is due"), {}, {}};
  if (items.empty()) {
    const auto until = query.until.value_or(service::end_of_next_week(query.today));
    card.sections.push_back(
        {"", {{say("Until {}", format_day(until)), say("nothing is due")}}, {}});
  }
  for (std::size_t at = 0; at < items.size();) {
    const auto time = items[at].time;
    auto& section = card.sections.emplace_back();
    std::int64_t count = 0;
    for (; at < items.size() && items[at].time == time; ++at, ++count) {
      section.facts.emplace_back(when_text(items[at]), what_text(items[at], names));
      section.facts.emplace_back("", "leadbook " + told_words(items[at].command));
    }
    section.heading = heading_of(time, count);
  }
  return card;
}

}  // namespace leadbook::cli
