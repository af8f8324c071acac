#include "leadbook/text/encoding.hpp"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <vector>

#include "leadbook/text/ascii.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::text {
namespace {

/// What iconv_open answers where it fails.
const auto no_converter = reinterpret_cast<iconv_t>(-1);  // NOLINT(performance-no-int-to-ptr)
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

constexpr std::size_t piece_size = 65'536;

struct Mark {
  std::string_view bytes;
  std::string_view converter;
};

constexpr std::array marks = {Mark{"\xEF\xBB\xBF", "UTF-8"},
                              Mark{"\xFF\xFE", "UTF-16LE"},
                              Mark{"\xFE\xFF", "UTF-16BE"},
                              Mark{"\x84\x31\x95\x33", "GB18030"}};

struct Name {
  std::string_view said;  // folded, without '-' and '_'
  std::string_view name;
  std::string_view converter;
};

// What is called GB2312 or GBK is what Windows writes by that name, which holds more than either.
constexpr std::array encoding_names = {Name{"utf8", "UTF-8", "UTF-8"},
                                       Name{"utf8bom", "UTF-8", "UTF-8"},
                                       Name{"utf8sig", "UTF-8", "UTF-8"},
                                       Name{"gb18030", "GB18030", "GB18030"},
                                       Name{"gbk", "GBK", "CP936"},
                                       Name{"cp936", "GBK", "CP936"},
                                       Name{"gb2312", "GB2312", "CP936"},
                                       Name{"utf16", "UTF-16", "UTF-16LE"},
                                       Name{"utf16le", "UTF-16LE", "UTF-16LE"},
                                       Name{"utf16be", "UTF-16BE", "UTF-16BE"},
                                       Name{"big5", "Big5", "CP950"},
                                       Name{"cp950", "Big5", "CP950"},
                                       Name{"big5hkscs", "Big5-HKSCS", "BIG5-HKSCS"}};

std::string beginning_of(const ReadBytes& read) {
  std::string beginning(4, '\0');
  beginning.resize(read(0, beginning.data(), beginning.size()));
  return beginning;
}

/// The encoding with its mark's size, where the text begins with its mark.
Encoding with_mark(Encoding encoding, std::string_view beginning) {
  for (const auto& mark : marks) {
    if (mark.converter == encoding.converter && beginning.starts_with(mark.bytes)) {
      encoding.mark = mark.bytes.size();
    }
  }
  return encoding;
}

std::optional<std::uint64_t> first_not_utf8(const ReadBytes& read) {
  std::vector<char> piece(piece_size);
  std::size_t kept = 0;
  std::uint64_t at = 0;  // of the piece's first byte
  while (true) {
    const auto wanted = piece.size() - kept;
    const auto size = read(at + kept, piece.data() + kept, wanted);
    const std::string_view text(piece.data(), kept + size);
    const auto valid = scan_utf8(text).valid;
    const bool last = size < wanted;
    const auto unfinished = last ? 0 : unfinished_utf8(text);
    if (valid + unfinished < text.size()) return at + valid;
    if (last) return {};
    at += valid;
    kept = unfinished;
    std::copy(text.end() - static_cast<std::ptrdiff_t>(kept), text.end(), piece.begin());
  }
}

std::optional<std::uint64_t> first_not_of(const Encoding& encoding, const ReadBytes& read) {
  Decoder decoder(encoding);
  std::vector<char> piece(piece_size);
  std::string text;
  for (std::uint64_t at = 0;;) {
    const auto size = read(at, piece.data(), piece.size());
    const bool last = size < piece.size();
    text.clear();
    if (const auto bad = decoder.decode({piece.data(), size}, last, text)) return bad;
    if (last) return {};
    at += size;
  }
}

/// The form of Big5 that explains every byte; nothing where none does.
std::optional<Encoding> big5_of(const ReadBytes& read) {
  for (const auto& big5 : {Encoding{"Big5", "CP950", 0}, Encoding{"Big5-HKSCS", "BIG5-HKSCS", 0}}) {
    if (has_converter(big5) && !first_not_of(big5, read)) return big5;
  }
  return {};
}

/// How many characters of more than one byte a text has, and how many of those are usual ones as
/// either encoding reads them: of GB 2312's first level, of Big5's first plane, or punctuation.
struct UsualCharacters {
  std::size_t all = 0;
  std::size_t gb18030 = 0;
  std::size_t big5 = 0;

