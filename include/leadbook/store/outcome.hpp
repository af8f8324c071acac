// What is known of what a command wrote, and the errors that leave it to others to tell.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>

#include "leadbook/domain/error.hpp"

namespace leadbook::store {

/// What stands in the book of what a command writes, true at every moment: whoever words how the
/// command ended has it from here, whatever ended it.
struct Outcome {
  enum class State {
    reading,      // nothing was to be written
    nothing,      // it was, and is not
    stored,       // it is
    unconfirmed,  // it was asked for, and the answer is not known
  };
  State state = State::reading;
  std::int64_t entry = 0;  // of the log, the last one stored; 0 where it is no entry
  std::string request;     // of the command; "" where it has none

  /// From here on something is to be written.
  void begin() noexcept {
    if (state == State::reading) state = State::nothing;
  }
};

/// What a book's engine refused or could not do. What was written is not said, nor what to do where
/// nothing was: the one who words it adds both.
class BookError : public Error {
 public:
  BookError(ErrorKind kind, const std::string& message, const std::string& advice = "")
      : Error(kind, message), advice_(advice) {}
  /// "free some space, then repeat"; "" for none.
  const char* advice() const { return advice_.what(); }

 private:
  std::runtime_error advice_;  // copied without taking memory
};

/// That the connection to a server was lost.
BookError connection_lost();

}  // namespace leadbook::store
