// The bytes of a JSON text for a parser, and the line and column that it has come to.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <utility>

#include "ingest/csv/text_source.hpp"

namespace leadbook::ingest {

/// Objects and lists in one another: deeper is no record of anything.
inline constexpr std::size_t deepest_json = 64;

class JsonText {
 public:
  /// `by_line` has the text end at each line end until `next_line` goes past it.
  JsonText(TextReader reader, std::string name, bool by_line)
      : reader_(std::move(reader)), name_(std::move(name)), by_line_(by_line) {}

  bool has_byte() { return (at_ != end_ || fill()) && !(by_line_ && *at_ == '\n'); }

  /// A parser would take a byte of 0 for the end; it is given as another that has no place either.
  char byte() const { return *at_ == '\0' ? '\x01' : *at_; }
  void take() { ++at_; }

  /// Goes to the next line that is not blank; false where there is none.
  bool next_line();

  /// Where the last byte taken stands, lines and the characters of a line from 1.
  std::size_t line();
  std::size_t column();

  /// Keeps what is taken from here on, with the bytes just taken where they are part of it.
  void begin_raw(std::size_t taken) {
    raw_.clear();
    raw_from_ = at_ - taken;
  }
  /// What was kept.
  std::string take_raw() {
    raw_.append(raw_from_, at_);
    raw_from_ = nullptr;
    return std::move(raw_);
  }

  /// Begins anew what must not be longer than a row may be.
  void mark() { marked_ = piece_at_; }

  const std::string& name() const { return name_; }

 private:
  bool fill();
  void count();

  TextReader reader_;
  std::string name_;
  bool by_line_;
  const char* begin_ = nullptr;
  const char* at_ = nullptr;
  const char* end_ = nullptr;
  const char* counted_ = nullptr;   // how far lines are counted
  const char* raw_from_ = nullptr;  // what is kept and not yet in raw_; null where nothing is
  std::string raw_;
  std::uint64_t piece_at_ = 0;  // offset of the piece in the text
  std::uint64_t marked_ = 0;
  std::size_t line_ = 1;
  std::size_t column_ = 0;
};

/// The bytes not yet taken, as the parser wants them; every end is equal.
class JsonBytes {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = char;

  explicit JsonBytes(JsonText* text = nullptr) : text_(text) {}

  char operator*() const { return text_->byte(); }
  JsonBytes& operator++() {
    text_->take();
    return *this;
  }
  bool operator==(const JsonBytes& other) const { return is_at_end() == other.is_at_end(); }
  bool operator!=(const JsonBytes& other) const { return !(*this == other); }

 private:
  bool is_at_end() const { return text_ == nullptr || !text_->has_byte(); }

  JsonText* text_;
};

}  // namespace leadbook::ingest
