#include "faults/said/judge.hpp"

#include <signal.h>

#include <string_view>

namespace faults {
namespace {

bool holds(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

/// The sentence that ends a command that failed: the last line of its own.
std::string_view last_sentence(std::string_view err) {
  constexpr std::string_view beginning = "leadbook: ";
  const auto at = err.rfind(beginning);
  const bool begins_line = at == 0 || (at != err.npos && err[at - 1] == '\n');
  return begins_line ? err.substr(at + beginning.size()) : "";
}

std::string state_words(const Undisturbed& undisturbed, const State& found) {
  if (found == undisturbed.before) return "the books are as before";
  if (found == undisturbed.after) return "the books are as after";
  for (const auto& [name, content] : found) {
    if (content.starts_with("unreadable")) return name + " is " + content;
  }
  return "the books are neither as before nor as after";
}

/// Whether the program says that only the backup of the day failed.
bool tells_no_backup(std::string_view err) {
  return holds(err, "Note: this was written, but the day's backup was not made") ||
         holds(err, "提示：本次已写入，但今天的自动备份未做成");
}

bool is_backup(std::string_view name) {
  return name.starts_with("backups/") || holds(name, ".before-restore");
}

bool same_but_for_backups(const State& left, const State& right) {
  const auto strip = [](State state) {
    std::erase_if(state, [](const auto& book) { return is_backup(book.first); });
    return state;
  };
  return strip(left) == strip(right);
}

/// Whether each book is as before or as after: several are not written at the same moment. What a
/// restore keeps has its name before it is what was there.
bool fits_halfway(const Undisturbed& undisturbed, const State& found) {
  const auto content = [](const State& state, const std::string& name) {
    const auto book = state.find(name);
    return book == state.end() ? std::string() : book->second;
  };
  for (const auto* state : {&found, &undisturbed.before, &undisturbed.after}) {
    for (const auto& [name, text] : *state) {
      if (holds(name, ".before-restore")) continue;
      const auto now = content(found, name);
      if (now != content(undisturbed.before, name) && now != content(undisturbed.after, name)) {
        return false;
      }
    }
  }
  return true;
}

bool fits(Claim claim, const Undisturbed& undisturbed, const Run& run, const State& found) {
  switch (claim) {
    case Claim::done:
      return found == undisturbed.after ||
             ((!undisturbed.compares_texts || tells_no_backup(run.err)) &&
              same_but_for_backups(found, undisturbed.after));
    case Claim::written:
      return same_but_for_backups(found, undisturbed.after);
    case Claim::nothing:
      return found == undisturbed.before;
    case Claim::unconfirmed:
    case Claim::none:
      return fits_halfway(undisturbed, found);
  }
  return false;
}

/// What is wrong with the way a run ended, whatever the books hold.
std::optional<std::string> find_bad_end(const Undisturbed& undisturbed,
                                        const Fault& fault,
                                        const Run& run) {
  if (run.hung) return "it hung";
  if (fault.manner == Manner::kill && run.struck) {
    if (run.code == -SIGKILL) return {};
    return "it was not killed";
  }
  if (run.code < 0) return "signal " + std::to_string(-run.code);
  if (run.code == undisturbed.run.code) {
    if (!undisturbed.compares_texts) return {};
    if (run.out != undisturbed.run.out) return "it succeeded with another output";
    if (run.err != undisturbed.run.err && !tells_no_backup(run.err)) {
      return "it succeeded with another message";
    }
    return {};
  }
  // 6: the book is another's for now, or it cannot be seen whether it still is the one opened.
  if (run.code != 1 && run.code != 6) return "exit code " + std::to_string(run.code);
  const auto sentence = last_sentence(run.err);
  if (sentence.empty()) return "no sentence of ours";
  if (holds(sentence, "fault in leadbook")) return "it calls itself faulty";
  return {};
}

}  // namespace

Claim claim_of(const Run& run) {
  if (run.code < 0) return Claim::none;
  // 3: rows were refused, the others are written.
  if (run.code == 0 || run.code == 3) return Claim::done;
  const auto sentence = last_sentence(run.err);
  if (holds(sentence, "not confirmed") || holds(sentence, "未能确认")) return Claim::unconfirmed;
  if (holds(sentence, "this was written") || holds(sentence, "已经写入")) return Claim::written;
  return Claim::nothing;
}

bool fits_repeated(const Undisturbed& undisturbed, const State& found) {
  return same_but_for_backups(found, undisturbed.after);
}

std::optional<std::string> find_wrong(const Undisturbed& undisturbed,
                                      const Fault& fault,
                                      const Run& run,
                                      const State& found) {
  auto wrong = find_bad_end(undisturbed, fault, run);
  if (!fits(claim_of(run), undisturbed, run, found)) {
    wrong = (wrong ? *wrong + "; " : "") + state_words(undisturbed, found);
  }
  return wrong;
}

}  // namespace faults
