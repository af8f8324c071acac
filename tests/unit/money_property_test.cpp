// What holds for every amount: it prints to what reads back, and garbage never becomes money.
#include <array>
#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"
#include "domain/amount/currency_table.hpp"
#include "leadbook/domain/amount/money.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook {
namespace {

constexpr std::array units = {
    AmountUnit::yuan, AmountUnit::wan, AmountUnit::yi, AmountUnit::automatic};
constexpr std::array pieces = {"1",    "2.5", "0",       "3,000", "亿", "万", "元",   "港币",
                               "US$",  "¥",   "-",       "约",    "余", "三", "十",   "百",
                               "点",   ",",   ".",       " ",     "(",  ")",  "CNY",  "million",
                               "bn",   "k",   "个",      "零",    "超", "to", "左右", "\xff",
                               "\x1b", "１",  "or more", "多",    "千", "e9", "兆"};

class Randomness {
 public:
  std::uint64_t below(std::uint64_t bound) { return generator_() % bound; }

  /// Minor units of every length, as likely short as long.
  std::int64_t minor() {
    const auto bits = generator_() >> (1 + below(63));
    return static_cast<std::int64_t>(bits);
  }

 private:
  std::mt19937_64 generator_{20200519};
};

bool reads_back(const Amount& amount, AmountUnit unit) {
  const auto parsed = parse_amount(format_amount(amount, unit));
  return parsed && parsed->amount == amount && parsed->note.empty();
}

void expect_reading_back(const std::string& text) {
  const auto parsed = parse_amount(text);
  if (!parsed) {
    if (parsed.problem().message.empty()) FAIL("refused without a word: " << text);
    return;
  }
  if (!parsed->amount) return;
  for (const auto unit : units) {
    if (!reads_back(*parsed->amount, unit)) FAIL("does not read back: " << text);
  }
}

}  // namespace

TEST_CASE("a million random amounts read back as they were printed, in both languages") {
  std::vector<Currency> currencies;
  for (const auto& row : currency_rows()) currencies.push_back(*Currency::parse(row.code));
  Randomness random;
  for (int block = 0; block < 1000; ++block) {
    use_language(block % 2 == 0 ? Language::english : Language::chinese, "/nonexistent");
    for (int turn = 0; turn < 1000; ++turn) {
      const Amount amount{.money = {.minor = random.minor(),
                                    .currency = currencies[random.below(currencies.size())]},
                          .qualifier = static_cast<Qualifier>(random.below(6))};
      const auto unit = units[random.below(units.size())];
      if (!reads_back(amount, unit)) FAIL("does not read back: " << format_amount(amount, unit));
    }
  }
  use_language(Language::english, "/nonexistent");
  CHECK(reads_back({.money = {.minor = std::numeric_limits<std::int64_t>::max(), .currency = {}},
                    .qualifier = Qualifier::exact},
                   AmountUnit::yi));
}

TEST_CASE("random bytes never crash the reader and never become money that does not read back") {
  Randomness random;
  for (int turn = 0; turn < 20'000; ++turn) {
    std::string text;
    for (auto length = random.below(24); length > 0; --length) {
      text += static_cast<char>(random.below(256));
    }
    expect_reading_back(text);
  }
}

TEST_CASE("random strings of amount words never become money that does not read back") {
  Randomness random;
  int accepted = 0;
  for (int turn = 0; turn < 30'000; ++turn) {
    std::string text;
    for (auto count = 1 + random.below(6); count > 0; --count) {
      text += pieces[random.below(pieces.size())];
    }
    expect_reading_back(text);
    if (parse_amount(text)) ++accepted;
  }
  CHECK(accepted > 300);
}

}  // namespace leadbook
