// What ends a command: its kind decides the exit code, its message is for the user.
#pragma once

#include <stdexcept>
#include <string>

#include "leadbook/domain/result.hpp"

namespace leadbook {

enum class ErrorKind {
  failed,         // 1
  usage,          // 2
  rows_refused,   // 3
  not_found,      // 4, also ambiguous
  conflict,       // 5, also a duplicate
  busy,           // 6
  empty,          // 7
  declined,       // 8
  refused,        // 65, a file as a whole, for what is in it
  configuration,  // 78
  interrupted,    // 130
  closed_pipe,    // 141, says nothing
};

class Error : public std::runtime_error {
 public:
  Error(ErrorKind kind, const std::string& message) : std::runtime_error(message), kind_(kind) {}
  ErrorKind kind() const { return kind_; }

 private:
  ErrorKind kind_;
};

/// Throws Error{failed}.
[[noreturn]] inline void fail(const std::string& message) {
  throw Error(ErrorKind::failed, message);
}

/// The value of a result, or an Error of this kind with its problem's message.
template <class T>
T value_or_throw(Result<T> result, ErrorKind kind = ErrorKind::usage) {
  if (!result) throw Error(kind, result.problem().message);
  return std::move(*result);
}

}  // namespace leadbook
