#include "cli/import_file.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

void refuse_workbook(const std::string& file, const std::string& name) {
  const auto extension = text::fold(std::filesystem::path(file).extension().string());
  if (extension == ".xlsx" || extension == ".xls" || extension == ".et" || extension == ".ods") {
    throw Error(ErrorKind::usage,
                say("{} is a workbook: save its sheet as \"CSV UTF-8\" and import that", name));
  }
}

}  // namespace

ImportFile open_import(Env& env, const std::string& file) {
  if (file == "-") {
    // What comes from elsewhere may come slowly: it is read first, for the book to stay free.
    return {std::make_unique<std::stringstream>(env.input()), say("standard input")};
  }
  const auto name = text::visible(file);
  std::error_code problem;
  const auto status = std::filesystem::status(file, problem);
  if (!std::filesystem::exists(status)) {
    throw Error(ErrorKind::failed, say("there is no file {}", name));
  }
  if (std::filesystem::is_directory(status)) {
    throw Error(ErrorKind::failed, say("{} is a folder: name the file in it", name));
  }
  refuse_workbook(file, name);
  auto text = std::make_unique<std::ifstream>(file, std::ios::binary);
  if (!*text) throw Error(ErrorKind::failed, say("the file {} may not be read by you", name));
  return {std::move(text), file};
}

void throw_file_problems(const service::FileRemarks& problems, ErrorKind kind) {
  if (problems.count == 0) return;
  std::string message;
  for (const auto& line : problems.lines) message += text::visible(line) + "\nleadbook: ";
  const auto all = static_cast<std::int64_t>(problems.count);
  const auto more = static_cast<std::int64_t>(problems.count - problems.lines.size());
  if (more > 0) {
    message += say_count("… and {} more problem", "… and {} more problems", more) + "\nleadbook: ";
  }
  message +=
      say_count("{} problem; nothing was imported", "{} problems; nothing was imported", all);
  throw Error(kind, message);
}

void tell_file_notes(Env& env, const service::FileRemarks& notes) {
  env.tell_notes(notes.lines);
  const auto more = static_cast<std::int64_t>(notes.count - notes.lines.size());
  if (more > 0) env.tell(say_count("… and {} more note", "… and {} more notes", more));
}

}  // namespace leadbook::cli
