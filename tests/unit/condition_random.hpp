// Conditions made at random, written in either language, with a plain judgement of their own: a
// comparison is true where it is for every value that the record may have, false where for none.
#pragma once

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "unit/condition_sample.hpp"

namespace leadbook::test {

/// What a record may have for a criterion: days as their number within 2020, texts and names as
/// indexes. Of several values all are had.
struct Had {
  std::vector<int> values;  // none: unknown
  bool has_all = false;
};

/// -1 false, 0 unknown, 1 true.
using Judgement = int;

struct Spelling {
  const char* english;
  const char* chinese;
};

/// The third text holds the first.
inline const std::vector<Spelling> sample_texts = {{"肉鸭", "肉鸭"},
                                                   {"'duck and 或 Co'", "“duck and 或 Co”"},
                                                   {"大肉鸭  Duck产业", "大肉鸭  Duck产业"}};
inline const std::vector<Spelling> sample_counties = {
    {"Keshan", "克山"}, {"Baiquan County", "拜泉"}, {"Xi'an", "和平区"}};
inline const std::vector<Spelling> sample_stages = {
    {"lead", "招商线索"}, {"Effective lead", "有效线索"}, {"In Negotiation", "在谈"}};

class RandomCondition {
 public:
  explicit RandomCondition(unsigned seed) : random_(seed) {}

  /// A condition's text in one of the languages, and its judgement on each of the records.
  std::string write(const std::vector<std::map<int, Had>>& records,
                    std::vector<Judgement>& judgements) {
    is_chinese_ = below(2) == 1;
    records_ = &records;
    return write_any(3, judgements);
  }

  std::map<int, Had> make_record() {
    std::map<int, Had> record;
    for (const int criterion : {county, title, amount, jobs, land, stage, company}) {
      if (below(4) != 0) record[criterion] = {{below(3)}, false};
    }
    for (const int criterion : {title, company}) {
      if (below(3) == 0) record[criterion] = {{below(3), below(3)}, true};
    }
    const int first = below(60);
    const int last = first + below(3) * below(20);
    for (int day = first; day <= last; ++day) record[signed_on].values.push_back(day);
    if (below(5) == 0) record.erase(signed_on);
    return record;
  }

 private:
  struct Span {
    int first, last;  // days, or the same number twice
  };

  int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(random_); }

  std::string pick(const std::vector<std::string>& english,
                   const std::vector<std::string>& chinese) {
    const auto& words = is_chinese_ ? chinese : english;
    const std::string word = words[static_cast<std::size_t>(below(static_cast<int>(words.size())))];
    return is_chinese_ ? word : " " + word + " ";
  }

  std::string write_any(int depth, std::vector<Judgement>& judgements) {
    std::string text = write_all(depth, judgements);
    for (int more = below(3) - 1; more > 0; --more) {
      std::vector<Judgement> next;
      text += pick({"or", "OR", "||"}, {"或", "或者", " 或 "}) + write_all(depth, next);
      for (std::size_t at = 0; at < next.size(); ++at) {
        judgements[at] = std::max(judgements[at], next[at]);
      }
    }
    return text;
  }

  std::string write_all(int depth, std::vector<Judgement>& judgements) {
    std::string text = write_one(depth, judgements);
    for (int more = below(3); more > 0; --more) {
      std::vector<Judgement> next;
      text += pick({"and", "And", "&&"}, {"且", "和", "并且", "　与　"}) + write_one(depth, next);
      for (std::size_t at = 0; at < next.size(); ++at) {
        judgements[at] = std::min(judgements[at], next[at]);
      }
    }
    return text;
  }

  std::string write_one(int depth, std::vector<Judgement>& judgements) {
    const int shape = depth == 0 ? 2 : below(5);
    if (shape == 0) return "(" + write_any(depth - 1, judgements) + (is_chinese_ ? "）" : " ) ");
    if (shape == 1) {
      const std::string text = write_one(depth - 1, judgements);
      for (auto& judgement : judgements) judgement = -judgement;
      return pick({"not", "!", "NOT"}, {"非", "不", "！"}) + text;
    }
    return write_test(judgements);
  }

  std::string write_test(std::vector<Judgement>& judgements) {
    static const std::vector<Spelling> names = {{"county", "县区"},
                                                {"title", "项目名称"},
                                                {"Contract amount", "金额"},
                                                {"JOBS", "就业人数"},
                                                {"land", "用地"},
                                                {"signed_on", "签约日期"},
                                                {"Stage", "阶段"},
                                                {"company", "企业"}};
    const int criterion = below(static_cast<int>(names.size()));
    const auto& name = names[static_cast<std::size_t>(criterion)];
    const std::string text = is_chinese_ ? name.chinese : name.english;
    const bool is_ordered =
        criterion == amount || criterion == jobs || criterion == land || criterion == signed_on;
    const int form = below(is_ordered ? 8 : 3);
    if (form == 0) return text + write_unknown(criterion, judgements);
    if (form == 1) return text + write_list(criterion, judgements);
    if (form == 2) return text + write_equal(criterion, judgements);
    if (form == 3) return text + write_range(criterion, judgements);
    return text + write_order(criterion, form - 4, judgements);
  }

