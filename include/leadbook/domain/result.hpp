// A value, or the reason why there is none, in words for the person who typed the input.
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace leadbook {

/// What is wrong with an input and what to do, in the chosen language, ready to print.
struct Problem {
  std::string message;
};

template <class T>
class Result {
 public:
  Result(T value) : state_(std::move(value)) {}            // NOLINT: a value is a result
  Result(Problem problem) : state_(std::move(problem)) {}  // NOLINT: and so is a problem

  explicit operator bool() const { return state_.index() == 0; }
  const T& value() const { return std::get<0>(state_); }
  T& value() { return std::get<0>(state_); }
  const T& operator*() const { return value(); }
  T& operator*() { return value(); }
  const T* operator->() const { return &value(); }
  T* operator->() { return &value(); }
  const Problem& problem() const { return std::get<1>(state_); }

 private:
  std::variant<T, Problem> state_;
};

}  // namespace leadbook
