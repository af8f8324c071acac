#include "leadbook/service/prose/note.hpp"

#include <algorithm>
#include <utility>

#include "leadbook/domain/list_text.hpp"
#include "leadbook/domain/naming/joined_names.hpp"
#include "leadbook/domain/record/field_facts.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"
#include "service/prose/deadline.hpp"

namespace leadbook::service {
namespace {

struct LabelWord {
  std::string_view label, field;
};

// What offices write before a line, besides the headings of the fields.
constexpr LabelWord label_words[] = {{"时间", "on"},
                                     {"日期", "on"},
                                     {"企业", "counterparts"},
                                     {"客商", "counterparts"},
                                     {"对方", "counterparts"},
                                     {"单位", "counterparts"},
                                     {"firm", "counterparts"},
                                     {"我方", "participants"},
                                     {"陪同", "participants"},
                                     {"方式", "mode"},
                                     {"内容", "subject"},
                                     {"谈了什么", "summary"},
                                     {"情况", "summary"},
                                     {"结果", "outcome"},
                                     {"成果", "outcome"},
                                     {"承诺", "promises"},
                                     {"下步", "next_step"},
                                     {"期限", "next_due"},
                                     {"联系人", "contact"},
                                     {"contact", "contact"},
                                     {"投资", "investment"},
                                     {"计划总投资", "investment"},
                                     {"planned investment", "investment"}};

/// The label before the first colon of a line, and what stands behind it.
std::pair<std::string, std::string_view> split_label(std::string_view line) {
  constexpr std::string_view wide = "：";
  const auto at = std::min(line.find(wide), line.find(':'));
  if (at == std::string_view::npos) return {};
  auto field = field_of_label(line.substr(0, at));
  if (field.empty()) return {};
  const auto length = line.substr(at).starts_with(wide) ? wide.size() : 1;
  return {std::move(field), text::trim(line.substr(at + length))};
}

Outlook due_outlook(const TalkDraft& draft, const Outlook& day) {
  const auto own = parse_date(draft.text("on"), day);
  const auto from = own ? own->first : day.today;
  return {from, from, Toward::future};
}

std::string day_said(const std::string& text, const Outlook& outlook) {
  const auto day = parse_date(text, outlook);
  return day ? date_text(*day) : text;
}

/// Firms with who spoke for each, as the reader finds them in each piece; else the piece is a name.
std::string firms_said(const std::string& text, const Outlook& day, const BookNames& names) {
  auto items = read_list_text(text);
  std::vector<std::vector<std::string>> firms;
  for (auto& item : items) {
    const auto pieces =
        item.size() == 1 ? split_names(item.front()) : std::vector<std::string_view>{item.front()};
    const bool are_several = pieces.size() > 1 && are_all_firms(pieces);
    for (const auto piece : are_several ? pieces : std::vector<std::string_view>{item.front()}) {
      const auto read = read_talk({std::string(piece)}, day, names);
      auto found = read_list_text(read.text("counterparts"));
      // What would be a guess is the name as it stands.
      if (found.empty() || !read.open.empty()) found = {{std::string(piece)}};
      if (item.size() > 1) found.front() = {found.front().front(), item[1]};
      firms.insert(firms.end(), found.begin(), found.end());
    }
  }
  return write_list_text(firms);
}

std::string promises_said(const std::string& text, const Outlook& due) {
  auto promises = read_list_text(text);
  for (auto& promise : promises) {
    if (promise.size() > 1) {
      if (promise.size() > 2) promise[2] = day_said(promise[2], due);
      continue;
    }
    const auto deadline = find_deadline(promise.front(), due);
    if (!deadline) continue;
    // 周五前寄合同 names nobody: what is left is what was promised.
    promise = {deadline->after.empty() ? deadline->before : deadline->after,
               deadline->after.empty() ? std::string() : deadline->before,
               date_text(deadline->day)};
  }
  return write_list_text(promises);
}

std::string project_said(const std::string& text, const BookNames& names) {
  if (const auto whole = names.whole(Kind::project, text); whole.size() == 1) {
    return whole.front().name;
  }
  const auto holding = names.holding(Kind::project, text);
  return holding.size() == 1 ? holding.front().name : text;
}

std::string people_said(const std::string& text, const Outlook& day, const BookNames& names) {
  std::vector<std::vector<std::string>> people;
  for (auto& item : read_list_text(text, Joints::enumeration_comma)) {
    const auto read = item.size() > 1 ? TalkDraft() : read_talk({item.front()}, day, names);
    auto found = read_list_text(read.text("participants"));
    if (found.empty()) found = {std::move(item)};
    people.insert(people.end(), found.begin(), found.end());
  }
  return write_list_text(people);
}

bool is_separator(std::string_view line) {
  return line.size() >= 3 && (line.find_first_not_of('-') == std::string_view::npos ||
                              line.find_first_not_of('=') == std::string_view::npos);
}

}  // namespace

std::string field_of_label(std::string_view label) {
  const auto wanted = text::fold(label);
  if (wanted.empty()) return "";
  for (const auto& word : label_words) {
    if (wanted == word.label) return std::string(word.field);
  }
  for (const auto& field : fields_of(Kind::negotiation)) {
    if (wanted == field.name || wanted == text::fold(field.english) ||
        wanted == text::fold(field.chinese)) {
      return field.name;
    }
  }
  return "";
}

void put_said(TalkDraft& draft,
              const std::string& field,
              const std::string& text,
              const Outlook& day,
              const BookNames& names) {
  const auto due = due_outlook(draft, day);
  if (field == "on") return draft.put(field, day_said(text, day));
  if (field == "next_due") return draft.put(field, day_said(text, due));
  if (field == "counterparts") return draft.put(field, firms_said(text, day, names));
  if (field == "participants") return draft.put(field, people_said(text, day, names));
  if (field == "promises") return draft.put(field, promises_said(text, due));
  if (field == "project") return draft.put(field, project_said(text, names));
  if (field == "next_step") {
    if (const auto deadline = find_deadline(text, due)) {
      draft.put("next_due", date_text(deadline->day));
      return draft.put(field, deadline->before + deadline->after);
    }
  }
  draft.put(field, text);
}

std::vector<std::vector<std::string>> read_blocks(std::string_view note) {
  std::vector<std::vector<std::string>> blocks(1);
  std::vector<std::string> seen;  // labels of this block
  const auto begin_block = [&] {
    if (!blocks.back().empty()) blocks.emplace_back();
    seen.clear();
  };
  for (auto line : text::split(note, '\n')) {
    line = text::trim(line);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.starts_with('#') || line.empty()) continue;
    if (is_separator(line)) {
      begin_block();
      continue;
    }
    const auto [field, text] = split_label(line);
    if (!field.empty() && text.empty()) continue;
    const bool again = std::find(seen.begin(), seen.end(), field) != seen.end();
    if (again && (field == "counterparts" || field == "on")) begin_block();
    if (!field.empty()) seen.push_back(field);
    blocks.back().emplace_back(line);
  }
  if (blocks.back().empty()) blocks.pop_back();
  return blocks;
}

