// Text for terminals and printers that know ASCII alone.
#pragma once

#include <ostream>
#include <streambuf>
#include <string>

namespace leadbook::cli {

/// Puts ASCII of the same width in the place of the lines, bars and marks a table is drawn with;
/// what records hold stays.
class AsciiOutput : public std::streambuf {
 public:
  explicit AsciiOutput(std::ostream& out) : out_(out) {}
  ~AsciiOutput() override;

 protected:
  int_type overflow(int_type letter) override;
  std::streamsize xsputn(const char* text, std::streamsize size) override;

 private:
  void put(const std::string& text);

  std::ostream& out_;
  std::string begun_;  // of a character that came in part
};

}  // namespace leadbook::cli
