// The views of user statements, made from the records' field lists: a field added there is a
// column here.
#include <algorithm>

#include "leadbook/domain/fields/all.hpp"
#include "leadbook/domain/records.hpp"
#include "leadbook/store/codec.hpp"
#include "leadbook/store/query.hpp"
#include "store/query_view_maker.hpp"

namespace leadbook::store {
namespace {

template <class T>
struct Plain {
  using Type = T;
};
template <class T>
struct Plain<std::optional<T>> {
  using Type = T;
};

template <class R>
Kind kind_named(Id<R>) {
  return kind_of<R>;
}

template <class T>
concept IsId = requires(T id) {
  kind_named(id);
};

/// The columns of one field; those of a list are in a view of its own.
template <class T>
void add_field(ViewMaker& view, const std::string& name, const Words& words) {
  const auto column = "t.\"" + name + "\"";
  if constexpr (std::is_same_v<T, Date>) {
    view.add_date(name, words);
  } else if constexpr (std::is_same_v<T, Amount>) {
    view.add_amount(name, "t." + name + "_minor", "t." + name + "_currency", words);
    view.add_text(
        name + "_qualifier", "t." + name + "_qualifier", words.with(", how exact", "（精确程度）"));
  } else if constexpr (std::is_same_v<T, Area>) {
    const auto hundredths = "t." + name + "_hundredths";
    view.add_text(name + "_mu", decimal_sql(hundredths, "100"), words);
    view.add_number(
        name + "_mu_hundredths", hundredths, words.with(", in hundredths", "（百分之一亩）"));
  } else if constexpr (std::is_same_v<T, Percent>) {
    const auto hundredths = "t." + name + "_hundredths";
    view.add_text(name, decimal_sql(hundredths, "100"), words.with(", in percent", "（%）"));
    view.add_number(
        name + "_hundredths", hundredths, words.with(", in hundredths of a percent", "（万分数）"));
  } else if constexpr (std::is_same_v<T, RateValue>) {
    const auto e10 = "t." + name + "_e10";
    view.add_text(name, decimal_sql(e10, "10000000000"), words);
    view.add_number(name + "_e10", e10, words.with(", times 10^10", "（乘以10^10）"));
  } else if constexpr (IsId<T>) {
    view.add_link(kind_named(T()), name, "t." + name + "_id", words);
  } else if constexpr (std::is_same_v<T, std::int64_t>) {
    view.add_number(name, column, words);
  } else {
    // BY is a word of the language.
    view.add_text(name == "by" ? "accepted_by" : name, column, words);
  }
}

template <class T>
void add_fields(ViewMaker& view) {
  for_each_field<T>([&](const auto& field) {
    using Type = typename std::decay_t<decltype(field)>::Type;
    if constexpr (!is_list<Type>) {
      add_field<typename Plain<Type>::Type>(view, field.name, {field.english, field.chinese});
    }
  });
}

template <class R>
bool has_field(std::string_view name) {
  bool has = false;
  for_each_field<R>([&](const auto& field) { has = has || name == field.name; });
  return has;
}

Words words_of(Kind kind) {
  const auto& word = word_of(kind);
  return {std::string(word.english), std::string(word.chinese)};
}

template <class R>
QueryView record_view() {
  constexpr auto kind = kind_of<R>;
  const std::string name(identifier(kind));
  ViewMaker view(name, name, words_of(kind));
  view.add_reference(kind, "", "t.id", words_of(kind));
  if constexpr (kind == Kind::project) {
    view.join("project_stage", "j_stage", "project_id", "t.id");
    view.add_text("stage", "j_stage.stage", {"Stage it stands in", "所处阶段"});
    view.add_text("stage_since_first",
                  "j_stage.since_from",
                  {"In it since, first day", "进入阶段（最早日）"});
    view.add_text(
        "stage_since_last", "j_stage.since_until", {"In it since, last day", "进入阶段（最晚日）"});
  }
  add_fields<R>(view);
  if (has_field<R>("project") && !has_field<R>("county")) {
    view.add_link(Kind::county, "county", "j_project.county_id", {"County", "县区"});
  }
  return view.take();
}

/// The lists a kind of record holds, each a view with a row an item.
template <class R>
void add_part_views(std::vector<QueryView>& views) {
  constexpr auto kind = kind_of<R>;
  const std::string owner(identifier(kind));
  for_each_field<R>([&](const auto& field) {
    using Type = typename std::decay_t<decltype(field)>::Type;
    if constexpr (is_list<Type>) {
      const Words words{field.english, field.chinese};
      const auto table = owner + "_" + field.name;
      const auto owner_words = words_of(kind);
      ViewMaker view(
          table,
          table,
          {owner_words.english + ": " + words.english, owner_words.chinese + "：" + words.chinese});
      view.add_link(kind, owner, "t.record_id", owner_words);
      view.add_number("position", "t.position", {"Place in the list", "序号"});
      if constexpr (std::is_same_v<typename Type::value_type, std::string>) {
        view.add_text("value", "t.value", words);
      } else {
        add_fields<typename Type::value_type>(view);
      }
      views.push_back(view.take());
    }
  });
}

QueryView stage_view() {
  ViewMaker view("project_stage", "project_stage", {"where projects stand", "项目所处阶段"});
  view.add_link(Kind::project, "project", "t.project_id", {"Project", "项目"});
  view.add_link(Kind::county, "county", "j_project.county_id", {"County", "县区"});
  view.add_text("stage", "t.stage", {"Stage it stands in", "所处阶段"});
  view.add_date("since", {"In it since", "进入阶段"});
  return view.take();
}

QueryView posting_view() {
  ViewMaker view("posting", "posting", {"what papers add to totals", "签约计入汇总的明细"});
  view.add_link(Kind::project, "project", "t.project_id", {"Project", "项目"});
  view.add_link(Kind::signing, "signing", "t.signing_id", {"Signing", "签约"});
  view.add_link(Kind::county, "county", "t.county_id", {"County", "县区"});
  view.add_number("position", "t.position", {"Place in the list", "序号"});
  view.add_text("measure", "t.measure", {"Measure it counts in", "计入指标"});
  view.add_text("step", "t.step", {"Why it counts", "计入原因"});
  view.add_date("on", {"Date it counts at", "计入日期"});
  view.add_amount("amount", "t.minor", "t.currency", {"Amount added", "计入金额"});
  return view.take();
}

/// What concerns the program and no analyst.
bool is_shown(Kind kind) {
  return kind != Kind::map && kind != Kind::import && kind != Kind::report;
}

std::vector<QueryView> make_views() {
  std::vector<QueryView> views;
  for (const auto kind : all_kinds) {
    if (!is_shown(kind)) continue;
    with_record(kind, [&]<class R>() {
      views.push_back(record_view<R>());
      add_part_views<R>(views);
    });
  }
  views.push_back(stage_view());
  views.push_back(posting_view());
  std::stable_sort(views.begin(), views.end(), [](const auto& left, const auto& right) {
    return left.name < right.name;
  });
  return views;
}

}  // namespace

const std::vector<QueryView>& query_views() {
  static const std::vector<QueryView> views = make_views();
  return views;
}

}  // namespace leadbook::store
