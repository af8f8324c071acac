#include "ingest/json/json_text.hpp"

#include <cstring>

#include "leadbook/domain/error.hpp"
#include "leadbook/text/ascii.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::ingest {

bool JsonText::fill() {
  count();
  if (raw_from_ != nullptr) raw_.append(raw_from_, end_);
  if (piece_at_ - marked_ > longest_row || raw_.size() > longest_row) {
    const auto name = text::visible(name_);
    throw Error(ErrorKind::refused,
                say("{}:{}: the record has no end within {} bytes: is a quote left open?",
                    name,
                    line_,
                    longest_row));
  }
  piece_at_ += static_cast<std::uint64_t>(end_ - begin_);
  const auto piece = reader_.next();
  begin_ = at_ = counted_ = piece.data();
  if (raw_from_ != nullptr) raw_from_ = begin_;
  end_ = begin_ + piece.size();
  return !piece.empty();
}

void JsonText::count() {
  while (counted_ != at_) {
    const auto left = static_cast<std::size_t>(at_ - counted_);
    const auto* end = static_cast<const char*>(std::memchr(counted_, '\n', left));
    const char* until = end != nullptr ? end : at_;
    // Bytes that go on with a character are no column of their own.
    for (; counted_ != until; ++counted_) {
      column_ += text::continues_character(*counted_) ? 0U : 1U;
    }
    if (end == nullptr) return;
    ++counted_;
    ++line_;
    column_ = 0;
  }
}

bool JsonText::next_line() {
  while (at_ != end_ && *at_ != '\n') ++at_;
  while (at_ != end_ || fill()) {
    const char byte = *at_;
    if (byte != '\n' && byte != '\r' && byte != ' ' && byte != '\t') return true;
    ++at_;
  }
  return false;
}

std::size_t JsonText::line() {
  count();
  return line_;
}

std::size_t JsonText::column() {
  count();
  return column_;
}

}  // namespace leadbook::ingest
