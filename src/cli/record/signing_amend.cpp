// signing amend: a supplement that changes the amount of a signing.
#include "cli/frame/commands.hpp"
#include "cli/frame/question.hpp"
#include "cli/record/options.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/domain/record/record_text.hpp"
#include "leadbook/service/money/supplements.hpp"
#include "leadbook/service/records/book_change.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

struct SigningAmendOptions {
  std::string reference;
  std::string amount;
  std::string increase;
  std::string on = "today";
  std::string contract_no;
  std::string note;
};

Amount read_amount(Env& env,
                   const std::string& flag,
                   const std::string& text,
                   std::vector<std::string>& notes,
                   std::vector<std::string>& kept) {
  auto rules = rules_of_bare(env.settings().bare_unit());
  rules.needs_bare = !env.settings().unit_is_option();
  const auto parsed = parse_amount(text, rules);
  if (!parsed) throw Error(ErrorKind::usage, flag + ": " + parsed.problem().message);
  if (!parsed->amount) throw Error(ErrorKind::usage, flag + ": " + say("an amount is needed here"));
  if (!parsed->note.empty()) notes.push_back(parsed->note);
  if (!parsed->kept.empty()) kept.push_back(parsed->kept);
  return *parsed->amount;
}

/// The amount from now on: as given, or what stood before and the increase.
Amount new_amount(Env& env,
                  store::Db& db,
                  const SigningAmendOptions& options,
                  const Signing& amended,
                  std::vector<std::string>& notes,
                  std::vector<std::string>& kept) {
  if (options.amount.empty() == options.increase.empty()) {
    throw Error(ErrorKind::usage,
                say("give either --amount, the new amount, or --add, the increase"));
  }
  if (!options.amount.empty()) return read_amount(env, "--amount", options.amount, notes, kept);
  const auto increase = read_amount(env, "--add", options.increase, notes, kept);
  const auto before = service::effective_amount(db, amended);
  if (!before) {
    throw Error(ErrorKind::conflict,
                say("--add: the amount of {} is not known: give the new one with --amount",
                    reference_text({Kind::signing, amended.id.number})));
  }
  if (before->money.currency != increase.money.currency) {
    throw Error(ErrorKind::usage,
                say("--add: the signing is in {}, not in {}",
                    before->money.currency.code(),
                    increase.money.currency.code()));
  }
  auto amount = *before;
  amount.money = value_or_throw(add(before->money, increase.money));
  if (increase.qualifier != Qualifier::exact) amount.qualifier = increase.qualifier;
  return amount;
}

void run_signing_amend(const SigningAmendOptions& options, Env& env) {
  const auto on = happened_on(env, options.on);
  service::BookChange change(env.db_to_write(false), env.origin());
  const Id<Signing> id{env.resolver().resolve(Kind::signing, options.reference)};
  const auto amended = store::find(change.db(), id).value();
  Signing supplement;
  supplement.project = amended.project;
  supplement.kind = SigningKind::supplement;
  supplement.amends = id;
  supplement.on = on;
  supplement.phase = amended.phase;
  supplement.parties = amended.parties;
  supplement.contract_no = options.contract_no;
  supplement.note = options.note;
  service::ReadRecord read;
  std::vector<std::string> kept;  // words of the amount
  supplement.amount = new_amount(env, change.db(), options, amended, read.notes, kept);
  read.record = std::move(supplement);
  keep_words(read.record, kept);
  const auto written =
      service::RecordWriter(change, env.resolver(), Kind::signing).add(std::move(read));
  commit_written(env, change, written);
  const auto record = reference_of(written.record);
  tell_written(env, say("Added {}.", describe_record(env, record)), record);
}

}  // namespace

RunCommand add_signing_amend(CommandLine& line, Env& env, const Command& command) {
  auto options = std::make_shared<SigningAmendOptions>();
  line.add_argument(
      "REF", options->reference, say("the signing: its reference or contract number"));
  line.add_text("--amount", options->amount, say("the contract's amount from now on"));
  line.add_text("--add", options->increase, say("by how much it grows"));
  line.add_text("--on", options->on, say("when it was signed; today if left out"));
  line.add_text("--contract-no", options->contract_no, say("the supplement's own number"));
  line.add_text("--note", options->note, say("anything else"));
  add_record_output_options(line, env);
  return [options, &env, &command] {
    require_argument(options->reference, "REF", command);
    run_signing_amend(*options, env);
  };
}

}  // namespace leadbook::cli
