// The sentence that ends a command that failed: what went wrong, and what is known of the book.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "leadbook/store/outcome.hpp"

namespace leadbook::cli {

/// What went wrong, in words that say nothing of what was written.
struct Failure {
  const char* why;
  const char* advice = "";  // what to do where nothing was written
  bool tells_book = true;   // it is told that nothing was, where that is so
};

std::string ending(const store::Outcome& outcome, const Failure& failure);

/// The same where memory is gone: it takes none.
class LastWords {
 public:
  LastWords(const store::Outcome& outcome, const Failure& failure);
  std::string_view text() const { return {text_.data(), size_}; }

 private:
  std::array<char, 1024> text_;
  std::size_t size_;
};

}  // namespace leadbook::cli
