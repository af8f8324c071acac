// Output gathered into pieces that are worth a write.
#pragma once

#include <cstddef>
#include <ostream>
#include <string>

namespace leadbook::present {

class OutputBuffer {
 public:
  explicit OutputBuffer(std::ostream& out) : out_(out) { bytes_.reserve(2 * piece); }

  /// Where to append; then call `pass_on`.
  std::string& bytes() { return bytes_; }

  /// Writes what has been gathered once it makes a piece.
  void pass_on() {
    if (bytes_.size() >= piece) write();
  }

  void write() {
    out_.write(bytes_.data(), static_cast<std::streamsize>(bytes_.size()));
    bytes_.clear();
  }

 private:
  static constexpr std::size_t piece = 65'536;

  std::ostream& out_;
  std::string bytes_;
};

}  // namespace leadbook::present
