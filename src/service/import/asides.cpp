#include "service/import/asides.hpp"

#include <algorithm>

#include "leadbook/domain/amount/quantity.hpp"
#include "leadbook/domain/naming/heading.hpp"
#include "leadbook/domain/place/division.hpp"
#include "leadbook/domain/record/kind_facts.hpp"
#include "leadbook/text/ascii.hpp"
#include "leadbook/text/utf8.hpp"
#include "service/import/cells.hpp"

namespace leadbook::service {
namespace {

template <class Text, class Texts>
bool is_any(const Text& text, const Texts& texts) {
  return std::find(std::begin(texts), std::end(texts), text) != std::end(texts);
}

/// The cells up to the last that is not blank.
std::vector<std::string> trimmed(const std::vector<std::string>& row) {
  std::vector<std::string> cells;
  cells.reserve(row.size());
  for (const auto& cell : row) cells.emplace_back(text::trim(cell));
  while (!cells.empty() && cells.back().empty()) cells.pop_back();
  return cells;
}

template <class Words>
bool begins_with_any(std::string_view text, const Words& words) {
  return std::any_of(std::begin(words), std::end(words), [text](std::string_view word) {
    return text.starts_with(word);
  });
}

template <class Words>
bool ends_with_any(std::string_view text, const Words& words) {
  return std::any_of(std::begin(words), std::end(words), [text](std::string_view word) {
    return text.ends_with(word);
  });
}

constexpr std::string_view chinese_digits[] = {
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百"};

/// Bytes of the number in Chinese characters or Roman letters that a text begins with.
std::size_t size_of_number(std::string_view text) {
  std::size_t size = 0;
  for (bool more = true; more;) {
    more = false;
    for (const auto digit : chinese_digits) {
      if (!text.substr(size).starts_with(digit)) continue;
      size += digit.size();
      more = true;
    }
  }
  if (size > 0) return size;
  while (size < text.size() && (text[size] == 'i' || text[size] == 'v' || text[size] == 'x')) {
    ++size;
  }
  return size;
}

/// Bytes of the group's number and what closes it, as in 一、 (一) 第一部分 ii.; 0 for none.
std::size_t size_of_marker(std::string_view folded) {
  if (folded.starts_with('(')) {
    const auto number = size_of_number(folded.substr(1));
    return number > 0 && folded.substr(1 + number).starts_with(')') ? number + 2 : 0;
  }
  constexpr std::string_view ordinal = "第";
  if (folded.starts_with(ordinal)) {
    const auto number = size_of_number(folded.substr(ordinal.size()));
    const auto rest = folded.substr(ordinal.size() + number);
    for (const std::string_view part : {"部分", "类", "批", "组", "章", "篇"}) {
      if (number > 0 && rest.starts_with(part)) return ordinal.size() + number + part.size();
    }
    return 0;
  }
  const auto number = size_of_number(folded);
  const auto rest = folded.substr(number);
  for (const std::string_view stop : {"、", ".", "．", ",", ":", ")"}) {
    if (number > 0 && rest.starts_with(stop)) return number + stop.size();
  }
  return 0;
}

std::string without_blanks(std::string_view text) {
  auto plain = simple_script(text::fold(text));
  std::erase(plain, ' ');
  return plain;
}

/// "拜泉县小计(2个):" without what stands in brackets or behind a colon at its end.
std::string_view without_tail(std::string_view text) {
  for (bool more = true; more;) {
    more = false;
    while (text.ends_with(':')) {
      text.remove_suffix(1);
      more = true;
    }
    if (!text.ends_with(')')) continue;
    const auto opening = text.rfind('(');
    if (opening == std::string_view::npos || opening == 0) break;
    text = text.substr(0, opening);
    more = true;
  }
  return text;
}

/// "合计2个项目", "共3项": the word, a count, and what is counted.
bool counts_behind(std::string_view text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  auto rest = text.substr(word.size());
  while (rest.starts_with(':')) rest.remove_prefix(1);
  return !rest.empty() && text::is_digit(rest.front());
}

constexpr std::string_view whole_words[] = {
    "合计", "总计", "共计", "总和", "合共", "累计", "汇总", "总合计"};
constexpr std::string_view some_words[] = {
    "小计", "分计", "本页合计", "本页小计", "本月合计", "本月小计", "本月累计", "本年累计"};
constexpr std::string_view latin_whole[] = {
    "grand total", "overall total", "total", "totals", "sum", "in total", "sum total", "all"};
constexpr std::string_view latin_some[] = {"subtotal", "sub-total", "sub total", "subtotals"};

SumWord chinese_sum_word(std::string_view plain) {
  constexpr std::string_view part = "其中";
  if (plain == part || (plain.starts_with(part) && plain.substr(part.size()).starts_with(':'))) {
    return {.is_sum = true, .is_part = true, .is_whole = false, .is_sure = true};
  }
  const auto text = without_tail(plain);
  const bool is_whole = is_any(text, whole_words) || counts_behind(text, "合计") ||
                        counts_behind(text, "总计") || counts_behind(text, "共计") ||
                        counts_behind(text, "共");
  if (is_whole) return {.is_sum = true, .is_part = false, .is_whole = true, .is_sure = true};
  if (is_any(text, some_words) || counts_behind(text, "小计")) {
    return {.is_sum = true, .is_part = false, .is_whole = false, .is_sure = true};
  }
  constexpr std::string_view all_of[] = {"全市", "全县", "全区", "全省", "全部", "各县区", "所有"};
  for (const std::string_view word : {"合计", "总计", "小计", "共计", "累计"}) {
    if (!text.ends_with(word)) continue;
    const auto before = text.substr(0, text.size() - word.size());
    const bool is_of_all = word != "小计" && is_any(before, all_of);
    return {.is_sum = true, .is_part = false, .is_whole = is_of_all, .is_sure = is_of_all};
  }
  return {};
}

SumWord latin_sum_word(const std::string& folded) {
  const auto text = text::trim(without_tail(folded));
  if (is_any(text, latin_whole)) {
    return {.is_sum = true, .is_part = false, .is_whole = true, .is_sure = true};
  }
  if (is_any(text, latin_some)) {
    return {.is_sum = true, .is_part = false, .is_whole = false, .is_sure = true};
  }
  if (text == "of which")
    return {.is_sum = true, .is_part = true, .is_whole = false, .is_sure = true};
  const bool begins = begins_with_any(folded,
                                      std::initializer_list<std::string_view>{"total for ",
                                                                              "total of ",
                                                                              "total:",
                                                                              "subtotal for ",
                                                                              "subtotal of ",
                                                                              "subtotal:",
                                                                              "of which ",
                                                                              "of which:"});
  const bool ends =
      ends_with_any(text,
                    std::initializer_list<std::string_view>{
                        " total", " totals", " subtotal", " sub-total", " sub total"});
  return {.is_sum = begins || ends,
          .is_part = folded.starts_with("of which"),
          .is_whole = false,
          .is_sure = false};
}

/// With these a text is a note where a colon, a bracket or nothing follows.
constexpr std::string_view note_labels[] = {
    "注",        "备注",        "说明",        "来源",       "单位",        "日期",
    "电话",      "数据来源",    "资料来源",    "填表说明",   "填报说明",    "填报单位",
    "制表单位",  "报送单位",    "填表单位",    "填表人",     "填报人",      "制表",
    "制表人",    "审核",        "审核人",      "复核",       "复核人",      "审批",
    "审批人",    "经办人",      "负责人",      "单位负责人", "分管领导",    "主管领导",
    "主要领导",  "联系人",      "联系电话",    "签字",       "签章",        "盖章",
    "填表日期",  "填报日期",    "制表日期",    "上报日期",   "报送日期",    "填表时间",
    "填报时间",  "制表时间",    "报表日期",    "note",       "notes",       "source",
    "sources",   "remark",      "remarks",     "date",       "contact",     "signature",
    "signed by", "prepared by", "approved by", "checked by", "reviewed by", "filled in by"};

/// Whether a text begins as the title of a further table does: 表二, 附表1, Table 3.
bool begins_title(std::string_view text) {
  const auto plain = without_blanks(text);
  for (const std::string_view word : {"续表", "附表", "附件"}) {
    if (plain.starts_with(word)) return true;
  }
  for (const std::string_view word : {"表", "table"}) {
    const auto rest = std::string_view(plain).substr(std::min(word.size(), plain.size()));
    if (!plain.starts_with(word) || rest.empty()) continue;
    if (text::is_digit(rest.front()) || size_of_number(rest) > 0) return true;
  }
  return false;
}

/// Whether a text begins as notes and signatures below a table do: "注：", "填表人：甲".
bool begins_note(std::string_view text) {
  auto folded = simple_script(text::fold(text));
  constexpr std::string_view wide_space = "　";
  while (folded.starts_with(wide_space)) folded.erase(0, wide_space.size());
  if (folded.starts_with("(盖章") || folded.starts_with("(公章") || folded.starts_with("(签字")) {
    return true;
  }
  return std::any_of(std::begin(note_labels), std::end(note_labels), [&](std::string_view label) {
    if (!folded.starts_with(label)) return false;
    auto rest = std::string_view(folded).substr(label.size());
    if (label == "注" && !rest.empty() && text::is_digit(rest.front())) return true;
    if (rest.starts_with('(')) rest = rest.substr(std::min(rest.find(')'), rest.size() - 1) + 1);
    rest = text::trim(rest);
    // The label of a cell of its own, as the value stands in the next.
    const bool is_alone = rest.empty() && (label.ends_with("人") || label.ends_with("单位"));
    return rest.starts_with(':') || is_alone;
  });
}

template <class Words>
bool holds_any(std::string_view text, const Words& words) {
  return std::any_of(std::begin(words), std::end(words), [text](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

// Nearly all rows are records. What could be something else is seen at a glance, before a text is
// folded and read.

bool may_be_sum(std::string_view text) {
  constexpr std::string_view parts[] = {"计",
                                        "計",
                                        "共",
                                        "总",
                                        "總",
                                        "其中",
                                        "汇总",
                                        "彙總",
                                        "otal",
                                        "OTAL",
                                        "um",
                                        "UM",
                                        "all",
                                        "All",
                                        "ALL",
                                        "hich",
                                        "HICH"};
  return holds_any(text, parts);
}

bool may_be_numbered(std::string_view text) {
  constexpr std::string_view marks[] = {"(", "（", "第", "I", "V", "X", "i", "v", "x"};
  // Ⅰ and ㈠ fold to letters and brackets; wide letters.
  constexpr std::string_view folded[] = {"\xE2\x85", "\xE3\x88", "\xEF\xBC"};
  return begins_with_any(text, chinese_digits) || begins_with_any(text, marks) ||
         begins_with_any(text, folded);
}

bool may_be_note(std::string_view text) {
  constexpr std::string_view marks[] = {":", "：", "注", "註", "盖章", "公章", "签字", "簽字"};
  constexpr std::string_view ends[] = {"人", "单位", "單位"};
  return holds_any(text, marks) || ends_with_any(text, ends);
}

bool may_be_first_number(std::string_view text) {
  constexpr std::string_view marks[] = {"1", "(", "\xEF\xBC", "\xE2\x91"};
  return begins_with_any(text, marks);
}

bool is_date(std::string_view text) {
  return bool(parse_file_date(text, {2000, DateOrder::dmy})) || bool(split_time(text));
}

}  // namespace

SumWord sum_word(std::string_view text) {
  const auto folded = text::fold(text::trim(text));
  constexpr std::size_t longest = 120;
  if (folded.empty() || folded.size() > longest) return {};
  auto plain = without_blanks(folded);
  plain.erase(0, size_of_marker(plain));
  const auto word = chinese_sum_word(plain);
  return word.is_sum ? word : latin_sum_word(folded);
}

bool begins_group(std::string_view text) {
  const auto plain = without_blanks(text);
  const auto size = size_of_marker(plain);
  return size > 0 && size < plain.size();
}

bool is_group_number(std::string_view text) {
  const auto plain = without_blanks(text);
  if (plain.empty()) return false;
  return size_of_number(plain) == plain.size() || size_of_marker(plain) == plain.size();
}

bool is_figure(std::string_view text) {
  text = text::trim(text);
  if (says_nothing(text, FieldType::amount)) return true;
  if (text.ends_with('%')) text.remove_suffix(1);
  const auto amount = parse_amount(text, AmountRules{.unit = MoneyUnit{}, .rounds = true});
  if (amount && amount->amount) return true;
  const auto folded = text::fold(text);
  const auto digits = folded.find_first_not_of("0123456789.,");
  if (digits == std::string::npos) return true;
  constexpr std::string_view counted[] = {"个", "项", "家", "人", "户", "亩", "公顷"};
  return digits > 0 && is_any(std::string_view(folded).substr(digits), counted);
}

bool is_row_of_numbers(const std::vector<std::string>& cells) {
  constexpr std::size_t fewest = 3;
  std::int64_t count = 0;
  for (const auto& cell : cells) {
    auto text = text::fold(cell);
    if (text.empty()) continue;
    // Some count (1) (2) (3), or ① ② ③, which fold to the same.
    if (text.starts_with('(') && text.ends_with(')')) text = text.substr(1, text.size() - 2);
    const auto number = parse_count(text);
    if (!number || *number != ++count) return false;
  }
  return count >= static_cast<std::int64_t>(fewest);
}

std::vector<std::string> own_cells(const ingest::Row& row) {
  std::vector<std::string> own;
  own.reserve(row.cells.size());
  for (const auto& cell : row.cells) own.emplace_back(text::trim(cell));
  for (const auto& [column, first_line, last_line] : row.merged) {
    if (row.line > first_line && column <= own.size()) own[column - 1].clear();
  }
  return own;
}

AsideFinder::AsideFinder(const ColumnRules& rules,
                         const ImportColumns& columns,
                         const std::vector<std::vector<std::string>>& headings)
    : rules_(rules), columns_(columns) {
  for (const auto& row : headings) {
    headings_.push_back(trimmed(row));
    heading_texts_.insert(headings_.back().begin(), headings_.back().end());
  }
  heading_texts_.erase("");
  for (std::size_t column = 0; column < columns.columns.size(); ++column) {
    names_row_.push_back(is_name_of_row(column));
  }
  for (std::size_t column = 0; column < columns.columns.size(); ++column) {
    const auto& of = target(column);
    if (of.use != ColumnUse::field) continue;
    if (fields_of(rules.kind)[of.field].required) needed_.push_back(column);
  }
}

const ColumnTarget& AsideFinder::target(std::size_t column) const {
  static const ColumnTarget none;
  return column < columns_.columns.size() ? columns_.columns[column].target : none;
}

/// Whether a column holds what a record is called, or where it belongs: there totals are named.
bool AsideFinder::is_name_of_row(std::size_t column) const {
  const auto& of = target(column);
  if (of.use == ColumnUse::passed_over || of.use == ColumnUse::unknown) return true;
  if (of.use != ColumnUse::field) return of.name == "county";
  const auto& facts = facts_of(rules_.kind);
  const auto is_in = [&](const FieldNames& names) {
    return std::any_of(names.begin(), names.end(), [&](auto name) { return of.name == name; });
  };
  return of.name == "county" || is_in(facts.named_by) || is_in(facts.typed);
}

bool AsideFinder::counts_columns(const std::vector<Filled>& filled) {
  std::vector<std::string> texts;
  texts.reserve(filled.size());
  for (const auto& cell : filled) texts.push_back(cell.text);
  return is_row_of_numbers(texts);
}

bool AsideFinder::is_heading(const ingest::Row& row) const {
  return is_any(trimmed(row.cells), headings_);
}

bool AsideFinder::names_row(std::size_t column) const {
  return column >= names_row_.size() || names_row_[column];
}

/// Whether a row names columns that are not those of this table: most of its cells do, or some do
/// and a word stands where an amount or a day belongs.
bool AsideFinder::is_other_heading(const std::vector<Filled>& filled) const {
  std::vector<std::string> cells;
  bool has_word_for_value = false;
  for (const auto& [column, text] : filled) {
    if (is_figure(text) || is_date(text)) return false;
    const auto type = target(column).type;
    has_word_for_value |= type == FieldType::amount || type == FieldType::date;
    cells.push_back(text);
  }
  constexpr std::size_t fewest = 3;
  if (cells.size() < fewest) return false;
  const auto known = count_headings(rules_, cells);
  return (known >= fewest && known * 3 >= cells.size() * 2) || (known > 1 && has_word_for_value);
}

/// The example row of a template: what this program writes where a text is wanted.
bool AsideFinder::is_example(const std::vector<Filled>& filled) const {
  constexpr std::string_view words[] = {"示例", "an example", "（示例）", "(示例)", "例"};
  return std::any_of(filled.begin(), filled.end(), [&](const Filled& cell) {
    return names_row(cell.column) && is_any(cell.text, words);
  });
}

bool AsideFinder::has_day(const std::vector<Filled>& filled) const {
  return std::any_of(filled.begin(), filled.end(), [&](const Filled& cell) {
    const auto& of = target(cell.column);
    return of.type == FieldType::date &&
           (of.use == ColumnUse::field || of.use == ColumnUse::project) && is_date(cell.text);
  });
}

/// How many cells beside one say what only a record does: texts of its fields other than its
/// county and days.
std::size_t AsideFinder::count_telling(const std::vector<Filled>& filled, std::size_t but) const {
  return static_cast<std::size_t>(
      std::count_if(filled.begin(), filled.end(), [&](const Filled& cell) {
        const auto& of = target(cell.column);
        const bool is_kept = of.use == ColumnUse::field || of.use == ColumnUse::project ||
                             of.use == ColumnUse::reference || of.use == ColumnUse::identity;
        if (cell.column == but || !is_kept || is_number(of.type)) return false;
        if (of.name == "county" || of.type == FieldType::date) return false;
        return !is_figure(cell.text) && !sum_word(cell.text).is_sum;
      }));
}

std::optional<Aside> AsideFinder::find_sum(const std::vector<Filled>& filled) {
  for (auto cell = filled.begin(); cell != filled.end(); ++cell) {
    const auto& [column, text] = *cell;
    if (!may_be_sum(text) || is_figure(text)) continue;
    const auto is_figure_cell = [](const Filled& of) { return is_figure(of.text); };
    if (!names_row(column) && !std::all_of(filled.begin(), cell, is_figure_cell)) continue;
    const auto word = sum_word(text);
    if (!word.is_sum) continue;
    const auto telling = count_telling(filled, column);
    const bool is_latin = static_cast<unsigned char>(text.front()) < 0x80;
    const bool is_of_name = rules_.kind == Kind::company && is_latin;  // "Total" is a firm, too
    if (telling > 0 && (!word.is_sure || is_of_name)) continue;
    unsure_ = !word.is_sure;
    said_ = text;
    word_ = word;
    return word.is_part ? Aside::part : Aside::total;
  }
  return {};
}

/// Whether a row has all that a record needs, where that is more than its name.
bool AsideFinder::is_complete(const std::vector<Filled>& filled) const {
  return needed_.size() > 1 && std::all_of(needed_.begin(), needed_.end(), [&](std::size_t column) {
           return std::any_of(filled.begin(), filled.end(), [column](const Filled& cell) {
             return cell.column == column;
           });
         });
}

/// A heading of a group stands alone, or beside the group's sums.
bool AsideFinder::is_group(const std::vector<Filled>& filled) {
  const auto& first = filled.front();
  const bool has_one = filled.size() == 1;
  const bool may_be = has_one || may_be_numbered(first.text) ||
                      (filled.size() == 2 && may_be_numbered(filled[1].text));
  if (!may_be || has_day(filled) || is_complete(filled)) return false;
  said_ = first.text;
  if (begins_group(first.text)) return count_telling(filled, first.column) == 0;
  const auto texts_behind = std::count_if(
      filled.begin() + 1, filled.end(), [](const Filled& cell) { return !is_figure(cell.text); });
  // 一 is a figure, too, and stands before the group's name.
  const bool is_numbered = is_group_number(first.text) && texts_behind == 1;
  if (is_numbered && !is_figure(filled[1].text)) {
    const auto& name = filled[1];
    said_ = name.text;
    by_number_ = names_row(first.column) && count_telling(filled, name.column) == 0;
    return by_number_;
  }
  if (filled.size() == 2 && is_figure(first.text) && begins_group(filled[1].text)) return true;
  if (!has_one || needed_.size() < 2 || is_figure(first.text)) return false;
  // A county where counties stand is a record that lacks the rest.
  if (first.column > 0 && target(first.column).name == "county") return false;
  // A record needs more than this one cell.
  constexpr std::string_view endings[] = {"类",
                                          "项目",
                                          "产业",
                                          "业",
                                          "部分",
                                          "批",
                                          "县",
                                          "区",
                                          "市",
                                          ":",
                                          "projects",
                                          "sector",
                                          "industry"};
  unsure_ = true;
  const auto folded = text::fold(first.text);
  return ends_with_any(without_tail(folded), endings) || folded.ends_with(':') ||
         !match_division(first.text, DivisionLevel::county).empty();
}

bool AsideFinder::is_note(const std::vector<Filled>& filled) {
  const auto& first = filled.front().text;
  const auto& name = target(filled.front().column).name;
  const bool is_field_of_notes = name == "note" || name == "source";
  const bool can_be = may_be_note(first) && (filled.size() <= 2 || !is_field_of_notes);
  if (can_be && begins_note(first)) return true;
  if (filled.size() > 1) return false;
  if (needed_.size() > 1 && begins_title(first)) return true;
  const auto digits = std::min(first.find_first_not_of("0123456789"), first.size());
  const auto behind = std::string_view(first).substr(digits);
  const bool goes_on = digits > 0 && (behind.starts_with('.') || behind.starts_with("、"));
  // The day below the signatures.
  const bool is_dated = has_notes_ && is_date(first);
  return (has_notes_ && goes_on) || (needed_.size() > 1 && (is_dated || first.ends_with("。")));
}

std::optional<Aside> AsideFinder::find(const ingest::Row& row) {
  unsure_ = by_number_ = false;
  word_ = {};
  said_.clear();
  std::vector<Filled> filled;
  auto own = own_cells(row);
  for (std::size_t column = 0; column < own.size(); ++column) {
    if (!own[column].empty()) filled.push_back({column, std::move(own[column])});
  }
  if (filled.empty()) return {};
  const bool may_be_heading = std::any_of(filled.begin(), filled.end(), [&](const Filled& cell) {
    return heading_texts_.count(cell.text) > 0;
  });
  if (may_be_heading && is_heading(row)) {
    in_other_table_ = false;
    return Aside::headings;
  }
  begins_table_ = may_be_heading && is_other_heading(filled);
  if (in_other_table_ || begins_table_) {
    in_other_table_ = true;
    return Aside::table;
  }
  if (may_be_first_number(filled.front().text) && counts_columns(filled)) return Aside::numbers;
  if (is_example(filled)) return Aside::example;
  if (const auto sum = find_sum(filled)) return sum;
  if (is_group(filled)) return Aside::group;
  unsure_ = false;
  if (is_note(filled)) {
    has_notes_ = true;
    return Aside::note;
  }
  return {};
}

}  // namespace leadbook::service
