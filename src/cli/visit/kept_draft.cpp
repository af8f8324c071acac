#include "cli/visit/kept_draft.hpp"

#include <unistd.h>

#include "leadbook/domain/error.hpp"
#include "leadbook/service/prose/note.hpp"
#include "leadbook/text/read_file.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

std::string file_of_draft(Env& env) {
  const auto folder = settings_folder(env.world());
  return folder.empty() ? "" : folder + "/draft.txt";
}

}  // namespace

std::string keep_draft(Env& env, const std::string& note) {
  const auto file = file_of_draft(env);
  if (file.empty() || text::trim(note).empty()) return "";
  write_settings_file(file, note);
  return say(
      "the draft is kept in {}: 'leadbook log --resume' goes on with it, 'log --resume -e' "
      "in the editor",
      text::visible(file));
}

std::string kept_draft(Env& env) {
  const auto file = file_of_draft(env);
  const auto note = file.empty() ? std::nullopt : text::read_file(file);
  if (note) return *note;
  throw Error(ErrorKind::not_found,
              say("there is no draft to go on with; 'leadbook log' begins one"));
}

void drop_draft(Env& env) {
  const auto file = file_of_draft(env);
  if (!file.empty()) ::unlink(file.c_str());
}

std::string note_of(const std::vector<service::TalkDraft>& drafts) {
  std::string note;
  for (const auto& draft : drafts) {
    note += (note.empty() ? "" : "---\n") + service::write_block(draft, false);
  }
  return note;
}

}  // namespace leadbook::cli
