// credit register: who first negotiated each project.
#include "cli/frame/commands.hpp"
#include "leadbook/service/records/first_contact.hpp"
#include "leadbook/store/record/names.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

using present::Cell;
using service::FirstContact;

struct CreditRegisterOptions {
  std::string county;
  bool moved = false;
};

std::vector<FirstContact> contacts_of(const CreditRegisterOptions& options, Env& env) {
  Id<County> county;
  if (!options.county.empty()) {
    county = {env.resolver().resolve(Kind::county, options.county)};
    env.tell_notes(env.book().resolver_notes());
  }
  std::vector<FirstContact> contacts;
  service::each_first_contact(env.db(), [&](const FirstContact& contact) {
    if (county && contact.holder != county && contact.host != county) return;
    if (options.moved && !contact.has_moved()) return;
    contacts.push_back(contact);
  });
  return contacts;
}

Cell moved_cell(const FirstContact& contact) {
  return contact.has_moved() ? present::Word{"yes", say("yes")} : present::Word{"no", say("no")};
}

void run_credit_register(const CreditRegisterOptions& options, Env& env) {
  const auto contacts = contacts_of(options, env);
  store::Names names(env.db());
  std::vector<Reference> told;
  for (const auto& contact : contacts) {
    told.insert(told.end(),
                {{Kind::project, contact.project.number},
                 {Kind::county, contact.holder.number},
                 {Kind::county, contact.host.number}});
  }
  names.expect(told);
  const auto county_cell = [&](Id<County> county) -> Cell {
    const Reference record{Kind::county, county.number};
    return present::Link{reference_text(record), names(record)};
  };
  const std::vector<present::Field<FirstContact>> fields = {
      {say("ID"), "id", {}, [](const FirstContact& contact) { return contact.project; }},
      {say("Project"),
       "project",
       {},
       [&](const FirstContact& contact) {
         return names({Kind::project, contact.project.number});
       }},
      {say("First contact"),
       "first_contact",
       {},
       [&](const FirstContact& contact) { return county_cell(contact.holder); }},
      {say("Since"), "since", {}, [](const FirstContact& contact) { return contact.since; }},
      {say("By"), "by", {}, [](const FirstContact& contact) { return contact.by; }},
      {say("Host"),
       "host",
       {},
       [&](const FirstContact& contact) { return county_cell(contact.host); }},
      {say("Moved"), "moved", {}, moved_cell},
  };
  auto table = present::make_table("first_contacts", fields, contacts);
  table.notes.push_back(
      say("The holder is the county stated as first contact, else the one the project was first "
          "transferred from, else that of its earliest talk or, before it, of its lead."));
  print(env, std::move(table));
}

}  // namespace

RunCommand add_credit_register(CommandLine& line, Env& env, const Command&) {
  auto options = std::make_shared<CreditRegisterOptions>();
  line.add_text("--county", options->county, say("only those this county holds or hosts"));
  line.add_switch("--moved", options->moved, say("only those that another county hosts"));
  add_as_of_option(line, env);
  add_output_options(line, env);
  return [options, &env] { run_credit_register(*options, env); };
}

}  // namespace leadbook::cli
