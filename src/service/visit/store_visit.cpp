#include <algorithm>
#include <utility>

#include "leadbook/domain/list_text.hpp"
#include "leadbook/domain/record/kind_facts.hpp"
#include "leadbook/service/visit/visit.hpp"
#include "leadbook/store/record/names.hpp"

namespace leadbook::service {
namespace {

/// What was shown as new before it was confirmed is added, whatever it is like.
WriteRules confirmed_rules() {
  WriteRules rules;
  rules.create = true;
  rules.like_name = LikeName::pass;
  rules.refuse_twins = false;
  return rules;
}

class VisitWriter {
 public:
  VisitWriter(store::Change& change, Resolver& resolver, Day today, bool allow_twins)
      : change_(change), resolver_(resolver), today_(today), allow_twins_(allow_twins) {}

  StoredVisit write(const TalkDraft& draft, const LookedUp& looked) {
    if (!make_firms(looked) || !make_project(draft, looked)) return std::move(stored_);
    if (!make_contacts(draft)) return std::move(stored_);
    std::vector<FieldInput> inputs;
    for (const auto& field : draft.fields) {
      if (field.field == "contact" || field.field == "investment") continue;
      inputs.push_back({field.field, text_of(field)});
    }
    WriteRules rules;
    rules.refuse_twins = !allow_twins_;
    RecordWriter writer(change_, resolver_, Kind::negotiation, rules);
    stored_.talk = writer.add(writer.read(Negotiation(), std::move(inputs), today_, {}));
    if (!stored_.talk.problems.empty()) stored_.refused = stored_.talk;
    return std::move(stored_);
  }

 private:
  /// Names are given as references: what was shown is what is stored.
  std::string text_of(const DraftField& field) const {
    if (field.field == "counterparts") {
      std::vector<std::vector<std::string>> items;
      for (const auto& [id, beside] : firms_) {
        items.push_back({reference_text({Kind::company, id}), beside});
      }
      return write_list_text(items);
    }
    if (field.field == "project") return reference_text({Kind::project, project_});
    return field.text;
  }

  std::optional<std::int64_t> add(Kind kind, std::vector<FieldInput> inputs) {
    RecordWriter writer(change_, resolver_, kind, confirmed_rules());
    auto written = writer.add(writer.read(blank_record(kind), std::move(inputs), today_, {}));
    if (!written.problems.empty()) {
      stored_.refused = std::move(written);
      return {};
    }
    const auto made = reference_of(written.record);
    stored_.made.push_back(made);
    return made.number;
  }

  bool make_firms(const LookedUp& looked) {
    for (const auto& firm : looked.firms) {
      auto id = firm.id;
      if (id == 0) {
        const auto made = add(Kind::company, {{"name", firm.name}});
        if (!made) return false;
        id = *made;
        resolver_.remember({Kind::company, id}, firm.name);
      }
      firms_.emplace_back(id, firm.beside);
    }
    return true;
  }

  bool make_project(const TalkDraft& draft, const LookedUp& looked) {
    if (!looked.project) return true;
    project_ = looked.project->id;
    if (project_ != 0) return true;
    std::string investors;
    for (const auto& firm : firms_) {
      investors += (investors.empty() ? "" : ";") + reference_text({Kind::company, firm.first});
    }
    std::vector<FieldInput> inputs = {{"title", looked.project->name},
                                      {"county", std::string(draft.text("county"))},
                                      {"investors", investors}};
    if (const auto amount = draft.text("investment"); !amount.empty()) {
      inputs.push_back({"planned_investment", std::string(amount)});
    }
    if (const auto on = draft.text("on"); !on.empty()) {
      inputs.push_back({"lead_on", std::string(on)});
    }
    const auto made = add(Kind::project, std::move(inputs));
    if (!made) return false;
    project_ = *made;
    resolver_.remember({Kind::project, project_}, looked.project->name);
    return true;
  }

  /// "王经理|总经理|138…": a person of the first firm.
  bool make_contacts(const TalkDraft& draft) {
    constexpr const char* fields[] = {"name", "post", "phone", "wechat", "email", "note"};
    for (const auto& item : read_list_text(draft.text("contact"))) {
      if (firms_.empty()) continue;
      std::vector<FieldInput> inputs = {
          {"company", reference_text({Kind::company, firms_.front().first})}};
      for (std::size_t at = 0; at < item.size() && at < std::size(fields); ++at) {
        if (!item[at].empty()) inputs.push_back({fields[at], item[at]});
      }
      if (!add(Kind::contact, std::move(inputs))) return false;
    }
    return true;
  }

  store::Change& change_;
  Resolver& resolver_;
  Day today_;
  bool allow_twins_;
  std::vector<std::pair<std::int64_t, std::string>> firms_;
  std::int64_t project_ = 0;
  StoredVisit stored_;
};

}  // namespace

StoredVisit store_visit(store::Change& change,
                        Resolver& resolver,
                        const TalkDraft& draft,
                        const BookNames& names,
                        Day today,
                        bool allow_twins) {
  const auto looked = look_up(draft, change.db(), names);
  return VisitWriter(change, resolver, today, allow_twins).write(draft, looked);
}

}  // namespace leadbook::service
