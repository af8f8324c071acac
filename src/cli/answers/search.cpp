// search: the records of any kind whose names hold a text.
#include "leadbook/service/search.hpp"

#include <map>

#include "cli/frame/commands.hpp"
#include "leadbook/store/record/names.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

using service::FoundName;

/// The firms of the contacts among what was found, by the contact's number.
std::map<std::int64_t, std::string> firms_of(store::Db& db, const std::vector<FoundName>& found) {
  std::vector<std::int64_t> numbers;
  for (const auto& each : found) {
    if (each.record.kind == Kind::contact) numbers.push_back(each.record.number);
  }
  std::map<std::int64_t, std::string> firms;
  if (numbers.empty()) return firms;
  const auto contacts = store::find(db, store::Selection(Kind::contact, {"company"}), numbers);
  store::Names names(db);
  names.expect(contacts.named());
  for (const auto& contact : contacts.as<Contact>()) {
    const Reference firm{Kind::company, contact.company.number};
    firms.emplace(contact.id.number, reference_text(firm) + " " + names(firm));
  }
  return firms;
}

void run_search(const std::string& text, Env& env) {
  auto& db = env.db();
  auto found = service::search_names(db, text);
  const auto firms = firms_of(db, found);
  const bool persons = shows_persons(env);
  // Of a person it is the firm that is looked for, and all that is told to other programs.
  const auto shown = [&](const FoundName& each) {
    const auto firm = firms.find(each.record.number);
    if (each.record.kind != Kind::contact || firm == firms.end()) return each.name;
    return persons ? each.name + " · " + firm->second : firm->second;
  };
  const std::vector<present::Field<FoundName>> fields = {
      {say("ID"), "id", {}, [](const FoundName& each) { return each.record; }},
      {say("Kind"), "kind", {}, [](const FoundName& each) { return each.record.kind; }},
      {say("Name"), "name", {}, [&](const FoundName& each) { return shown(each); }},
  };
  print(env, present::make_table("found", fields, found));
}

}  // namespace

RunCommand add_search(CommandLine& line, Env& env, const Command& command) {
  auto text = std::make_shared<std::string>();
  line.add_argument("TEXT", *text, say("what a name, number or summary holds, whatever its case"));
  add_as_of_option(line, env);
  add_output_options(line, env);
  add_personal_option(line, env);
  return [text, &env, &command] {
    require_argument(*text, "TEXT", command);
    run_search(*text, env);
  };
}

}  // namespace leadbook::cli
