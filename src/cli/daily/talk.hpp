// What the small commands about a talk in the book have in common.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "cli/frame/env.hpp"
#include "leadbook/domain/record/negotiation.hpp"
#include "leadbook/domain/record/record_text.hpp"

namespace leadbook::cli {

/// Reads the day by which something is to be done, from today on: 明天, 周五, +10d; one that is
/// past is told. `option` names it where it cannot be read. Throws Error{usage}.
Date read_due_day(Env& env, const std::string& text, const std::string& option);

/// "2020-05-29 (Friday)"; without a weekday what is no single day.
std::string dated(const Date& date);

/// A talk after a command, and the command's entry in the log; 0 where the book says the same as
/// before.
struct EditedTalk {
  std::int64_t entry = 0;
  Negotiation talk;

  Reference record() const { return {Kind::negotiation, talk.id.number}; }
};

/// Changes fields of a talk as `negotiation edit` does, and stores it. `options` are the command's
/// own names for fields, in problems. Throws as `commit_written`.
EditedTalk edit_talk(Env& env,
                     const std::string& reference,
                     const std::vector<FieldInput>& inputs,
                     const std::map<std::string, std::string>& options = {});

}  // namespace leadbook::cli
