// The file of an import command: opening it, and telling what is wrong with it.
#pragma once

#include <istream>
#include <memory>
#include <string>

#include "cli/env.hpp"
#include "leadbook/service/import.hpp"

namespace leadbook::cli {

/// A text to import and what its lines are told under.
struct ImportFile {
  std::unique_ptr<std::istream> text;
  std::string name;
};

/// The file, or the standard input for "-". Throws Error{failed} that says why it cannot be read.
ImportFile open_import(Env& env, const std::string& file);

/// Throws an Error of this kind with a line for each problem; nothing where there is none.
void throw_file_problems(const service::FileRemarks& problems, ErrorKind kind);

/// The notes on a file, on stderr.
void tell_file_notes(Env& env, const service::FileRemarks& notes);

}  // namespace leadbook::cli
