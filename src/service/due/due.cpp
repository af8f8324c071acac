#include "leadbook/service/due/due.hpp"

#include <algorithm>
#include <tuple>

#include "leadbook/domain/error.hpp"
#include "leadbook/service/records/command_on.hpp"
#include "leadbook/store/record/many.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::service {
namespace {

using Command = std::vector<std::string>;

Day week_end(Day day) {
  const std::chrono::weekday weekday(day);
  return day + (std::chrono::Sunday - weekday);
}

DueTime time_of(std::optional<Day> due, Day today) {
  if (!due) return DueTime::no_day;
  const Day on = *due;
  if (on < today) return DueTime::overdue;
  if (on == today) return DueTime::today;
  if (on <= week_end(today)) return DueTime::this_week;
  return on <= end_of_next_week(today) ? DueTime::next_week : DueTime::later;
}

/// A row of what is due, as all statements of sql/due have it.
DueItem item_of(store::Row& row, Kind kind) {
  DueItem item;
  item.record = {kind, row.integer("id")};
  if (!store::is_null(row.at("due"))) {
    item.on = parse_iso_day(row.text("due"));
    if (!item.on) throw Error(ErrorKind::failed, row.text("due"));
  }
  item.text = row.text("text");
  item.owner = row.text("owner");
  item.county = {row.integer_or_zero("county_id")};
  item.project = {row.integer_or_zero("project_id")};
  item.company = {row.integer_or_zero("company_id")};
  item.uid = row.text("uid");
  return item;
}

class Finder {
 public:
  Finder(store::Db& db, const DueQuery& query)
      : db_(db), today_(query.today), until_(query.until.value_or(end_of_next_week(query.today))) {}

  void find_next_steps() {
    each("due_next_steps", Kind::negotiation, [](DueItem& item, std::int64_t) {
      item.thing = DueThing::next_step;
      item.command = command_about(item.record, {"next"}, {"--done"});
    });
  }

  void find_promises() {
    each("due_promises", Kind::negotiation, [](DueItem& item, std::int64_t position) {
      item.thing = DueThing::promise;
      item.part = position;
      item.command = command_about(item.record, {"kept"}, {std::to_string(position)});
    });
  }

  void find_tasks() {
    each("due_tasks", Kind::task, [](DueItem& item, std::int64_t is_directive) {
      item.thing = is_directive != 0 ? DueThing::directive : DueThing::task;
      item.command = command_on(item.record, "close");
    });
  }

  void find_plans() {
    static constexpr std::tuple<DueThing, Stage> steps[] = {
        {DueThing::start, Stage::started},
        {DueThing::completion, Stage::completed},
        {DueThing::production, Stage::in_production}};
    each("due_plans", Kind::project, [](DueItem& item, std::int64_t step) {
      const auto& [thing, stage] = steps[step];
      item.thing = thing;
      item.command = command_on(item.record, "move", {std::string(identifier(stage))});
    });
  }

  void find_waivers() {
    const auto complete = [](DueItem& item, std::int64_t position) {
      item.thing = DueThing::waiver;
      item.part = position;
      item.command = command_on(item.record, "edit", {"--waivers", "REASON|DAY"});
    };
    each("due_waivers", Kind::project, complete, {{"today", format_day(today_)}});
  }

  /// A report is due the book's days after the return.
  void find_reports() {
    const auto book = store::find(db_, Id<Book>{1});
    const auto days = std::chrono::days(report_days(book ? *book : Book()));
    std::vector<std::int64_t> numbers;
    db_.each(store::statement("due_reports"), {}, [&](store::Row& row) {
      numbers.push_back(row.integer("id"));
    });
    const store::Selection selection(
        Kind::delegation, {"uid", "title", "county", "leader", "starts", "ends", "days"});
    store::each_numbered(db_, selection, numbers, [&](const store::Records& records) {
      for (const auto& trip : records.as<Delegation>()) {
        const auto back = return_day(trip);
        if (!back || *back + days > until_) continue;
        DueItem item;
        item.thing = DueThing::trip_report;
        item.on = *back + days;
        item.record = {Kind::delegation, trip.id.number};
        item.text = trip.title;
        item.owner = trip.leader;
        item.county = trip.county;
        item.uid = trip.uid;
        item.command = command_on(item.record, "report", {"TEXT"});
        items_.push_back(std::move(item));
      }
    });
  }

