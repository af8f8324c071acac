#include <iconv.h>

#include <array>
#include <cerrno>
#include <cstdint>

#include "leadbook/text/encoding.hpp"
#include "text/encoding_hz.hpp"

namespace leadbook::text {
namespace {

const auto no_converter = reinterpret_cast<iconv_t>(-1);
constexpr auto stopped = static_cast<std::size_t>(-1);

iconv_t open_converter(const std::string& to, const std::string& from) {
  const iconv_t converter = iconv_open(to.c_str(), from.c_str());
  return converter == no_converter ? nullptr : converter;
}

/// Appends what all bytes but those left over give; why it stopped before their end, 0 if not.
int convert(iconv_t converter, std::string_view& bytes, std::string& to) {
  std::array<char, 32'768> room;
  while (true) {
    auto* from = const_cast<char*>(bytes.data());
    std::size_t left = bytes.size();
    auto* out = room.data();
    std::size_t space = room.size();
    const auto result = iconv(converter, &from, &left, &out, &space);
    const int problem = result == stopped ? errno : 0;
    to.append(room.data(), room.size() - space);
    bytes.remove_prefix(bytes.size() - left);
    if (problem != E2BIG) return problem;
  }
}

bool is_hz(const Encoding& encoding) { return encoding.converter == "HZ"; }

std::string iconv_name(const Encoding& encoding) {
  return is_hz(encoding) ? "EUC-CN" : encoding.converter;
}

ConvertCharacter convert_with(iconv_t converter) {
  return [converter](std::string_view character) {
    std::string converted;
    const bool whole = convert(converter, character, converted) == 0 && character.empty();
    return whole ? converted : std::string();
  };
}

std::size_t first_character(std::string_view text) {
  std::size_t size = 1;
  while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) ++size;
  return size;
}

}  // namespace

void CloseConverter::operator()(void* converter) const { iconv_close(converter); }

bool has_converter(const Encoding& encoding) {
  const std::unique_ptr<void, CloseConverter> converter(
      open_converter("UTF-8", iconv_name(encoding)));
  return converter != nullptr;
}

Decoder::Decoder(const Encoding& encoding)
    : converter_(open_converter("UTF-8", iconv_name(encoding))), hz_(is_hz(encoding)) {}

std::optional<std::uint64_t> Decoder::decode(std::string_view bytes, bool last, std::string& text) {
  std::string joined;
  if (!kept_.empty()) {
    joined = kept_.append(bytes);
    bytes = joined;
  }
  const auto size = bytes.size();
  bool bad = false;
  if (hz_) {
    bad = decode_hz(bytes, shifted_, convert_with(converter_.get()), text) == HzStop::bad;
  } else {
    bad = convert(converter_.get(), bytes, text) == EILSEQ;
  }
  at_ += size - bytes.size();
  if (bad || (last && !bytes.empty())) return at_;
  kept_ = std::string(bytes);
  return {};
}

Encoder::Encoder(const Encoding& encoding)
    : converter_(encoding.is_utf8() ? nullptr : open_converter(iconv_name(encoding), "UTF-8")),
      hz_(is_hz(encoding)) {}

std::string Encoder::encode(std::string_view text) {
  if (!converter_) return std::string(text);
  if (hz_) return encode_hz(text, convert_with(converter_.get()));
  std::string encoded;
  while (convert(converter_.get(), text, encoded) != 0 && !text.empty()) {
    text.remove_prefix(first_character(text));
    std::string_view unknown = "?";
    convert(converter_.get(), unknown, encoded);
  }
  // Encodings with shifts go back to where they began.
  std::array<char, 16> room;
  auto* out = room.data();
  std::size_t space = room.size();
  iconv(converter_.get(), nullptr, nullptr, &out, &space);
  return encoded.append(room.data(), room.size() - space);
}

}  // namespace leadbook::text
