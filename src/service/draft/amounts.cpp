#include "service/draft/amounts.hpp"

#include <algorithm>
#include <charconv>

#include "leadbook/text/ascii.hpp"
#include "service/draft/letters.hpp"

namespace leadbook::service::drafting {
namespace {

constexpr std::string_view exactness_words[] = {
    "约",   "近",   "超",         "超过",  "逾",     "达",      "不少于",  "不低于",
    "约为", "超過", "more than ", "over ", "about ", "nearly ", "around ", "approximately ",
    "RMB ", "RMB",  "US$",        "$",     "¥",      "￥"};
constexpr std::string_view money_scales[] = {"万亿",
                                             "亿",
                                             "千万",
                                             "百万",
                                             "万",
                                             "千",
                                             "百",
                                             "个亿",
                                             "余亿",
                                             "多亿",
                                             "余万",
                                             "多万",
                                             " million",
                                             " billion",
                                             " trillion",
                                             " hundred million",
                                             "-million",
                                             "-billion"};
constexpr std::string_view money_units[] = {
    "元",   "美元",     "港元",          "港币",        "欧元",   "日元",   "人民币",
    "美金", "元人民币", "英镑",          "韩元",        "元港币", " yuan",  " Yuan",
    " RMB", " dollars", " U.S. dollars", " US dollars", " USD",   " euros", " Hong Kong dollars",
    " HKD", "-yuan",    "-dollar"};
constexpr std::string_view vague_words[] = {"多", "余", "来", "左右"};
constexpr std::string_view numerals[] = {
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "两", "百", "千", "零", "〇"};

/// Bytes of the number a text begins with: digits with a point and thousands, or Chinese numerals.
std::size_t number_length(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size()) {
    if (text::is_digit(text[length])) {
      ++length;
      continue;
    }
    const bool goes_on = (text[length] == '.' || text[length] == ',') && length > 0 &&
                         length + 1 < text.size() && text::is_digit(text[length + 1]);
    // 1,200 but not 5,6
    if (goes_on && text[length] == ',') {
      const auto group = text.substr(length + 1, 3);
      if (group.size() < 3 || !std::all_of(group.begin(), group.end(), text::is_digit)) break;
    }
    if (!goes_on) break;
    ++length;
  }
  if (length > 0) return length;
  while (true) {
    const auto word = word_at_start(text.substr(length), numerals);
    if (word.empty()) return length;
    length += word.size();
  }
}

/// 十四亿六千万: further steps of an amount in numerals.
std::size_t numeral_amount_length(std::string_view text) {
  std::size_t length = 0;
  while (true) {
    const auto number = number_length(text.substr(length));
    if (number == 0) return length;
    const auto scale = word_at_start(text.substr(length + number), money_scales);
    if (scale.empty()) return length + number;
    length += number + scale.size();
  }
}

std::int64_t small_number(std::string_view text) {
  std::int64_t value = 0;
  if (text::is_digit(text.front())) {
    std::string digits;
    for (const char byte : text) {
      if (byte == '.') return -1;
      if (text::is_digit(byte)) digits += byte;
    }
    if (digits.size() > 15) return -1;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
  }
  std::int64_t part = 0;
  while (!text.empty()) {
    const auto character = first_character(text);
    text.remove_prefix(character.size());
    constexpr std::string_view ones[] = {
        "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    const auto found = std::find(std::begin(ones), std::end(ones), character);
    if (found != std::end(ones)) {
      part = found - std::begin(ones);
    } else if (character == "两") {
      part = 2;
    } else if (character == "十") {
      value += (part == 0 ? 1 : part) * 10;
      part = 0;
    } else if (character == "百") {
      value += part * 100;
      part = 0;
    } else if (character == "千") {
      value += part * 1000;
      part = 0;
    }
  }
  return value + part;
}

}  // namespace

std::vector<Sum> find_sums(std::string_view text, std::size_t offset) {
  std::vector<Sum> sums;
  for (std::size_t at = 0; at < text.size();) {
    const auto rest = text.substr(at);
    const bool in_number =
        at > 0 && (text::is_digit(text[at - 1]) ||
                   (text[at - 1] == '.' && at > 1 && text::is_digit(text[at - 2])));
    const auto number = in_number ? 0 : number_length(rest);
    if (number == 0) {
      at += std::max<std::size_t>(1, first_length(rest));
      continue;
    }
    auto end = number;
    if (!text::is_digit(rest.front())) end = std::max(end, numeral_amount_length(rest));
    auto tail = rest.substr(end);
    const auto scale_begin = end;
    const auto between = word_at_start(tail, vague_words);
    end += between.size();
    const auto scale = word_at_start(rest.substr(end), money_scales);
    end += scale.size();
    end += word_at_start(rest.substr(end), vague_words).size();
    const auto unit = word_at_start(rest.substr(end), money_units);
    end += unit.size();
    const bool has_scale = !scale.empty() || !text::is_digit(rest.front());
    const bool sign_before =
        !word_at_end(text.substr(0, at), exactness_words).empty() &&
        (text.substr(0, at).ends_with("$") || text.substr(0, at).ends_with("RMB ") ||
         text.substr(0, at).ends_with("¥"));
    // 20亿 alone counts as money where nothing it may count follows.
    const bool bare = unit.empty() && scale.find("亿") != std::string_view::npos;
    const bool follows_other =
        bare && (begins_with_han(rest.substr(end)) &&
                 word_at_start(rest.substr(end), {"的", "建", "投", "在", "用", "元"}).empty());
    if (unit.empty() && !(sign_before && has_scale) && (!bare || follows_other)) {
      at += number;
      continue;
    }
    std::size_t begin = at;
    for (bool again = true; again;) {
      const auto word = word_at_end(text.substr(0, begin), exactness_words);
      again = !word.empty() && word != "达";
      if (again) begin -= word.size();
    }
    std::string words(text.substr(begin, at - begin));
    std::string core(rest.substr(0, end));
    if (const auto ge = core.find("个亿"); ge != std::string::npos)
      core.erase(ge, std::string_view("个").size());
    std::replace(core.begin(), core.end(), '-', ' ');
    if (unit.empty() && !sign_before) core += "元";
    const auto around = word_at_start(rest.substr(end), {"左右", "以上", " or more", "多"});
    const auto parsed = parse_amount(words + core + std::string(around));
    if (parsed && parsed->amount) {
      sums.push_back({*parsed->amount,
                      {offset + begin, offset + at + end + around.size()},
                      std::string(rest.substr(0, number)),
                      std::string(rest.substr(scale_begin, end - scale_begin))});
      at += end;
      continue;
    }
    at += number;
  }
  return sums;
}

std::vector<Count> find_counts(std::string_view text, std::size_t offset) {
  constexpr std::string_view counted[] = {
      "个",          "家",          "项",           "条",         "场",          "次",   "人",
      "亩",          "名",          "批",           "户",         "人次",        "场次", "家次",
      "批次",        "位",          "天",           "轮",         "余亩",        "多亩", "平方米",
      "公顷",        " projects",   " enterprises", " companies", " activities", " mu",  " jobs",
      " people",     " days",       " clues",       " effective", " new",        " key", " major",
      " industrial", " investment", " firms",       " contracts", " events"};
  constexpr std::string_view overs[] = {"多", "余", "来"};
  struct Spelled {
    std::string_view word;
    std::int64_t value;
  };
  constexpr Spelled spelled[] = {{"Two", 2},
                                 {"Three", 3},
                                 {"Four", 4},
                                 {"Five", 5},
                                 {"Six", 6},
                                 {"Seven", 7},
                                 {"Eight", 8},
                                 {"Nine", 9},
                                 {"Ten", 10},
                                 {"Eleven", 11},
                                 {"Twelve", 12},
                                 {"Thirteen", 13},
                                 {"Fourteen", 14},
                                 {"Fifteen", 15},
                                 {"Sixteen", 16},
                                 {"Seventeen", 17},
                                 {"Eighteen", 18},
                                 {"Nineteen", 19},
                                 {"Twenty", 20}};
  std::vector<Count> counts;
  for (const auto& [word, value] : spelled) {
    std::string small(word);
    small.front() = static_cast<char>(small.front() - 'A' + 'a');
    for (const std::string_view form : {word, std::string_view(small)}) {
      for (auto at = text.find(form); at != std::string_view::npos;
           at = text.find(form, at + form.size())) {
        const bool starts = at == 0 || text[at - 1] == ' ';
        const auto unit = word_at_start(text.substr(at + form.size()), counted);
        if (!starts || unit.empty()) continue;
        Count count;
        count.value = value;
        count.unit = unit;
        count.span = {offset + at, offset + at + form.size() + unit.size()};
        counts.push_back(count);
      }
    }
  }
  for (std::size_t at = 0; at < text.size();) {
    const auto rest = text.substr(at);
    const bool in_number = at > 0 && (text::is_digit(text[at - 1]) || text[at - 1] == '.');
    const auto number = in_number ? 0 : number_length(rest);
    if (number == 0) {
      at += std::max<std::size_t>(1, first_length(rest));
      continue;
    }
    auto end = number;
    Count count;
    count.value = small_number(rest.substr(0, number));
    if (const auto word = word_at_start(rest.substr(end), overs); !word.empty()) {
      count.is_over = true;
      end += word.size();
    }
    if (rest.substr(end).starts_with("万") && count.value > 0 && count.value < 1'000'000) {
      count.value *= 10'000;
      end += std::string_view("万").size();
    }
    if (const auto word = word_at_start(rest.substr(end), overs); !word.empty()) {
      count.is_over = true;
      end += word.size();
    }
    count.unit = word_at_start(rest.substr(end), counted);
    if (count.unit.empty() || count.value < 0) {
      at += number;
      continue;
    }
    const auto before = text.substr(0, at);
    count.is_over = count.is_over || before.ends_with("超") || before.ends_with("超过") ||
                    before.ends_with("逾") || before.ends_with("近") ||
                    before.ends_with("more than ") || before.ends_with("over ");
    count.span = {offset + at, offset + at + end + count.unit.size()};
    at += end + count.unit.size();
    counts.push_back(count);
  }
  return counts;
}

}  // namespace leadbook::service::drafting
