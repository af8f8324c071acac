// Whether what a command said of the book is what stands in it.
#pragma once

#include <optional>
#include <string>

#include "faults/said/book_state.hpp"
#include "faults/said/program.hpp"

namespace faults {

/// What a command claims by its exit code and its last sentence.
enum class Claim {
  done,         // exit 0
  nothing,      // nothing was written, said or implied by a refusal
  written,      // written, but something afterwards failed
  unconfirmed,  // not known
  none          // killed
};

/// The same command undisturbed, and the books before and after it.
struct Undisturbed {
  Run run;
  State before;
  State after;
  std::map<std::string, std::string> bytes_before;
  std::map<std::string, std::string> bytes_after;
  bool compares_texts = true;  // a run that succeeds says the same
};

Claim claim_of(const Run& run);

/// Whether the books are what the command was to make of them, once it was repeated. The backup
/// of a day is made by its first write alone.
bool fits_repeated(const Undisturbed& undisturbed, const State& found);

/// What is wrong with a disturbed run and the books it left; nothing where all is as said.
std::optional<std::string> find_wrong(const Undisturbed& undisturbed,
                                      const Fault& fault,
                                      const Run& run,
                                      const State& found);

}  // namespace faults
