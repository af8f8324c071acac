#include "cli/frame/ascii_output.hpp"

#include <array>
#include <string_view>

namespace leadbook::cli {
namespace {

struct Drawing {
  std::string_view mark;
  char ascii;
};

// All of them take three bytes but the first two.
constexpr std::array drawings = {Drawing{"·", '.'},
                                 Drawing{"×", 'x'},
                                 Drawing{"…", '~'},
                                 Drawing{"—", '-'},
                                 Drawing{"→", '>'},
                                 Drawing{"─", '-'},
                                 Drawing{"═", '='},
                                 Drawing{"│", '|'},
                                 Drawing{"┼", '+'},
                                 Drawing{"█", '#'},
                                 Drawing{"▉", '#'},
                                 Drawing{"▊", '#'},
                                 Drawing{"▋", '#'},
                                 Drawing{"▌", '#'},
                                 Drawing{"▍", '-'},
                                 Drawing{"▎", '-'},
                                 Drawing{"▏", '-'}};

/// How many bytes the character has that begins with this one.
std::size_t size_of(char first) {
  const auto byte = static_cast<unsigned char>(first);
  if (byte < 0x80) return 1;
  if (byte < 0xe0) return 2;
  return byte < 0xf0 ? 3 : 4;
}

}  // namespace

AsciiOutput::~AsciiOutput() { out_ << begun_; }

AsciiOutput::int_type AsciiOutput::overflow(int_type letter) {
  if (traits_type::eq_int_type(letter, traits_type::eof())) return 0;
  put(std::string(1, traits_type::to_char_type(letter)));
  return out_ ? letter : traits_type::eof();
}

std::streamsize AsciiOutput::xsputn(const char* text, std::streamsize size) {
  put(std::string(text, static_cast<std::size_t>(size)));
  return out_ ? size : 0;
}

void AsciiOutput::put(const std::string& text) {
  const auto all = begun_ + text;
  std::string shown;
  std::size_t at = 0;
  while (at < all.size()) {
    const auto size = size_of(all[at]);
    if (at + size > all.size()) break;
    const auto character = std::string_view(all).substr(at, size);
    char ascii = '\0';
    for (const auto& drawing : drawings) {
      if (drawing.mark == character) ascii = drawing.ascii;
    }
    if (ascii == '\0') {
      shown += character;
    } else {
      shown += ascii;
    }
    at += size;
  }
  begun_ = all.substr(at);
  out_ << shown;
}

}  // namespace leadbook::cli
