#include "service/draft/days.hpp"

#include <algorithm>
#include <charconv>

#include "leadbook/text/ascii.hpp"
#include "service/draft/letters.hpp"

namespace leadbook::service::drafting {
namespace {

/// Reads on in a text, and back where what was hoped for is not there.
class Scan {
 public:
  explicit Scan(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  std::size_t at() const { return at_; }
  std::string_view rest() const { return text_.substr(at_); }
  bool take(std::string_view word) {
    if (!rest().starts_with(word)) return false;
    at_ += word.size();
    return true;
  }
  bool take_any(Words words) {
    const auto word = word_at_start(rest(), words);
    at_ += word.size();
    return !word.empty();
  }
  /// A number of at most `most` digits that ends there.
  std::optional<int> number(std::size_t most) {
    std::size_t length = 0;
    while (at_ + length < text_.size() && text::is_digit(text_[at_ + length])) ++length;
    if (length == 0 || length > most) return {};
    int value = 0;
    std::from_chars(text_.data() + at_, text_.data() + at_ + length, value);
    at_ += length;
    return value;
  }
  void back(std::size_t at) { at_ = at; }

 private:
  std::string_view text_;
  std::size_t at_;
};

constexpr std::string_view dashes[] = {"—", "-", "至", "到", "~", "——"};

bool is_month(int value) { return value >= 1 && value <= 12; }
bool is_day(int value) { return value >= 1 && value <= 31; }

/// 2020年3月26日至28日, 3月26日, 3月, 2020年, 1至11月, 2020-03-30.
std::optional<When> read_chinese(std::string_view text, std::size_t begin) {
  Scan scan(text, begin);
  When when;
  auto first = scan.number(4);
  if (!first) return {};
  // 2020-03-30, 2020.3.30, 2020/3/30
  if (*first >= 1950 && *first < 2100) {
    for (const std::string_view sign : {"-", ".", "/"}) {
      Scan iso = scan;
      if (!iso.take(sign)) continue;
      const auto month = iso.number(2);
      if (!month || !is_month(*month) || !iso.take(sign)) continue;
      const auto day = iso.number(2);
      if (!day || !is_day(*day)) continue;
      when.from = when.to = {*first, *month, *day};
      when.span = {begin, iso.at()};
      return when;
    }
  }
  int year = 0;
  if (*first >= 1950 && *first < 2100) {
    if (!scan.take("年")) return {};
    year = *first;
    const auto behind_year = scan.at();
    scan.take("的");
    const auto next = scan.number(2);
    if (!next || !is_month(*next)) {
      scan.back(behind_year);
      when.from = when.to = {year, 0, 0};
      when.span = {begin, behind_year};
      when.is_period = true;
      return when;
    }
    first = next;
  }
  if (!is_month(*first)) return {};
  const auto behind_number = scan.at();
  // 1至11月, 1—10月
  if (scan.take("月"), scan.take_any(dashes)) {
    const auto last = scan.number(2);
    if (last && is_month(*last) && scan.take("月") && *last > *first &&
        !(scan.rest().size() > 0 && text::is_digit(scan.rest().front()))) {
      scan.take("份");
      when.from = {year, *first, 0};
      when.to = {year, *last, 0};
      when.is_period = true;
      when.span = {begin, scan.at()};
      return when;
    }
  }
  scan.back(behind_number);
  if (!scan.take("月")) return {};
  const auto behind_month = scan.at();
  when.from = when.to = {year, *first, 0};
  when.span = {begin, behind_month};
  auto day = scan.number(2);
  if (!day || !is_day(*day)) {
    scan.back(behind_month);
    scan.take("份");
    when.span.end = scan.at();
    return when;
  }
  when.from.day = when.to.day = *day;
  const bool has_sign = scan.take("日") || scan.take("号");
  const auto behind_day = scan.at();
  when.span.end = behind_day;
  if (scan.take_any(dashes)) {
    // 3月24日至4月1日, 3月24日至28日, 3月24-28日, 2020年12月30日至2021年1月2日
    Moment to = when.from;
    auto number = scan.number(4);
    if (number && *number > 1950 && scan.take("年")) {
      to.year = *number;
      number = scan.number(2);
    }
    if (number && scan.take("月")) {
      to.month = *number;
      number = scan.number(2);
    }
    if (number && is_day(*number) && is_month(to.month) && (scan.take("日") || scan.take("号"))) {
      to.day = *number;
      when.to = to;
      when.span.end = scan.at();
      return when;
    }
  }
  if (!has_sign) {
    when.from.day = when.to.day = 0;
    when.span.end = behind_month;
  }
  return when;
}

struct MonthName {
  std::string_view name;
  int month;
};
constexpr MonthName month_names[] = {
    {"January", 1},   {"February", 2},  {"March", 3},  {"April", 4},     {"May", 5},
    {"June", 6},      {"July", 7},      {"August", 8}, {"September", 9}, {"October", 10},
    {"November", 11}, {"December", 12}, {"Jan", 1},    {"Feb", 2},       {"Mar", 3},
    {"Apr", 4},       {"Jun", 6},       {"Jul", 7},    {"Aug", 8},       {"Sept", 9},
    {"Sep", 9},       {"Oct", 10},      {"Nov", 11},   {"Dec", 12}};

int take_month(Scan& scan) {
  for (const auto& [name, month] : month_names) {
    Scan trial = scan;
    if (!trial.take(name)) continue;
    if (!trial.rest().empty() && text::is_small_letter(trial.rest().front())) continue;
    trial.take(".");
    scan = trial;
    return month;
  }
  return 0;
}

std::optional<int> take_english_day(Scan& scan) {
  const auto day = scan.number(2);
  if (!day || !is_day(*day)) return {};
  constexpr std::string_view endings[] = {"st", "nd", "rd", "th"};
  scan.take_any(endings);
  return day;
}

/// May 8th to 9th, May 8-9, Nov. 29, 2017, January 2024, from January to October.
std::optional<When> read_english(std::string_view text, std::size_t begin) {
  Scan scan(text, begin);
  When when;
  if (text::is_digit(text[begin])) {
    // 23 November 2017
    const auto day = take_english_day(scan);
    if (!day || !scan.take(" ")) return {};
    scan.take("of ");
    const auto month = take_month(scan);
    if (month == 0) return {};
    when.from = {0, month, *day};
    if (scan.take(" ") || scan.take(", ")) {
      if (const auto year = scan.number(4); year && *year > 1950) when.from.year = *year;
    }
    when.to = when.from;
    when.span = {begin, scan.at()};
    return when;
  }
  const auto month = take_month(scan);
  if (month == 0) return {};
  when.from = {0, month, 0};
  when.span = {begin, scan.at()};
  Scan trial = scan;
  if (trial.take(" ")) {
    if (const auto day = take_english_day(trial); day) {
      when.from.day = *day;
      when.to = when.from;
      when.span.end = trial.at();
      constexpr std::string_view joints[] = {" to ", "-", "—", " - ", " until ", " through "};
      Scan range = trial;
      if (range.take_any(joints)) {
        if (const auto second = take_month(range); second != 0) {
          range.take(" ");
          when.to.month = second;
        }
        if (const auto last = take_english_day(range)) {
          when.to.day = *last;
          when.span.end = range.at();
          trial = range;
        } else {
          when.to = when.from;
        }
      }
      if (trial.take(", ") || trial.take(" ")) {
        if (const auto year = trial.number(4); year && *year > 1950) {
          when.from.year = when.to.year = *year;
          when.span.end = trial.at();
        }
      }
      return when;
    }
    if (const auto year = trial.number(4); year && *year > 1950) {
      when.from.year = *year;
      when.to = when.from;
      when.span.end = trial.at();
      return when;
    }
  }
  // from January to October
  trial = scan;
  if (trial.take(" to ")) {
    if (const auto last = take_month(trial); last > month) {
      when.to = {0, last, 0};
      when.is_period = true;
      when.span.end = trial.at();
      return when;
    }
  }
  when.to = when.from;
  // "May" and "March" are words as well.
  const auto before = text.substr(0, begin);
  constexpr std::string_view leads[] = {"in ",
                                        "In ",
                                        "of ",
                                        "early ",
                                        "mid-",
                                        "late ",
                                        "since ",
                                        "during ",
                                        "end of ",
                                        "early-",
                                        "late-"};
  if (word_at_end(before, leads).empty()) return {};
  return when;
}

/// Sets the year that a moment leaves out.
void give_year(Moment& moment, const Clock& clock) {
  if (moment.year != 0 || moment.month == 0) return;
  if (clock.year != 0) {
    moment.year = clock.year;
  } else if (clock.dateline) {
    const std::chrono::year_month_day line{*clock.dateline};
    moment.year = static_cast<int>(line.year());
    const auto now = static_cast<int>(static_cast<unsigned>(line.month()));
    if (moment.month > now + 2 || (now <= 2 && moment.month >= 10)) --moment.year;
  }
}

}  // namespace

std::vector<When> find_days(std::string_view text, Clock& clock, std::size_t offset) {
  std::vector<When> found;
  for (std::size_t at = 0; at < text.size();) {
    std::optional<When> when;
    const bool number_starts = text::is_digit(text[at]) &&
                               (at == 0 || (!text::is_digit(text[at - 1]) && text[at - 1] != '.'));
    const bool word_starts =
        text::is_capital(text[at]) && (at == 0 || !text::is_small_letter(text[at - 1]));
    if (number_starts) {
      when = read_chinese(text, at);
      if (!when) when = read_english(text, at);
      // "in 2023": a period.
      constexpr std::string_view year_leads[] = {"in ", "In ", "during ", "During ", "year "};
      if (!when && !word_at_end(text.substr(0, at), year_leads).empty()) {
        Scan scan(text, at);
        const auto year = scan.number(4);
        if (year && *year >= 1950 && *year < 2100) {
          when = When{{*year, 0, 0}, {*year, 0, 0}, {at, scan.at()}, true};
        }
      }
      if (!when && clock.month != 0) {
        // ★11日: of the month told before.
        Scan scan(text, at);
        const auto day = scan.number(2);
        if (day && is_day(*day) && at < 12) {
          Moment to{clock.year, clock.month, *day};
          const Moment from = to;
          bool is_range = false;
          Scan range = scan;
          range.take("日");
          if (range.take_any(dashes)) {
            if (const auto last = range.number(2); last && is_day(*last) && range.take("日")) {
              to.day = *last;
              scan = range;
              is_range = true;
            }
          }
          if (is_range || scan.take("日")) {
            when = When{from, to, {at, scan.at()}, false};
          }
        }
      }
    } else if (word_starts) {
      when = read_english(text, at);
    } else if (clock.dateline && begins_with_han(text.substr(at))) {
      struct Relative {
        std::string_view word;
        int days;
      };
      constexpr Relative relatives[] = {
          {"本月", 1}, {"今日", 0}, {"今天", 0}, {"昨日", -1}, {"昨天", -1}, {"前天", -2}};
      const std::chrono::year_month_day line{*clock.dateline};
      for (const auto& [word, days] : relatives) {
        if (!text.substr(at).starts_with(word)) continue;
        Scan scan(text, at + word.size());
        if (days == 1) {
          const auto day = scan.number(2);
          if (day && is_day(*day) && scan.take("日")) {
            const Moment moment{static_cast<int>(line.year()),
                                static_cast<int>(static_cast<unsigned>(line.month())),
                                *day};
            when = When{moment, moment, {at, scan.at()}, false};
          }
        } else {
          const std::chrono::year_month_day then{*clock.dateline + std::chrono::days(days)};
          const Moment moment{static_cast<int>(then.year()),
                              static_cast<int>(static_cast<unsigned>(then.month())),
                              static_cast<int>(static_cast<unsigned>(then.day()))};
          when = When{moment, moment, {at, scan.at()}, false};
        }
      }
    }
    if (!when) {
      at += std::max<std::size_t>(1, first_length(text.substr(at)));
      continue;
    }
    // A year stated stays that of days after it, so long as it is near the text's own.
    if (when->from.year != 0 && when->from.month != 0) {
      clock.year = when->from.year;
      if (when->to.year == 0) when->to.year = when->from.year;
    }
    give_year(when->from, clock);
    give_year(when->to, clock);
    if (when->from.year != 0 && when->to.year == when->from.year &&
        when->to.month < when->from.month)
      ++when->to.year;
    if (when->from.month != 0) clock.month = when->from.month;
    at = when->span.end;
    when->span.begin += offset;
    when->span.end += offset;
    found.push_back(*when);
  }
  return found;
}

std::optional<Day> find_dateline(const Prose& prose) {
  const auto take = [&](const Sentence& sentence) -> std::optional<Day> {
    Clock clock;
    for (const auto& when : find_days(prose.plain(sentence.span), clock)) {
      if (when.from.year == 0 || when.from.month == 0) continue;
      const auto day =
          std::chrono::year(when.from.year) / when.from.month / std::max(1, when.from.day);
      if (day.ok()) return Day(day);
    }
    return {};
  };
  for (const auto& sentence : prose.sentences()) {
    if (!sentence.is_heading) continue;
    if (const auto day = take(sentence)) return day;
  }
  return {};
}

std::optional<When> find_period(std::string_view text, Clock& clock) {
  struct Named {
    std::string_view word;
    int first;
    int last;
    int years;
  };
  constexpr Named names[] = {{"上半年", 1, 6, 0},
                             {"下半年", 7, 12, 0},
                             {"一季度", 1, 3, 0},
                             {"第一季度", 1, 3, 0},
                             {"二季度", 4, 6, 0},
                             {"三季度", 7, 9, 0},
                             {"前三季度", 1, 9, 0},
                             {"四季度", 10, 12, 0},
                             {"first half of", 1, 6, 0},
                             {"first quarter", 1, 3, 0},
                             {"去年", 0, 0, -1},
                             {"今年以来", 0, 0, 0},
                             {"今年来", 0, 0, 0},
                             {"上年", 0, 0, -1},
                             {"last year", 0, 0, -1}};
  // 前10个月
  if (const auto first = text.find("个月"); first != std::string_view::npos) {
    std::size_t begin = first;
    while (begin > 0 && text::is_digit(text[begin - 1])) --begin;
    Scan scan(text, begin);
    const auto count = scan.number(2);
    if (count && is_month(*count) && text.substr(0, begin).ends_with("前")) {
      When when;
      int year = clock.year;
      if (year == 0 && clock.dateline) year = year_of(*clock.dateline);
      when.from = {year, 1, 0};
      when.to = {year, *count, 0};
      when.span = {begin, scan.at()};
      when.is_period = true;
      return when;
    }
  }
  auto days = find_days(text, clock);
  // Until the end of a month: from the year's beginning.
  constexpr std::string_view untils[] = {"截至", "截止", "到", "As of", "as of", "by the end of"};
  for (auto& when : days) {
    const bool bare_year = when.from.month == 0;
    const auto after = text.substr(std::min(when.span.end, text.size()));
    if (bare_year && !after.empty() &&
        word_at_start(after, {",", "全", "度", "累计", "我", "该", "共"}).empty() &&
        when.span.begin != 0)
      continue;
    if (bare_year && word_at_start(after, {"第", "一", "二", "三"}).size() > 0) continue;
    if (when.is_period) return when;
    const auto before = text.substr(0, when.span.begin);
    const auto behind = text.substr(std::min(when.span.end, text.size()));
    if (!word_at_end(before, untils).empty() || behind.starts_with("底") ||
        behind.starts_with("末")) {
      when.from = {when.from.year, 1, 0};
      when.to.day = 0;
      return when;
    }
  }
  const Named* longest = nullptr;
  std::size_t at = 0;
  for (const auto& named : names) {
    const auto found = text.find(named.word);
    if (found == std::string_view::npos ||
        (longest != nullptr && longest->word.size() >= named.word.size()))
      continue;
    longest = &named;
    at = found;
  }
  if (longest != nullptr) {
    When when;
    when.span = {at, at + longest->word.size()};
    when.is_period = true;
    int year = clock.year;
    if (year == 0 && clock.dateline) year = year_of(*clock.dateline);
    if (longest->first == 0) {
      if (clock.dateline) year = year_of(*clock.dateline);
      if (year == 0) return {};
      when.from = when.to = {year + longest->years, 0, 0};
    } else {
      when.from = {year, longest->first, 0};
      when.to = {year, longest->last, 0};
    }
    return when;
  }
  for (auto& when : days) {
    if (when.from.day == 0) return when;
  }
  return {};
}

std::string moment_text(const Moment& moment, Day today) {
  int year = moment.year;
  if (year == 0) {
    const std::chrono::year_month_day now{today};
    year = static_cast<int>(now.year());
    const auto month = static_cast<int>(static_cast<unsigned>(now.month()));
    const auto day = static_cast<int>(static_cast<unsigned>(now.day()));
    if (moment.month > month || (moment.month == month && moment.day > day)) --year;
  }
  const auto two = [](int value) { return (value < 10 ? "0" : "") + std::to_string(value); };
  auto text = std::to_string(year);
  if (moment.month != 0) text += "-" + two(moment.month);
  if (moment.month != 0 && moment.day != 0) text += "-" + two(moment.day);
  return text;
}

std::string days_text(const When& when, Day today) {
  const auto from = moment_text(when.from, today);
  return when.from == when.to ? from : from + ".." + moment_text(when.to, today);
}

bool is_year_open(const When& when) { return when.from.year == 0; }

}  // namespace leadbook::service::drafting
