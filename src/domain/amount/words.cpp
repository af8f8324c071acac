#include "domain/amount/words.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/amount/currency_table.hpp"
#include "domain/amount/number.hpp"

namespace leadbook {
namespace {

constexpr std::array undisclosed_words = {
    std::string_view("undisclosed"),
    std::string_view("not disclosed"),
    std::string_view("negotiable"),
    std::string_view("to be negotiated"),
    std::string_view("confidential"),
    std::string_view("未披露"),
    std::string_view("未公布"),
    std::string_view("未公开"),
    std::string_view("未对外公布"),
    std::string_view("未透露"),
    std::string_view("面议"),
    std::string_view("面談"),
    std::string_view("面谈"),
    std::string_view("待议"),
    std::string_view("另议"),
    std::string_view("保密"),
};

constexpr std::array unknown_words = {
    std::string_view("unknown"),  std::string_view("not known"), std::string_view("n/a"),
    std::string_view("tbd"),      std::string_view("未知"),      std::string_view("未定"),
    std::string_view("待定"),     std::string_view("暂无"),      std::string_view("无"),
    std::string_view("暂未确定"), std::string_view("未确定"),    std::string_view("不详"),
    std::string_view("未详"),     std::string_view("-"),         std::string_view("--"),
    std::string_view("---"),      std::string_view("–"),         std::string_view("—"),
    std::string_view("——"),
};

struct QualifierWord {
  std::string_view word;
  Qualifier qualifier;
};

using enum Qualifier;

// A longer word stands before one that it begins with.
constexpr QualifierWord before_words[] = {
    {"约为", about},
    {"约", about},
    {"大约", about},
    {"大概", about},
    {"about", about},
    {"around", about},
    {"approximately", about},
    {"approx.", about},
    {"approx", about},
    {"roughly", about},
    {"some", about},
    {"circa", about},
    {"ca.", about},
    {"~", about},
    {"≈", about},
    {"将近", nearly},
    {"接近", nearly},
    {"近", nearly},
    {"nearly", nearly},
    {"almost", nearly},
    {"close to", nearly},
    {"超过", over},
    {"超出", over},
    {"超", over},
    {"逾", over},
    {"多于", over},
    {"大于", over},
    {"高于", over},
    {"突破", over},
    {"过", over},
    {"上", at_least},
    {"more than", over},
    {"over", over},
    {"above", over},
    {"exceeding", over},
    {"in excess of", over},
    {">=", at_least},
    {"≥", at_least},
    {">", over},
    {"不少于", at_least},
    {"不低于", at_least},
    {"至少", at_least},
    {"最少", at_least},
    {"at least", at_least},
    {"no less than", at_least},
    {"not less than", at_least},
    {"minimum", at_least},
    {"不超过", at_most},
    {"不高于", at_most},
    {"不多于", at_most},
    {"至多", at_most},
    {"最多", at_most},
    {"最高", at_most},
    {"不到", at_most},
    {"不足", at_most},
    {"少于", at_most},
    {"低于", at_most},
    {"up to", at_most},
    {"at most", at_most},
    {"no more than", at_most},
    {"not more than", at_most},
    {"less than", at_most},
    {"under", at_most},
    {"below", at_most},
    {"maximum", at_most},
    {"<=", at_most},
    {"≤", at_most},
    {"<", at_most},
};

constexpr QualifierWord within_words[] = {
    {"余", over}, {"多", over}, {"来", about}, {"+", at_least}};

constexpr QualifierWord behind_words[] = {
    {"左右", about},
    {"上下", about},
    {"or so", about},
    {"余", over},
    {"多", over},
    {"来", about},
    {"以上", at_least},
    {"or more", at_least},
    {"and above", at_least},
    {"+", at_least},
    {"以下", at_most},
    {"以内", at_most},
    {"之内", at_most},
    {"or less", at_most},
};

// A longer word stands before one that it begins with.
constexpr Scale scales[] = {
    {"亿", yi},
    {"万亿", wan* yi},
    {"万", wan},
    {"十亿", 10 * yi},
    {"百亿", 100 * yi},
    {"千亿", 1000 * yi},
    {"十万", 10 * wan},
    {"百万", 100 * wan},
    {"千万", 1000 * wan},
    {"十", 10, false},
    {"百", 100, false},
    {"千", 1000, false},
    {"million", 1'000'000},
    {"billion", 1'000'000'000},
    {"trillion", wan* yi},
    {"thousand", 1000},
    {"hundred million", yi},
    {"hundred thousand", 10 * wan},
    {"ten thousand", wan},
    {"m", 1'000'000},
    {"mn", 1'000'000},
    {"mln", 1'000'000},
    {"bn", 1'000'000'000},
    {"b", 1'000'000'000},
    {"tn", wan* yi},
    {"k", 1000},
    {"wan", wan},
    {"w", wan},
    {"yi", yi},
};

constexpr std::string_view joints[] = {"(",
                                       "[",
                                       ",",
                                       ";",
                                       "/",
                                       "=",
                                       "、",
                                       "。",
                                       "折合",
                                       "约合",
                                       "合",
                                       "相当于",
                                       "or",
                                       "i.e.",
                                       "equivalent to",
                                       "equal to"};

std::optional<Qualifier> take_qualifier(Cursor& cursor, std::span<const QualifierWord> words) {
  for (const auto& [word, qualifier] : words) {
    if (cursor.take(word)) return qualifier;
  }
  return std::nullopt;
}

std::vector<std::string> make_suggested_words() {
  std::vector<std::string> words;
  for (const auto& scale : scales) {
    if (scale.word.size() > 3) words.emplace_back(scale.word);
  }
  for (const auto& [word, qualifier] : before_words) {
    if (word.size() > 3) words.emplace_back(word);
  }
  return words;
}

}  // namespace

bool says_unknown(std::string_view folded) {
  if (folded.empty()) return true;
  for (const auto word : unknown_words) {
    if (folded == word) return true;
  }
  return false;
}

bool says_undisclosed(std::string_view folded) {
  return std::find(undisclosed_words.begin(), undisclosed_words.end(), folded) !=
         undisclosed_words.end();
}

bool is_vague_amount(std::string_view folded) {
  constexpr std::string_view sizes[] = {"数",
                                        "好几",
                                        "几",
                                        "若干",
                                        "several",
                                        "a few",
                                        "dozens of",
                                        "tens of",
                                        "hundreds of",
                                        "thousands of"};
  // 两三亿: any of two.
  constexpr std::string_view choices[] = {
      "一两", "一二", "两三", "二三", "三四", "三五", "四五", "五六", "六七", "七八", "八九"};
  constexpr std::string_view numerals[] = {"十", "百", "千", "万", "亿", "个", "余", "多"};
  Cursor cursor(folded);
  if (starts_with_digits(cursor)) return false;  // as most amounts do: the words need no look
  while (take_qualifier_before(cursor)) cursor.skip_spaces();
  bool is_vague = false;
  for (bool again = true; again;) {
    again = false;
    cursor.skip_spaces();
    for (const auto word : sizes) {
      if (!cursor.take(word)) continue;
      again = is_vague = true;
    }
    for (const auto word : choices) {
      if (!cursor.take(word)) continue;
      again = is_vague = true;
    }
    for (const auto word : numerals) again = again || cursor.take(word);
    again = again || take_scale_or_plural(cursor) != nullptr || cursor.take("of");
  }
  if (!is_vague) return false;
  cursor.advance(match_currency(cursor.rest()).length);
  take_qualifier_behind(cursor);
  return cursor.at_end();
}

std::optional<Qualifier> take_qualifier_before(Cursor& cursor) {
  return take_qualifier(cursor, before_words);
}

std::optional<Qualifier> take_qualifier_within(Cursor& cursor) {
  return take_qualifier(cursor, within_words);
}

std::optional<Qualifier> take_qualifier_behind(Cursor& cursor) {
  return take_qualifier(cursor, behind_words);
}

const Scale* peek_scale(const Cursor& cursor) {
  for (const auto& scale : scales) {
    Cursor ahead = cursor;
    if (ahead.take(scale.word)) return &scale;
  }
  return nullptr;
}

const Scale* take_scale(Cursor& cursor) {
  const Scale* scale = peek_scale(cursor);
  if (scale != nullptr) cursor.advance(scale->word.size());
  return scale;
}

const Scale* take_scale_or_plural(Cursor& cursor) {
  static constexpr Scale thousands = {"'000", 1000};
  if (const auto* scale = take_scale(cursor)) return scale;
  if (cursor.take(thousands.word)) return &thousands;
  for (const auto& scale : scales) {
    if (is_chinese(scale) || scale.word.size() < 4) continue;
    if (cursor.take(std::string(scale.word) + "s")) return &scale;
  }
  return nullptr;
}

bool is_chinese(const Scale& scale) { return !is_latin(scale.word.front()); }

const std::vector<std::string>& suggested_words() {
  static const std::vector<std::string> words = make_suggested_words();
  return words;
}

bool take_joint(Cursor& cursor) {
  bool found = false;
  for (bool again = true; again;) {
    again = false;
    cursor.skip_spaces();
    for (const auto joint : joints) again = again || cursor.take(joint);
    found = found || again;
  }
  return found;
}

}  // namespace leadbook
