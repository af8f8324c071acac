#include "ingest/workbook/styles.hpp"

#include <cstddef>
#include <map>
#include <optional>

#include "ingest/workbook/xml.hpp"
#include "leadbook/domain/amount/money.hpp"
#include "leadbook/text/ascii.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::ingest {
namespace {

/// What the first section of a format code consists of.
struct Pieces {
  std::string before;    // literal text before the digits
  std::string after;     // and behind them
  std::string currency;  // of [$HK$-C04]
  std::string locale;
  bool digits = false;
  std::size_t noughts = 0;  // digits that are always shown
  bool only_noughts = true;
  bool scaled = false;  // shows thousandths or such: what follows is not said of the number itself
  bool percent = false;
  bool day = false;
  bool time = false;
  bool elapsed = false;

  void add_literal(std::string_view text) {
    // A point that is a literal stands among digits that are shown by the thousand.
    const bool is_point = digits && text == ".";
    scaled = scaled || is_point;
    if (!is_point) (digits ? after : before) += text;
  }
};

/// The text up to a closing mark, which is taken off as well.
std::string_view take_until(std::string_view& code, char mark) {
  const auto end = code.find(mark);
  const auto taken = code.substr(0, end);
  code.remove_prefix(end == std::string_view::npos ? code.size() : end + 1);
  return taken;
}

void take_bracket(std::string_view inner, Pieces& pieces) {
  if (inner.starts_with('$')) {
    const auto dash = inner.rfind('-');
    pieces.currency = inner.substr(1, dash == std::string_view::npos ? dash : dash - 1);
    if (dash != std::string_view::npos) pieces.locale = inner.substr(dash + 1);
    return;
  }
  if (!inner.empty() && text::fold(inner).find_first_not_of("hms") == std::string::npos) {
    pieces.elapsed = true;
  }
}

/// A symbol that stands for itself or for a part of the number.
void take_symbol(std::string_view& code, Pieces& pieces) {
  const char symbol = text::to_small(code.front());
  switch (symbol) {
    case '0':
    case '#':
    case '?':
      pieces.digits = true;
      ++pieces.noughts;
      pieces.only_noughts = pieces.only_noughts && symbol == '0' && pieces.after.empty();
      pieces.scaled = pieces.scaled || !pieces.after.empty();
      break;
    case ',': {
      pieces.only_noughts = false;
      const auto next = code.substr(1, 1);
      if (pieces.digits && (next.empty() || std::string_view("0#?").find(next) == next.npos)) {
        pieces.scaled = true;
      }
      break;
    }
    case '.':
    case '/':
    case 'e':
      pieces.only_noughts = false;
      if (symbol != '.') pieces.add_literal(code.substr(0, 1));
      break;
    case '%':
      pieces.percent = true;
      break;
    case 'y':
    case 'd':
      pieces.day = true;
      break;
    case 'h':
    case 's':
      pieces.time = true;
      break;
    default:
      pieces.add_literal(code.substr(0, 1));
  }
  code.remove_prefix(1);
}

Pieces take_apart(std::string_view code) {
  Pieces pieces;
  bool month_or_minute = false;
  while (!code.empty() && code.front() != ';') {
    const char symbol = code.front();
    const bool marks = std::string_view("\"[\\!_*").find(symbol) != std::string_view::npos;
    if (!marks) {
      month_or_minute = month_or_minute || text::to_small(symbol) == 'm';
      take_symbol(code, pieces);
      continue;
    }
    code.remove_prefix(1);
    if (symbol == '"') pieces.add_literal(take_until(code, '"'));
    if (symbol == '[') take_bracket(take_until(code, ']'), pieces);
    if (symbol == '"' || symbol == '[' || code.empty()) continue;
    // A blank as wide as the next character, or that character repeated, is none of the text.
    if (symbol == '\\' || symbol == '!') pieces.add_literal(code.substr(0, 1));
    code.remove_prefix(1);
  }
  // Beside hours or seconds an "m" is minutes.
  if (month_or_minute && !pieces.time && !pieces.elapsed) pieces.day = true;
  return pieces;
}

/// "$" and "¥" are the money of several countries; the code of the language says which.
std::string currency_code(std::string_view symbol, std::string_view locale) {
  const std::string_view dollars[][2] = {{"C04", "HKD"},
                                         {"404", "TWD"},
                                         {"1004", "SGD"},
                                         {"C09", "AUD"},
                                         {"1009", "CAD"},
                                         {"409", "USD"}};
  if (symbol == "$") {
    for (const auto& [language, code] : dollars) {
      if (locale == language) return std::string(code);
    }
  }
  if (symbol == "¥" || symbol == "￥") return locale == "411" ? "JPY" : "CNY";
  const auto currency = Currency::parse(symbol);
  return currency ? std::string(currency->code()) : "";
}

/// What the literal text around the digits says of their scale and currency: of "US$" and "万" it
/// is "万 USD", of "￥" alone " CNY", which states no scale, of "元" that word, and of text that is
/// not about money nothing.
std::string money_suffix(const Pieces& pieces) {
  const std::string code = currency_code(pieces.currency, pieces.locale);
  const std::string before(text::trim(pieces.before));
  std::string after(text::trim(pieces.after));
  std::string alone = code.empty() ? "" : " " + code;
  if (before.empty() && after.empty()) return alone;
  const auto read = parse_amount(before + "1" + after + (code.empty() ? "" : " " + code));
  if (!read || !read->amount || !read->note.empty()) return alone;
  const Money& money = read->amount->money;
  std::int64_t whole = money.minor;
  for (int digit = 0; digit < money.currency.minor_digits(); ++digit) whole /= 10;
  std::string suffix;
  if (!pieces.scaled && whole == 10'000) suffix = "万";
  if (!pieces.scaled && whole == 100'000'000) suffix = "亿";
  if (suffix.empty() && whole != 1 && !pieces.scaled) return alone;
  if (suffix.empty() && !pieces.scaled && read->states_scale && before.empty()) return after;
  if (read->states_currency) suffix.append(" ").append(money.currency.code());
  return suffix;
}

constexpr std::size_t most_formats = 65'536;

/// The formats that every spreadsheet program has without a code; those of 27 and up are Chinese.
NumberFormat built_in(std::uint64_t id) {
  const auto within = [id](std::uint64_t first, std::uint64_t last) {
    return first <= id && id <= last;
  };
  using Kind = NumberFormat::Kind;
  if (id == 46) return {Kind::elapsed, ""};
  if (within(18, 21) || within(32, 35) || within(45, 47) || within(55, 56)) return {Kind::time, ""};
  if (within(14, 22) || within(27, 36) || within(50, 58)) return {Kind::date, ""};
  if (within(9, 10)) return {Kind::percent, ""};
  return {};
}

class StyleReader : public XmlReader {
 public:
  void open(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "cellXfs") within_cells_ = true;
    const auto id = parse_count(attributes.find("numFmtId").value_or("")).value_or(0);
    if (name == "numFmt") {
      const auto code = attributes.find("formatCode");
      if (code && codes_.size() < most_formats) codes_[id] = read_number_format(*code);
    }
    if (name != "xf" || !within_cells_ || formats.size() == most_formats) return;
    const auto found = codes_.find(id);
    formats.push_back(found == codes_.end() ? built_in(id) : found->second);
  }

  void close(std::string_view name) override {
    if (name == "cellXfs") within_cells_ = false;
  }

  std::vector<NumberFormat> formats;

 private:
  std::map<std::uint64_t, NumberFormat> codes_;
  bool within_cells_ = false;
};

}  // namespace

NumberFormat read_number_format(std::string_view code) {
  using Kind = NumberFormat::Kind;
  if (text::fold(code) == "general") return {};
  const Pieces pieces = take_apart(code);
  if (pieces.elapsed) return {Kind::elapsed, ""};
  if (pieces.day) return {Kind::date, ""};
  if (pieces.time) return {Kind::time, ""};
  if (pieces.percent) return {Kind::percent, ""};
  NumberFormat format{Kind::number, money_suffix(pieces)};
  const bool is_padded = pieces.only_noughts && pieces.noughts > 1 && !pieces.scaled;
  if (is_padded && format.suffix.empty() && pieces.currency.empty()) {
    format.digits = pieces.noughts;
    format.before = pieces.before;
    format.after = pieces.after;
  }
  return format;
}

std::vector<NumberFormat> read_styles(const ZipArchive& archive, const ZipEntry* entry) {
  if (entry == nullptr) return {};
  StyleReader reader;
  read_xml(archive, *entry, reader);
  return std::move(reader.formats);
}

}  // namespace leadbook::ingest
