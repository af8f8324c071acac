// Cards of transfers between counties, and what a project's card tells of them.
#include "leadbook/service/standing/credit.hpp"

#include "cli/card/project.hpp"
#include "leadbook/domain/record/fields/project.hpp"
#include "leadbook/service/records/first_contact.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

/// "Baiquan County 50%, Keshan County 50%".
std::string shares_text(CardSource& source, const Credit& credit) {
  const auto shares = service::shares_of(credit);
  return say("{} {}, {} {}",
             named(source, credit.from_county),
             percent_text({shares.from}),
             named(source, credit.to_county),
             percent_text({shares.to}));
}

/// Whether credit is shared on a day: the rule holds from its own day to its last.
std::string standing_text(const Credit& credit, Day today) {
  if (credit.on->last > today) return say("not yet in force");
  if (credit.until && credit.until->last < today) {
    return say("ended on {}", format_date(*credit.until));
  }
  return credit.until ? say("until {}", format_date(*credit.until)) : std::string();
}

Facts::value_type transfer_fact(CardSource& source, const Credit& transfer) {
  return {day_text(transfer.on),
          on_lines({on_one_line({reference_text({Kind::credit, transfer.id.number}),
                                 std::string(name_of(transfer.rule)),
                                 standing_text(transfer, source.today)}),
                    shares_text(source, transfer)})};
}

std::string contact_text(CardSource& source, const service::FirstContact& contact) {
  const bool other = contact.by.kind != Kind::project;
  return on_one_line({named(source, contact.holder),
                      contact.since ? say("since {}", format_date(*contact.since)) : std::string(),
                      other ? reference_text(contact.by) : std::string()});
}

}  // namespace

std::string title_of(CardSource& source, const Credit& credit) {
  return on_one_line({reference_text({Kind::credit, credit.id.number}),
                      source.names({Kind::project, credit.project.number}),
                      day_text(credit.on)});
}

Sections sections_of(CardSource& source, const Credit& credit) {
  Facts others;
  for (const auto& transfer :
       dependents(source, {Kind::project, credit.project.number}, &Credit::on)) {
    if (transfer.id == credit.id) continue;
    others.push_back(transfer_fact(source, transfer));
  }
  auto facts = facts_of(source, credit, {"from_share", "to_share"});
  facts.emplace_back(say("Shares"), shares_text(source, credit));
  facts.emplace_back(say("In force"), standing_text(credit, source.today));
  return {{"", facts, {}}, {say("Other transfers of the project"), others, {}}};
}

Facts credit_facts(CardSource& source, const Project& project, const ProjectFile& file) {
  const auto contact = service::first_contact_of(project, file.talks, file.transfers);
  if (!contact.has_moved() && file.transfers.empty()) return {};
  Facts facts = {{heading(&Project::first_contact), contact_text(source, contact)}};
  for (const auto& transfer : file.transfers) {
    facts.push_back(transfer_fact(source, transfer));
  }
  return facts;
}

}  // namespace leadbook::cli
