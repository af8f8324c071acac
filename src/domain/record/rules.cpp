#include "leadbook/domain/record/rules.hpp"

#include <algorithm>

#include "leadbook/domain/naming/credit_code.hpp"
#include "leadbook/domain/place/division.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook {
namespace {

bool is_six_digits(std::string_view code) {
  return code.size() == 6 && std::all_of(code.begin(), code.end(), [](char symbol) {
           return symbol >= '0' && symbol <= '9';
         });
}

void fill(std::string& text, std::string_view value) {
  if (text.empty()) text = value;
}

void check_order(std::vector<Breach>& breaches,
                 const char* field,
                 const std::optional<Date>& first,
                 const std::optional<Date>& then) {
  if (first && then && then->last < first->first) {
    breaches.push_back({field, say("{} is before {}", date_text(*then), date_text(*first))});
  }
}

}  // namespace

std::vector<Breach> apply_rules(County& county) {
  std::vector<Breach> breaches;
  if (county.code.empty()) return breaches;
  if (!is_six_digits(county.code)) {
    breaches.push_back(
        {"code", say("'{}' is not a division code: it has six digits, as 230231", county.code)});
    return breaches;
  }
  if (const auto division = find_division(county.code)) {
    fill(county.name, division->name);
    fill(county.short_name, division->short_name);
    fill(county.english, division->english);
    fill(county.pinyin, division->pinyin);
  }
  return breaches;
}

std::vector<Breach> apply_rules(Company& company) {
  if (company.credit_code.empty()) return {};
  auto code = parse_credit_code(company.credit_code);
  if (!code) return {{"credit_code", code.problem().message}};
  company.credit_code = std::move(*code);
  return {};
}

std::vector<Breach> apply_rules(Contact& contact) {
  const auto told =
      contact.name + contact.post + contact.phone + contact.wechat + contact.email + contact.note;
  if (contact.state && !told.empty()) {
    return {{"name", say("this person was erased for good: add a contact anew")}};
  }
  // What a copy or an export leaves out is still known by its seal.
  if (contact.name.empty() && !contact.state && (!told.empty() || contact.seal.empty())) {
    return {{"name", say("{} is needed", std::string(choose("Name", "姓名")))}};
  }
  return {};
}

std::vector<Breach> apply_rules(Project& project) {
  std::vector<Breach> breaches;
  for (const auto& move : project.moves) {
    if (!is_on_ladder(move.stage) && move.reason.empty()) {
      breaches.push_back({"moves", say("'{}' needs a reason", name_of(move.stage))});
    }
  }
  check_order(breaches, "planned_completion", project.planned_start, project.planned_completion);
  for (const auto& phase : project.phases) {
    check_order(breaches, "phases", phase.planned_start, phase.planned_completion);
  }
  return breaches;
}

std::vector<Breach> apply_rules(Delegation& delegation) {
  std::vector<Breach> breaches;
  if (delegation.title.empty() && !delegation.leader.empty()) {
    delegation.title = delegation.leader;
    if (delegation.starts) delegation.title += " " + date_text(*delegation.starts);
  }
  check_order(breaches, "ends", delegation.starts, delegation.ends);
  check_order(breaches, "report_filed", delegation.starts, delegation.report_filed);
  if (delegation.batch && *delegation.batch == 0) {
    breaches.push_back({"batch", say("batches are counted from 1")});
  }
  if (delegation.days && *delegation.days == 0) {
    breaches.push_back({"days", say("a trip lasts at least one day")});
  }
  return breaches;
}

std::vector<Breach> apply_rules(Negotiation& negotiation) {
  std::vector<Breach> breaches;
  check_order(breaches, "next_due", negotiation.on, negotiation.next_due);
  if (negotiation.round && *negotiation.round == 0) {
    breaches.push_back({"round", say("rounds are counted from 1")});
  }
  return breaches;
}

std::vector<Breach> apply_rules(Signing& signing) {
  std::vector<Breach> breaches;
  const bool amends = static_cast<bool>(signing.amends);
  if (signing.kind == SigningKind::supplement && !amends) {
    breaches.push_back({"amends", say("a supplement amends a signing: say which")});
  }
  if (signing.kind != SigningKind::supplement && amends) {
    breaches.push_back({"kind", say("only a supplement amends another signing")});
  }
  if (amends && signing.amends == signing.id) {
    breaches.push_back({"amends", say("a signing cannot amend itself")});
  }
  return breaches;
}

}  // namespace leadbook
