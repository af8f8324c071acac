#include "ingest/csv/text_source.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::ingest {
namespace {

constexpr std::size_t piece_size = 262'144;

std::string byte_at(const Input& input, std::uint64_t at) {
  char byte = 0;
  input.read(at, &byte, 1);
  return fmt::format("0x{:02X}", static_cast<unsigned char>(byte));
}

[[noreturn]] void throw_no_converter(const Input& input, const std::string& encoding) {
  const auto name = text::visible(input.name());
  throw Error(
      ErrorKind::failed,
      say("{} needs what reads {}: install the package libc-gconv-modules-extra", name, encoding));
}

/// The first line that is not ASCII alone, as an encoding reads it.
std::string reading_of(const Input& input, const text::Encoding& encoding) {
  TextReader reader(input, encoding);
  const std::string text(reader.next());
  for (const auto line : text::split(text, '\n')) {
    const bool is_telling = std::any_of(line.begin(), line.end(), [](char byte) {
      return static_cast<unsigned char>(byte) >= 0x80;
    });
    constexpr std::size_t enough = 60;
    if (is_telling) return text::visible(text::cut(text::trim(line), enough));
  }
  return "";
}

[[noreturn]] void throw_ambiguous(const Input& input, const std::vector<text::Encoding>& readings) {
  const auto name = text::visible(input.name());
  throw Error(ErrorKind::refused,
              say("{}: its bytes may be {} ('{}') or {} ('{}'): say which with --encoding {} or "
                  "--encoding {}",
                  name,
                  readings[0].name,
                  reading_of(input, readings[0]),
                  readings[1].name,
                  reading_of(input, readings[1]),
                  text::fold(readings[0].name),
                  text::fold(readings[1].name)));
}

}  // namespace

text::Encoding choose_encoding(const Input& input, const std::string& named) {
  const auto read = [&input](std::uint64_t at, char* to, std::size_t size) {
    return input.read(at, to, size);
  };
  if (!named.empty()) {
    auto encoding = text::named_encoding(named, read);
    if (!encoding) {
      const auto shown = text::visible(named);
      throw Error(ErrorKind::usage,
                  say("there is no encoding '{}'; name one of {}", shown, text::usual_encodings()));
    }
    if (!text::has_converter(*encoding)) throw_no_converter(input, encoding->name);
    return *encoding;
  }
  auto search = text::find_encoding(read);
  if (!search.readings.empty()) throw_ambiguous(input, search.readings);
  if (!search.found && !text::has_converter({"GB18030", "GB18030", 0})) {
    throw_no_converter(input, "GB18030");
  }
  if (!search.found) {
    const auto name = text::visible(input.name());
    const auto byte = byte_at(input, search.bad_byte);
    throw Error(ErrorKind::refused,
                say("{}: the byte {} at offset {} is neither UTF-8 nor GB18030: save the file as "
                    "\"CSV UTF-8\", or name its encoding with --encoding ({})",
                    name,
                    byte,
                    search.bad_byte,
                    text::usual_encodings()));
  }
  if (!text::has_converter(*search.found)) throw_no_converter(input, search.found->name);
  return std::move(*search.found);
}

TextReader::TextReader(const Input& input, text::Encoding encoding)
    : input_(&input),
      encoding_(std::move(encoding)),
      bytes_(std::min<std::uint64_t>(piece_size, input.size() + 1)),
      at_(encoding_.mark) {
  if (!encoding_.is_utf8()) decoder_.emplace(encoding_);
}

std::string_view TextReader::next() {
  const auto piece = decoder_ ? next_decoded() : next_plain();
  const auto scan = text::scan_utf8(piece);
  clean_ = scan.valid == piece.size() && !scan.controls;
  return piece;
}

std::string_view TextReader::next_plain() {
  const auto kept = held_ - returned_;
  std::copy_n(bytes_.begin() + static_cast<std::ptrdiff_t>(returned_), kept, bytes_.begin());
  const auto wanted = bytes_.size() - kept;
  const auto size = input_->read(at_, bytes_.data() + kept, wanted);
  at_ += size;
  held_ = kept + size;
  const std::string_view held(bytes_.data(), held_);
  returned_ = held_ - (size < wanted ? 0 : text::unfinished_utf8(held));
  return held.substr(0, returned_);
}

std::string_view TextReader::next_decoded() {
  text_.clear();
  while (text_.empty() && !ended_) {
    const auto size = input_->read(at_, bytes_.data(), bytes_.size());
    at_ += size;
    ended_ = size < bytes_.size();
    const auto bad = decoder_->decode({bytes_.data(), size}, ended_, text_);
    if (!bad) continue;
    const auto name = text::visible(input_->name());
    const auto offset = *bad + encoding_.mark;
    throw Error(ErrorKind::refused,
                say("{}: the byte {} at offset {} is not {}: name the file's encoding with "
                    "--encoding",
                    name,
                    byte_at(*input_, offset),
                    offset,
                    encoding_.name));
  }
  return text_;
}

std::optional<TextProblem> find_text_problem(std::string_view cell) {
  const auto bad = text::first_bad_byte(cell);
  if (!bad) return {};
  const auto at = *bad;
  const auto byte = static_cast<unsigned char>(cell[at]);
  const bool second_control = byte == 0xC2 && at + 1 < cell.size() &&
                              (static_cast<unsigned char>(cell[at + 1]) & 0xE0) == 0x80;
  if (byte < 0x80 || second_control) {
    const int code = second_control ? static_cast<unsigned char>(cell[at + 1]) : byte;
    const auto name = fmt::format("U+{:04X}", code);
    return TextProblem{at,
                       say("the control character {} has no place in a text: take it out", name)};
  }
  const auto value = fmt::format("0x{:02X}", byte);
  return TextProblem{at, say("the byte {} is not UTF-8: save the file as \"CSV UTF-8\"", value)};
}

}  // namespace leadbook::ingest
