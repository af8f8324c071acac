#include "ingest/workbook/strings.hpp"

#include <charconv>

#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::ingest {
namespace {

constexpr std::size_t most_bytes = 64'000'000;
constexpr std::size_t escape_size = 7;  // _x000D_

/// The code unit at the start of the text; nothing where no escape stands there.
std::optional<char32_t> escaped_unit(std::string_view text) {
  if (text.size() < escape_size || !text.starts_with("_x") || text[escape_size - 1] != '_') {
    return {};
  }
  unsigned unit = 0;
  const char* const last = text.data() + escape_size - 1;
  const auto [end, error] = std::from_chars(text.data() + 2, last, unit, 16);
  if (error != std::errc() || end != last) return {};
  return unit;
}

bool is_high(char32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low(char32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

/// Adds what the escape at `at` stands for and says where it ends; `at` where none stands there.
std::size_t decode_at(std::string_view text, std::size_t at, std::string& decoded) {
  const auto first = escaped_unit(text.substr(at));
  if (!first || is_low(*first)) return at;
  if (!is_high(*first)) {
    const char32_t symbol[] = {*first};
    decoded += text::encode({symbol, 1});
    return at + escape_size;
  }
  const auto second = escaped_unit(text.substr(at + escape_size));
  if (!second || !is_low(*second)) return at;
  const char32_t symbol[] = {0x10000 + ((*first - 0xD800) << 10) + (*second - 0xDC00)};
  decoded += text::encode({symbol, 1});
  return at + 2 * escape_size;
}

/// CR LF and CR as LF.
void unify_lines(std::string& text) {
  std::size_t kept = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool return_of_pair = text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
    if (return_of_pair) continue;
    text[kept++] = text[at] == '\r' ? '\n' : text[at];
  }
  text.resize(kept);
}

}  // namespace

class StringReader : public XmlReader {
 public:
  StringReader(const ZipArchive& archive, SharedStrings& strings)
      : archive_(archive), strings_(strings) {}

  void open(std::string_view name, const XmlAttributes&) override { rich_.open(name); }

  void close(std::string_view name) override {
    rich_.close(name);
    if (name != "si") return;
    check_size(sizeof(std::uint32_t));
    strings_.ends_.push_back(static_cast<std::uint32_t>(strings_.bytes_.size()));
  }

  void text(std::string_view piece) override {
    if (!rich_.counts()) return;
    check_size(piece.size());
    strings_.bytes_ += piece;
  }

 private:
  void check_size(std::size_t more) const {
    const auto size = strings_.bytes_.size() + strings_.ends_.size() * sizeof(std::uint32_t);
    if (size + more <= most_bytes) return;
    throw Error(ErrorKind::refused,
                say("the texts of {} are larger than 64 MB together: save the sheet to import as "
                    "CSV",
                    archive_.file()));
  }

  const ZipArchive& archive_;
  SharedStrings& strings_;
  RichText rich_;
};

SharedStrings::SharedStrings(const ZipArchive& archive, const ZipEntry& entry) {
  StringReader reader(archive, *this);
  read_xml(archive, entry, reader);
}

std::optional<std::string_view> SharedStrings::find(std::uint64_t index) const {
  if (index >= ends_.size()) return {};
  const auto at = static_cast<std::size_t>(index);
  const std::size_t begin = at == 0 ? 0 : ends_[at - 1];
  return std::string_view(bytes_).substr(begin, ends_[at] - begin);
}

std::string decode_escapes(std::string_view text) {
  // Hardly any text has either.
  const bool plain = text.find("_x") == std::string_view::npos && text.find('\r') == text.npos;
  if (plain) return std::string(text);
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto end = decode_at(text, at, decoded);
    if (end == at) decoded += text[at];
    at = end == at ? at + 1 : end;
  }
  unify_lines(decoded);
  return decoded;
}

}  // namespace leadbook::ingest