  /// In per cent.
  std::size_t of(std::size_t usual) const { return all == 0 ? 0 : usual * 100 / all; }
};

/// Readings whose shares differ by no more, in per cent, cannot be told from each other. Of texts
/// of twenty characters and more none came near it.
constexpr std::size_t nearly_alike = 15;

bool is_usual_gb18030(unsigned char lead, unsigned char trail) {
  if (trail < 0xA1) return false;
  return (lead >= 0xB0 && lead <= 0xD7) || (lead >= 0xA1 && lead <= 0xA3);
}

bool is_usual_big5(unsigned char lead, unsigned char trail) {
  const bool is_mark = lead == 0xA1 || (lead == 0xA2 && trail >= 0xAF);
  return is_mark || (lead >= 0xA4 && lead <= 0xC5) || (lead == 0xC6 && trail <= 0x7E);
}

UsualCharacters count_usual(const ReadBytes& read) {
  constexpr std::size_t enough = 1 << 20;
  std::string bytes(enough, '\0');
  bytes.resize(read(0, bytes.data(), enough));
  UsualCharacters count;
  for (std::size_t at = 0; at + 1 < bytes.size(); ++at) {
    const auto lead = static_cast<unsigned char>(bytes[at]);
    const auto trail = static_cast<unsigned char>(bytes[at + 1]);
    if (lead < 0x81) continue;
    ++count.all;
    const bool is_of_four = is_digit(bytes[at + 1]);
    if (!is_of_four && is_usual_gb18030(lead, trail)) ++count.gb18030;
    if (!is_of_four && is_usual_big5(lead, trail)) ++count.big5;
    at += is_of_four ? 3 : 1;
  }
  return count;
}

std::string plain_name(std::string_view name) {
  std::string plain;
  for (const char byte : fold(name)) {
    if (byte != '-' && byte != '_' && byte != ' ') plain += byte;
  }
  return plain;
}

/// A name for iconv alone: its options and what it calls this program's own forms are no encodings.
bool is_fit_for_iconv(std::string_view name) {
  const bool letters = std::all_of(name.begin(), name.end(), [](char byte) {
    return is_small_letter(byte) || is_digit(byte) ||
           std::string_view("-_.:+").find(byte) != std::string_view::npos;
  });
  return letters && !name.empty() && name != "internal" && name != "wchar_t" && name != "char";
}

std::string in_capitals(std::string name) {
  std::transform(name.begin(), name.end(), name.begin(), to_capital);
  return name;
}

}  // namespace

void CloseConverter::operator()(void* converter) const { iconv_close(converter); }

bool has_converter(const Encoding& encoding) {
  const std::unique_ptr<void, CloseConverter> converter(
      open_converter("UTF-8", encoding.converter));
  return converter != nullptr;
}

Decoder::Decoder(const Encoding& encoding)
    : converter_(open_converter("UTF-8", encoding.converter)) {}

std::optional<std::uint64_t> Decoder::decode(std::string_view bytes, bool last, std::string& text) {
  std::string joined;
  if (!kept_.empty()) {
    joined = kept_.append(bytes);
    bytes = joined;
  }
  const auto size = bytes.size();
  const bool bad = convert(converter_.get(), bytes, text) == EILSEQ;
  at_ += size - bytes.size();
  if (bad || (last && !bytes.empty())) return at_;
  kept_ = std::string(bytes);
  return {};
}

Encoder::Encoder(const Encoding& encoding)
    : converter_(encoding.is_utf8() ? nullptr : open_converter(encoding.converter, "UTF-8")) {}

std::string Encoder::encode(std::string_view text) {
  if (!converter_) return std::string(text);
  std::string encoded;
  while (convert(converter_.get(), text, encoded) != 0 && !text.empty()) {
    text.remove_prefix(first_length(text));
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

EncodingSearch find_encoding(const ReadBytes& read) {
  const auto beginning = beginning_of(read);
  for (const auto& mark : marks) {
    if (!beginning.starts_with(mark.bytes)) continue;
    const std::string name(mark.converter);
    return {Encoding{name, name, mark.bytes.size()}, 0};
  }
  const auto not_utf8 = first_not_utf8(read);
  if (!not_utf8) return {Encoding{}, 0};
  const Encoding gb18030{"GB18030", "GB18030", 0};
  if (!has_converter(gb18030)) return {{}, *not_utf8};
  const auto not_gb18030 = first_not_of(gb18030, read);
  const auto usual = count_usual(read);
  const bool is_like_gb18030 = usual.of(usual.gb18030) > usual.of(usual.big5) + nearly_alike;
  if (!not_gb18030 && is_like_gb18030) return {gb18030, 0};
  const auto big5 = big5_of(read);
  if (!big5 && not_gb18030) return {{}, std::max(*not_utf8, *not_gb18030)};
  if (!big5) return {gb18030, 0};
  const bool is_like_big5 = usual.of(usual.big5) > usual.of(usual.gb18030) + nearly_alike;
  constexpr std::size_t telling = 6;
  if (is_like_big5 && (usual.all >= telling || not_gb18030)) return {big5, 0};
  if (not_gb18030) return {{}, std::max(*not_utf8, *not_gb18030)};
  return {{}, *not_utf8, {gb18030, *big5}};
}

std::optional<Encoding> named_encoding(std::string_view name, const ReadBytes& read) {
  const auto beginning = beginning_of(read);
  const auto plain = plain_name(name);
  for (const auto& known : encoding_names) {
    if (known.said != plain) continue;
    Encoding encoding{std::string(known.name), std::string(known.converter), 0};
    if (plain != "utf16") return with_mark(std::move(encoding), beginning);
    const bool big_end = beginning.starts_with("\xFE\xFF");
    encoding.name = encoding.converter = big_end ? "UTF-16BE" : "UTF-16LE";
    return with_mark(std::move(encoding), beginning);
  }
  const auto folded = fold(name);
  if (!is_fit_for_iconv(folded)) return {};
  Encoding encoding{in_capitals(folded), in_capitals(folded), 0};
  if (!has_converter(encoding)) return {};
  return with_mark(std::move(encoding), beginning);
}

std::string_view usual_encodings() {
  return "utf-8, gb18030, gbk, gb2312, utf-16, utf-16le, utf-16be, big5";
}

}  // namespace leadbook::text