  std::vector<DueItem> take() {
    for (auto& item : items_) {
      item.time = time_of(item.on, today_);
      if (item.on) item.days_late = std::max<std::int64_t>((today_ - *item.on).count(), 0);
      item.uid += "-" + std::string(identifier(item.thing));
      if (item.part != 0) item.uid += "-" + std::to_string(item.part);
    }
    return std::move(items_);
  }

 private:
  /// Adds what a statement finds; `complete` says what each is.
  template <class Complete>
  void each(const char* statement,
            Kind kind,
            const Complete& complete,
            store::Parameters parameters = {}) {
    parameters.push_back({"until", format_day(until_)});
    db_.each(store::statement(statement), parameters, [&](store::Row& row) {
      auto item = item_of(row, kind);
      complete(item, row.integer("position"));
      items_.push_back(std::move(item));
    });
  }

  store::Db& db_;
  Day today_;
  Day until_;
  std::vector<DueItem> items_;
};

bool is_wanted(const DueItem& item, const DueQuery& query, const std::string& owner) {
  return (!query.county || item.county == query.county) &&
         (!query.project || item.project == query.project) &&
         (owner.empty() || text::fold(item.owner).find(owner) != std::string::npos);
}

}  // namespace

Day end_of_next_week(Day day) { return week_end(day) + std::chrono::weeks(1); }

std::vector<DueItem> find_due(store::Db& db, const DueQuery& query) {
  Finder finder(db, query);
  finder.find_next_steps();
  finder.find_promises();
  finder.find_tasks();
  finder.find_reports();
  finder.find_plans();
  finder.find_waivers();
  auto items = finder.take();
  const auto owner = text::fold(query.owner);
  std::erase_if(items, [&](const DueItem& item) { return !is_wanted(item, query, owner); });
  std::stable_sort(items.begin(), items.end(), [](const DueItem& left, const DueItem& right) {
    return std::tuple(!left.on, left.on, left.thing, left.record) <
           std::tuple(!right.on, right.on, right.thing, right.record);
  });
  return items;
}

}  // namespace leadbook::service

namespace leadbook {

template <>
std::span<const Word<service::DueThing>> words<service::DueThing>() {
  using service::DueThing;
  static constexpr Word<DueThing> table[] = {
      {DueThing::next_step, "next_step", "Next step", "下一步", "next_steps"},
      {DueThing::promise, "promise", "Promise", "承诺事项", "承诺|promises"},
      {DueThing::task, "task", "Task", "督办事项", "tasks"},
      {DueThing::directive, "directive", "Directive", "领导批示", "批示|交办|directives"},
      {DueThing::trip_report, "trip_report", "Trip report", "招商报告", "报告|trip_reports"},
      {DueThing::start, "start", "Planned start", "计划开工", "开工|planned_start"},
      {DueThing::completion,
       "completion",
       "Planned completion",
       "计划竣工",
       "竣工|planned_completion"},
      {DueThing::production,
       "production",
       "Planned production",
       "计划投产",
       "投产|planned_production"},
      {DueThing::waiver, "waiver", "Waiver ends", "延期到期", "延期|waivers"},
  };
  return table;
}

template <>
std::span<const Word<service::DueTime>> words<service::DueTime>() {
  using service::DueTime;
  static constexpr Word<DueTime> table[] = {
      {DueTime::overdue, "overdue", "Overdue", "已逾期", "逾期"},
      {DueTime::today, "today", "Today", "今天", "今日"},
      {DueTime::this_week, "this_week", "This week", "本周", ""},
      {DueTime::next_week, "next_week", "Next week", "下周", ""},
      {DueTime::later, "later", "Later", "以后", ""},
      {DueTime::no_day, "no_day", "No day", "未定期限", "无期限"},
  };
  return table;
}

}  // namespace leadbook
