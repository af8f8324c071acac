#include "service/draft/prose.hpp"

#include <algorithm>

#include "leadbook/domain/place/characters.hpp"
#include "leadbook/text/ascii.hpp"
#include "leadbook/text/utf8.hpp"
#include "service/draft/letters.hpp"

namespace leadbook::service::drafting {
namespace {

/// Columns from which a line that ends in no mark was broken by its width.
constexpr std::size_t broken_width = 56;
constexpr std::size_t longest_heading = 150;  // bytes

constexpr std::string_view ends_of_text[] = {"Sponsored by",
                                             "All Rights Reserved",
                                             "Technical Support",
                                             "Contact information",
                                             "内容销售的声明",
                                             "版权声明",
                                             "免责声明",
                                             "No comments:"};

/// What stands in lines about the text itself.
constexpr std::string_view imprints[] = {
    "来源:", "责编", "责任编辑", "编辑:",   "浏览",    "发布日期", "发布时间",
    "字体",  "字号", "记者:",    "作者:",   "通讯员:", "审核:",    "校对:",
    "阅读",  "点击", "Updated:", "Source:", "Editor:", "By ",      "原标题:"};

constexpr std::string_view sentence_ends[] = {"。", "!", "?", ";", ":"};

std::string_view trimmed(std::string_view line) {
  constexpr std::string_view blanks[] = {
      " ", "\t", "\r", "\xE3\x80\x80", "\xC2\xA0", "\xEF\xBB\xBF"};
  for (bool again = true; again;) {
    again = false;
    for (const auto blank : blanks) {
      while (line.starts_with(blank)) line.remove_prefix(blank.size()), again = true;
      while (line.ends_with(blank)) line.remove_suffix(blank.size()), again = true;
    }
  }
  return line;
}

bool starts_item(std::string_view line) {
  constexpr std::string_view marks[] = {"★", "•", "·", "(", "【", "-", "●", "■", "◆", "*", "第"};
  if (!word_at_start(line, marks).empty()) return true;
  std::size_t digits = 0;
  while (digits < line.size() && text::is_digit(line[digits])) ++digits;
  const auto behind = line.substr(digits);
  if (digits > 0 && digits < 3) {
    return behind.starts_with(".") || behind.starts_with("、") || behind.starts_with(")");
  }
  const auto second = line.substr(first_length(line));
  return begins_with_han(line) && second.starts_with("、");
}

bool ends_sentence(std::string_view line) {
  constexpr std::string_view ends[] = {
      "。", "！", "？", "；", "：", ".", "!", "?", ";", ":", "”", "）", ")", "】"};
  return !word_at_end(line, ends).empty();
}

/// Half-width or ideographic signs by which one width is kept.
std::string_view plain_sign(std::string_view character) {
  struct Sign {
    std::string_view sign;
    std::string_view plain;
  };
  constexpr Sign signs[] = {{"，", ","}, {"：", ":"}, {"；", ";"},  {"！", "!"}, {"？", "?"},
                            {"（", "("}, {"）", ")"}, {"．", "."},  {"％", "%"}, {"「", "“"},
                            {"」", "”"}, {"『", "“"}, {"』", "”"},  {"–", "—"},  {"―", "—"},
                            {"─", "—"},  {"～", "~"}, {"﹑", "、"}, {"–", "—"},  {"’", "'"},
                            {"‘", "'"},  {"•", "·"},  {"．", "."}};
  for (const auto& [sign, plain] : signs) {
    if (character == sign) return plain;
  }
  return {};
}

}  // namespace

Prose::Prose(std::string_view source) : source_(source) {
  std::size_t han = 0;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < source.size(); ++at) {
    if ((source[at] >= 'a' && source[at] <= 'z') || text::is_capital(source[at])) ++letters;
    if (static_cast<unsigned char>(source[at]) >= 0xE4) ++han;
  }
  is_english_ = letters > han * 4;
  plain_.reserve(source.size());
  origin_.reserve(source.size() + 1);
  read_lines();
  origin_.push_back(static_cast<std::uint32_t>(source.size()));
}

void Prose::put(std::string_view character, std::size_t origin) {
  plain_ += character;
  origin_.insert(origin_.end(), character.size(), static_cast<std::uint32_t>(origin));
}

void Prose::read_lines() {
  std::size_t paragraph = 0;
  std::size_t paragraph_begin = 0;
  std::string_view previous;
  std::size_t headings = 0;
  for (std::size_t at = 0; at < source_.size();) {
    const auto end = std::min(source_.find('\n', at), source_.size());
    const auto line = trimmed(source_.substr(at, end - at));
    at = end + 1;
    if (holds_any(line, ends_of_text)) break;
    const bool joins = !line.empty() && !previous.empty() && !ends_sentence(previous) &&
                       previous.size() >= broken_width && !starts_item(line) &&
                       text::display_width(previous) >= broken_width;
    if (!joins && plain_.size() > paragraph_begin) {
      split_sentences(paragraph_begin, paragraph++, headings++ < 4);
      put("\n", static_cast<std::size_t>(line.data() - source_.data()));
      paragraph_begin = plain_.size();
    }
    const auto begin = static_cast<std::size_t>(line.data() - source_.data());
    if (!line.empty()) take_line(begin, begin + line.size(), joins);
    previous = line;
  }
  if (plain_.size() > paragraph_begin) split_sentences(paragraph_begin, paragraph, headings < 4);
}

