#include <cstdint>
#include <cstring>

#include "leadbook/text/encoding.hpp"

namespace leadbook::text {
namespace {

constexpr std::uint64_t each_byte = 0x0101010101010101;
constexpr std::uint64_t high_bits = each_byte * 0x80;

constexpr std::size_t word = sizeof(std::uint64_t);

/// Whether eight bytes of ASCII have one that is a control character, of any sort.
bool has_control(std::uint64_t bytes) {
  const std::uint64_t below_blank = (bytes - each_byte * 0x20) & ~bytes;
  const std::uint64_t with_delete = (bytes ^ (each_byte * 0x7F)) - each_byte;
  return ((below_blank | with_delete) & high_bits) != 0;
}

bool is_bad_control(unsigned char byte) {
  return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F;
}

bool continues(unsigned char byte) { return (byte & 0xC0) == 0x80; }

/// Bytes of the character that begins with this one: 0 where none does.
std::size_t length_of(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/// Whether the second byte can follow the first: no overlong form, no surrogate, none too great.
bool can_follow(unsigned char lead, unsigned char second) {
  switch (lead) {
    case 0xE0:
      return second >= 0xA0 && second <= 0xBF;
    case 0xED:
      return second >= 0x80 && second <= 0x9F;
    case 0xF0:
      return second >= 0x90 && second <= 0xBF;
    case 0xF4:
      return second >= 0x80 && second <= 0x8F;
    default:
      return continues(second);
  }
}

}  // namespace

Scan scan_utf8(std::string_view text) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  Scan scan;
  std::size_t at = 0;
  while (at < text.size()) {
    if (at + word <= text.size()) {
      std::uint64_t eight = 0;
      std::memcpy(&eight, bytes + at, word);
      if ((eight & high_bits) == 0 && !has_control(eight)) {
        at += word;
        continue;
      }
    }
    // One word's worth by itself, then words again.
    const std::size_t until = at + word < text.size() ? at + word : text.size();
    while (at < until) {
      const auto lead = bytes[at];
      const auto length = length_of(lead);
      bool whole = length != 0 && at + length <= text.size();
      if (whole && length > 1) whole = can_follow(lead, bytes[at + 1]);
      for (std::size_t next = 2; whole && next < length; ++next) {
        whole = continues(bytes[at + next]);
      }
      if (!whole) {
        scan.valid = at;
        return scan;
      }
      scan.controls |= is_bad_control(lead) || (lead == 0xC2 && bytes[at + 1] < 0xA0);
      at += length;
    }
  }
  scan.valid = at;
  return scan;
}

std::size_t unfinished_utf8(std::string_view text) {
  for (std::size_t back = 1; back < 4 && back <= text.size(); ++back) {
    const auto byte = static_cast<unsigned char>(text[text.size() - back]);
    if (continues(byte)) continue;
    return length_of(byte) > back ? back : 0;
  }
  return 0;
}

}  // namespace leadbook::text
