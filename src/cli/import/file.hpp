// The file of an import command: opening it, and telling what is wrong with it.
#pragma once

#include <string>

#include "cli/frame/env.hpp"
#include "leadbook/ingest/source.hpp"
#include "leadbook/service/import/import.hpp"

namespace leadbook::cli {

/// Opens a file, or takes the standard input for "-", and calls `use` with it. Throws Error{failed}
/// that says why it cannot be read.
void with_input(Env& env,
                const std::string& file,
                const std::function<void(const ingest::Input&)>& use);

/// Throws an Error of this kind with a line for each problem; nothing where there is none.
void throw_file_problems(const service::FileRemarks& problems, bool is_of_all_rows = false);

/// The problems of rows that were left out, on stderr.
void tell_file_problems(Env& env, const service::FileRemarks& problems);

/// The notes on a file, on stderr.
void tell_file_notes(Env& env, const service::FileRemarks& notes);

}  // namespace leadbook::cli