TalkDraft read_block(const std::vector<std::string>& lines,
                     const Outlook& day,
                     const BookNames& names) {
  std::vector<std::string> loose;
  TalkDraft labelled;
  for (const auto& line : lines) {
    const auto [field, text] = split_label(line);
    if (field.empty()) {
      for (auto& word : loose_words(line)) loose.push_back(std::move(word));
    } else {
      labelled.append(field, text, field == "summary" || field == "subject" ? "；" : "; ");
    }
  }
  auto draft = read_talk(loose, day, names);
  for (const auto& [field, text, grade] : labelled.fields) {
    put_said(draft, field, text, day, names);
  }
  return draft;
}

std::string write_block(const TalkDraft& draft, bool all) {
  std::string block;
  for (const auto& field : told_fields()) {
    const auto text = draft.text(field);
    if (text.empty() && !all) continue;
    std::string line(text);
    std::replace(line.begin(), line.end(), '\n', ' ');
    block += label_of(field) + std::string(choose(": ", "：")) + line + "\n";
  }
  return block;
}

const std::vector<std::string>& told_fields() {
  static const std::vector<std::string> fields = {"on",
                                                  "counterparts",
                                                  "contact",
                                                  "project",
                                                  "investment",
                                                  "county",
                                                  "delegation",
                                                  "place",
                                                  "mode",
                                                  "purpose",
                                                  "participants",
                                                  "subject",
                                                  "summary",
                                                  "outcome",
                                                  "promises",
                                                  "next_step",
                                                  "next_due"};
  return fields;
}

std::string label_of(std::string_view name) {
  if (name == "contact") return std::string(choose("Contact", "联系人"));
  if (name == "investment") return std::string(choose("Planned investment", "计划总投资"));
  for (const auto& field : fields_of(Kind::negotiation)) {
    if (field.name == name) return std::string(choose(field.english, field.chinese));
  }
  return std::string(name);
}

}  // namespace leadbook::service