  /// Judges each record by `is_true` of one value it may have.
  template <class IsTrue>
  void judge(int criterion, bool is_negated, std::vector<Judgement>& judgements, IsTrue is_true) {
    for (const auto& record : *records_) {
      const auto had = record.find(criterion);
      Judgement judgement = 0;
      if (had != record.end()) {
        const auto& values = had->second.values;
        const auto count = std::count_if(values.begin(), values.end(), is_true);
        const bool is_any = count > 0 && had->second.has_all;
        if (is_any || count == static_cast<std::ptrdiff_t>(values.size())) judgement = 1;
        if (count == 0) judgement = -1;
      }
      judgements.push_back(is_negated ? -judgement : judgement);
    }
  }

  std::string write_unknown(int criterion, std::vector<Judgement>& judgements) {
    const bool is_negated = below(2) == 1;
    for (const auto& record : *records_) {
      judgements.push_back((record.count(criterion) == 0) != is_negated ? 1 : -1);
    }
    if (is_negated) return pick({"is not unknown", "IS NOT NULL"}, {"已知", "不为空"});
    return pick({"is unknown", "is null"}, {"未知", "为空"});
  }

  std::string write_equal(int criterion, std::vector<Judgement>& judgements) {
    const bool is_negated = below(2) == 1;
    const bool is_part = criterion == title && below(2) == 1;
    Span span;
    const std::string value = write_value(criterion, span);
    judge(criterion, is_negated, judgements, [&](int had) {
      return (is_part && span.first == 0 && had == 2) || (span.first <= had && had <= span.last);
    });
    if (is_part && is_negated) return pick({"!~", "not contains"}, {"不含", "不包含"}) + value;
    if (is_part) return pick({"~", "contains", "like"}, {"含", "包含"}) + value;
    if (is_negated) return pick({"!=", "<>", "is not"}, {"不等于", "≠", "不是"}) + value;
    return pick({"=", "==", "is"}, {"等于", "＝", "是", "为"}) + value;
  }

  std::string write_list(int criterion, std::vector<Judgement>& judgements) {
    const bool is_negated = below(2) == 1;
    std::string values;
    for (int more = below(3); more >= 0; --more) {
      Span span;
      values += write_value(criterion, span);
      if (more > 0) values += is_chinese_ ? "、" : ", ";
      std::vector<Judgement> next;
      judge(criterion, false, next, [&](int had) { return span.first <= had && had <= span.last; });
      if (judgements.empty()) judgements.assign(next.size(), -1);
      for (std::size_t at = 0; at < next.size(); ++at) {
        judgements[at] = std::max(judgements[at], next[at]);
      }
    }
    for (auto& judgement : judgements) judgement = is_negated ? -judgement : judgement;
    if (!is_chinese_ || below(2) == 1) values = "(" + values + ")";
    return (is_negated ? pick({"not in"}, {"不属于"}) : pick({"in"}, {"属于"})) + values;
  }

  std::string write_range(int criterion, std::vector<Judgement>& judgements) {
    Span first;
    Span last;
    std::string from = write_value(criterion, first);
    std::string to = write_value(criterion, last);
    if (first.first > last.last) {
      std::swap(first, last);
      std::swap(from, to);
    }
    judge(criterion, false, judgements, [&](int had) {
      return first.first <= had && had <= last.last;
    });
    return pick({"between"}, {"介于"}) + from + pick({"and"}, {"和", "至", " 到 "}) + to +
           (is_chinese_ && below(2) == 1 ? "之间" : "");
  }

  std::string write_order(int criterion, int form, std::vector<Judgement>& judgements) {
    Span span;
    const std::string value = write_value(criterion, span);
    judge(criterion, false, judgements, [&](int had) {
      if (form == 0) return had < span.first;
      if (form == 1) return had <= span.last;
      return form == 2 ? had > span.last : had >= span.first;
    });
    if (form == 0) return pick({"<"}, {"小于", "早于", "＜"}) + value;
    if (form == 1) return pick({"<="}, {"不超过", "小于等于", "≤"}) + value;
    if (form == 2) return pick({">"}, {"大于", "超过", "＞"}) + value;
    return pick({">="}, {"不低于", "大于等于", "＞＝"}) + value;
  }

  std::string spell(const std::vector<Spelling>& spellings, int index) {
    const auto& spelling = spellings[static_cast<std::size_t>(index)];
    return is_chinese_ ? spelling.chinese : spelling.english;
  }

  std::string write_value(int criterion, Span& span) {
    if (criterion == signed_on) return write_days(span);
    const int value = below(3);
    span = {value, value};
    const std::string digits = std::to_string(value + 1);
    switch (criterion) {
      case county:
      case company:
        return spell(sample_counties, value);
      case title:
        return spell(sample_texts, value);
      case amount:
        return digits + (is_chinese_ ? "万元" : "0 thousand yuan");
      case stage:
        return spell(sample_stages, value);
      default:
        return digits;
    }
  }

  /// A day of January or February 2020, or one of these months.
  std::string write_days(Span& span) {
    if (below(3) == 0) {
      const bool is_january = below(2) == 0;
      span = is_january ? Span{0, 30} : Span{31, 59};
      if (is_chinese_) return is_january ? "2020年1月" : "2020年2月";
      return is_january ? "2020-01" : "February 2020";
    }
    const int day = below(60);
    span = {day, day};
    return format_day(Day(std::chrono::year{2020} / 1 / 1) + std::chrono::days{day});
  }

  std::mt19937 random_;
  bool is_chinese_ = false;
  const std::vector<std::map<int, Had>>* records_ = nullptr;
};

}  // namespace leadbook::test
