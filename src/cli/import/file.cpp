#include "cli/import/file.hpp"

#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

/// "… and 12 more problems"; "" where all were told.
std::string more_problems(const service::FileRemarks& problems) {
  const auto more = static_cast<std::int64_t>(problems.count - problems.lines.size());
  if (more == 0) return "";
  return say_count("… and {} more problem", "… and {} more problems", more);
}

/// What to do about rows that the book has already.
std::string advice_on_known(bool is_all_rows) {
  return is_all_rows
             ? say("the book has all of these rows already: there is nothing left to import")
             : say("these rows are there already, in the book or in the file; --on-error skip "
                   "imports "
                   "the others");
}

}  // namespace

void with_input(Env& env,
                const std::string& file,
                const std::function<void(const ingest::Input&)>& use) {
  // What comes from elsewhere may come slowly: it is read first, for the book to stay free.
  if (file == "-") return use(env.input());
  use(ingest::Input::open(file));
}

void throw_file_problems(const service::FileRemarks& problems, bool is_of_all_rows) {
  if (problems.count == 0) return;
  std::string message;
  for (const auto& line : problems.lines) message += text::visible(line) + "\nleadbook: ";
  const auto more = more_problems(problems);
  if (!more.empty()) message += more + "\nleadbook: ";
  const auto all = static_cast<std::int64_t>(problems.count);
  message +=
      say_count("{} problem; nothing was imported", "{} problems; nothing was imported", all);
  if (problems.kind() == ErrorKind::conflict) {
    message += "\nleadbook: " + advice_on_known(is_of_all_rows);
  }
  throw Error(problems.kind(), message);
}

void tell_file_problems(Env& env, const service::FileRemarks& problems) {
  for (const auto& line : problems.lines) env.tell(line);
  const auto more = more_problems(problems);
  if (!more.empty()) env.tell(more);
}

void tell_file_notes(Env& env, const service::FileRemarks& notes) {
  env.tell_notes(notes.lines);
  const auto more = static_cast<std::int64_t>(notes.count - notes.lines.size());
  if (more > 0) env.tell(say_count("… and {} more note", "… and {} more notes", more));
}

}  // namespace leadbook::cli