void Prose::take_line(std::size_t begin, std::size_t end, bool joins) {
  bool blank = joins && is_english_;
  for (std::size_t at = begin; at < end;) {
    const auto length = first_length(source_.substr(at, end - at));
    const auto character = source_.substr(at, length);
    if (character == " " || character == "\t" || character == "\xE3\x80\x80" ||
        character == "\xC2\xA0") {
      blank = true;
      at += length;
      continue;
    }
    std::string plain(character);
    if (length == 3) {
      const auto sign = plain_sign(character);
      const auto code = text::decode(character);
      if (!sign.empty()) {
        plain = sign;
      } else if (code.size() == 1 && code[0] >= U'！' && code[0] <= U'～') {
        plain = std::string(1, static_cast<char>(code[0] - U'！' + U'!'));
      } else if (code.size() == 1 && is_han(code[0])) {
        const auto simple = simplify(code[0]);
        if (simple != code[0]) {
          plain = text::encode(std::u32string_view(&simple, 1));
          is_traditional_ = is_traditional_ || character == "縣" || character == "區" ||
                            character == "項" || character == "億" || character == "與" ||
                            character == "開" || character == "書";
        }
      }
    } else if (length == 2 && character == "\xC2\xB7") {
      plain = "·";
    }
    // Between Han and a number a space is a matter of layout; between words it parts them.
    if (blank && !plain_.empty() && plain_.back() != '\n') {
      const bool number_before = text::is_digit(plain_.back());
      const bool number_behind = text::is_digit(plain.front());
      const bool layout =
          (number_before && begins_with_han(plain)) || (number_behind && ends_with_han(plain_));
      if (!layout) put(" ", at);
    }
    blank = false;
    put(plain, at);
    at += length;
  }
}

void Prose::split_sentences(std::size_t from, std::size_t paragraph, bool may_be_heading) {
  const auto end = plain_.size();
  const auto all = std::string_view(plain_).substr(from, end - from);
  const bool about_itself = all.size() < longest_heading * 2 && holds_any(all, imprints);
  const bool is_title = may_be_heading && all.size() < longest_heading && paragraph < 3 &&
                        !all.ends_with("。") && !all.ends_with(".") && !all.ends_with(";") &&
                        !all.ends_with(":") && !starts_item(all);
  std::size_t begin = from;
  int depth = 0;
  const auto close = [&](std::size_t until) {
    while (begin < until && plain_[begin] == ' ') ++begin;
    if (until > begin) {
      sentences_.push_back({{begin, until}, paragraph, about_itself || is_title, is_english_});
    }
  };
  for (std::size_t at = from; at < end;) {
    const auto rest = std::string_view(plain_).substr(at, end - at);
    const auto length = first_length(rest);
    const auto character = rest.substr(0, length);
    if (character == "(" || character == "《") ++depth;
    if ((character == ")" || character == "》") && depth > 0) --depth;
    bool ends = character == "。" || character == "!" || character == "?" ||
                (character == ";" && depth == 0);
    if (character == "★") {
      close(at);
      begin = at + length;
    }
    if (character == "." && is_english_ && rest.size() > 2 && rest[1] == ' ' && depth == 0) {
      constexpr std::string_view short_forms[] = {
          "Co",  "Ltd", "No",  "Inc", "Mr",  "Ms",  "Dr",   "St",  "Corp", "Jan", "Feb",
          "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov",  "Dec"};
      const auto before = std::string_view(plain_).substr(begin, at - begin);
      const auto shortened = word_at_end(before, short_forms);
      const bool is_short =
          !shortened.empty() && (before.size() == shortened.size() ||
                                 before[before.size() - shortened.size() - 1] == ' ');
      const bool firm_ends =
          is_short && (shortened == "Ltd" || shortened == "Inc" || shortened == "Corp");
      constexpr std::string_view starters[] = {"The ",
                                               "In ",
                                               "On ",
                                               "At ",
                                               "During ",
                                               "Both ",
                                               "It ",
                                               "He ",
                                               "She ",
                                               "They ",
                                               "From ",
                                               "According ",
                                               "This ",
                                               "These "};
      ends = (!is_short && (text::is_capital(rest[2]) || text::is_digit(rest[2]) ||
                            rest.substr(2).starts_with("“") || rest[2] == '"')) ||
             (firm_ends && !word_at_start(rest.substr(2), starters).empty());
    }
    // However long a text goes on without a mark, it is read piece by piece.
    constexpr std::size_t longest_sentence = 1'500;
    ends = ends || at - begin > longest_sentence;
    at += length;
    if (ends) {
      // A closing quotation mark belongs to its sentence.
      if (std::string_view(plain_).substr(at, 3) == "”" && at + 3 <= end) at += 3;
      close(at);
      begin = at;
    }
  }
  close(end);
}

std::string Prose::shown(const Span& span) const {
  std::string text;
  for (std::size_t at = span.begin; at < span.end;) {
    const auto rest = std::string_view(plain_).substr(at, span.end - at);
    const auto length = first_length(rest);
    const auto origin = origin_[at];
    const auto original = source_.substr(origin);
    // A plain space stands for blanks before its origin.
    text += rest[0] == ' ' ? std::string_view(" ") : original.substr(0, first_length(original));
    at += length;
  }
  return text;
}

Span Prose::in_source(const Span& span) const {
  const auto begin = origin_[span.begin];
  if (span.end <= span.begin) return {begin, begin};
  const auto last = origin_[span.end - 1];
  return {begin, last + first_length(source_.substr(last))};
}

}  // namespace leadbook::service::drafting
