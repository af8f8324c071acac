// A text made plain: one width, one script, no hard line ends; and its sentences.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace leadbook::service::drafting {

/// A stretch of the plain text, in bytes.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  bool holds(const Span& other) const { return begin <= other.begin && other.end <= end; }
};

/// A sentence, or one of its parts between semicolons.
struct Sentence {
  Span span;
  std::size_t paragraph = 0;
  bool is_heading = false;  // a title or a line with the source and day of the text
  bool is_english = false;
};

/// The text with half-width signs, Simplified characters and joined lines. Each of its bytes knows
/// from where it comes.
class Prose {
 public:
  explicit Prose(std::string_view source);

  std::string_view plain() const { return plain_; }
  std::string_view plain(const Span& span) const {
    return std::string_view(plain_).substr(span.begin, span.end - span.begin);
  }
  /// As the source prints it, but for spaces and line ends that the plain text has not.
  std::string shown(const Span& span) const;
  /// Where it stands in the source.
  Span in_source(const Span& span) const;

  const std::vector<Sentence>& sentences() const { return sentences_; }
  bool is_english() const { return is_english_; }
  bool is_traditional() const { return is_traditional_; }

 private:
  void read_lines();
  void take_line(std::size_t begin, std::size_t end, bool joins);
  void put(std::string_view character, std::size_t origin);
  void split_sentences(std::size_t from, std::size_t paragraph, bool may_be_heading);

  std::string_view source_;
  std::string plain_;
  std::vector<std::uint32_t> origin_;
  std::vector<Sentence> sentences_;
  bool is_english_ = false;
  bool is_traditional_ = false;
};

}  // namespace leadbook::service::drafting
