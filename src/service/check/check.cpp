#include "leadbook/service/check/check.hpp"

#include <fmt/format.h>

#include <variant>

#include "leadbook/domain/error.hpp"
#include "leadbook/domain/record/rules.hpp"
#include "leadbook/service/derived/derived.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::service {
namespace {

using store::CheckPart;
using store::Proof;

/// One that breaks a rule was written before there was the rule, and is no damage.
void prove_rules(AnyRecord& record, CheckPart& part) {
  ++part.count;
  const auto name = reference_text(reference_of(record));
  const auto breaches = std::visit([](auto& of_kind) { return apply_rules(of_kind); }, record);
  for (const auto& breach : breaches) {
    part.note(fmt::format("{}: {}: {}", name, breach.field, breach.message),
              say("see it with 'leadbook show {}' and edit it", name));
  }
}

void prove_known(store::Db& db,
                 const store::CheckReport& report,
                 const store::Head& known,
                 CheckPart& part) {
  part.count = known.number;
  const auto entry = store::find_entry(db, known.number);
  if (!entry) {
    part.damage(
        say("the change log has no entry {}: it ends with {}", known.number, report.head.number));
  } else if (!entry->hash.starts_with(known.hash)) {
    part.damage(say("entry {} is another one: its hash is {}", known.number, entry->hash));
  } else if (known.number > report.whole_until) {
    part.damage(say("entry {} bears this hash, but the log before it is damaged", known.number));
  }
}

bool is_clean(const CheckPart& part) { return part.looked_at && part.damages.empty(); }

}  // namespace

store::CheckReport check_whole(store::Db& db, const CheckOptions& options) {
  CheckPart rules;
  rules.proof = Proof::rules;
  const store::CheckWatch watch{options.progress,
                                [&](AnyRecord& record) { prove_rules(record, rules); }};
  auto report = store::check_book(db, watch);
  // Stages and postings are drawn from whole records only.
  const bool has_records = is_clean(report.part(Proof::replay));
  if (has_records && is_clean(report.part(Proof::storage))) {
    store::add_part(report, watch, Proof::derived, [&](CheckPart& part) {
      part.count = report.part(Proof::replay).count;
      for (auto& damage : check_derived(db)) part.damage(std::move(damage));
    });
  } else {
    store::leave_out(report, Proof::derived);
  }
  rules.looked_at = report.part(Proof::replay).looked_at;
  report.parts.push_back(std::move(rules));
  if (options.known) {
    store::add_part(report, watch, Proof::head, [&](CheckPart& part) {
      prove_known(db, report, *options.known, part);
    });
  }
  return report;
}

}  // namespace leadbook::service
