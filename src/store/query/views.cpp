// The views of user statements, made from the records' field lists: a field added there is a
// column here.
#include <algorithm>

#include "leadbook/domain/record/fields/all.hpp"
#include "leadbook/domain/record/kind_facts.hpp"
#include "leadbook/domain/record/records.hpp"
#include "leadbook/store/query.hpp"
#include "leadbook/store/record/codec.hpp"
#include "store/query/view_maker.hpp"

namespace leadbook::store {
namespace {

/// How each type of field lies in a view; a type that is not among them does not compile.
template <class T>
struct ViewColumns;

template <class T>
struct ViewColumns<std::optional<T>> : ViewColumns<T> {};

template <>
struct ViewColumns<std::string> {
  static void add(ViewMaker& view, const std::string& name, const Words& words) {
    // BY is a word of the language.
    view.add_text(name == "by" ? "accepted_by" : name, "t.\"" + name + "\"", words);
  }
};

template <>
struct ViewColumns<Currency> : ViewColumns<std::string> {};

template <class E>
requires std::is_enum_v<E>
struct ViewColumns<E> : ViewColumns<std::string> {
};

template <>
struct ViewColumns<std::int64_t> {
  static void add(ViewMaker& view, const std::string& name, const Words& words) {
    view.add_number(name, "t.\"" + name + "\"", words);
  }
};

template <>
struct ViewColumns<Date> {
  static void add(ViewMaker& view, const std::string& name, const Words& words) {
    view.add_date(name, words);
  }
};

template <>
struct ViewColumns<Amount> {
  static void add(ViewMaker& view, const std::string& name, const Words& words) {
    view.add_amount(name, "t." + name + "_minor", "t." + name + "_currency", words);
    view.add_text(
        name + "_qualifier", "t." + name + "_qualifier", words.with(", how exact", "（精确程度）"));
  }
};

template <class Unit>
struct ViewColumns<Quantity<Unit>> {
  static void add(ViewMaker& view, const std::string& name, const Words& words) {
    const auto hundredths = "t." + name + "_hundredths";
    const auto shown = name + Unit::view_suffix;
    const auto& of_unit = Unit::view_words;
    const auto& of_hundredths = Unit::hundredths_words;
    view.add_text(shown, decimal_sql(hundredths, "100"), words.with(of_unit[0], of_unit[1]));
    view.add_number(
        shown + "_hundredths", hundredths, words.with(of_hundredths[0], of_hundredths[1]));
  }
};

template <>
struct ViewColumns<RateValue> {
  static void add(ViewMaker& view, const std::string& name, const Words& words) {
    const auto e10 = "t." + name + "_e10";
    view.add_text(name, decimal_sql(e10, "10000000000"), words);
    view.add_number(name + "_e10", e10, words.with(", times 10^10", "（乘以10^10）"));
  }
};

template <class R>
struct ViewColumns<Id<R>> {
  static void add(ViewMaker& view, const std::string& name, const Words& words) {
    view.add_link(kind_of<R>, name, "t." + name + "_id", words);
  }
};

template <class T>
void add_fields(ViewMaker& view) {
  for_each_field<T>([&](const auto& field) {
    using Type = typename std::decay_t<decltype(field)>::Type;
    if constexpr (!is_list<Type>) {
      if (field.personal) return;
      ViewColumns<Type>::add(view, field.name, {field.english, field.chinese});
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

std::vector<QueryView> make_views() {
  std::vector<QueryView> views;
  for (const auto kind : all_kinds) {
    if (!facts_of(kind).is_queried) continue;
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
