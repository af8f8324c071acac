#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "leadbook/domain/list_text.hpp"
#include "leadbook/domain/naming/joined_names.hpp"
#include "leadbook/domain/place/division.hpp"
#include "leadbook/service/prose/talk_draft.hpp"
#include "leadbook/text/ascii.hpp"
#include "leadbook/text/utf8.hpp"
#include "service/prose/deadline.hpp"
#include "service/prose/phrases.hpp"

namespace leadbook::service {
namespace {

using Words = std::vector<std::string>;

constexpr double near_enough = 0.85;

std::string joined(std::string_view left, std::string_view joint, std::string_view right) {
  return std::string(left) + std::string(left.empty() || right.empty() ? "" : joint) +
         std::string(right);
}

bool is_division(std::string_view text) {
  for (const auto level : {DivisionLevel::province, DivisionLevel::city, DivisionLevel::county}) {
    for (const auto& division : match_division(text, level)) {
      if (text == division.name || text == division.short_name) return true;
    }
  }
  return false;
}

/// 辽宁, 大连, 江苏徐州; a county of the book is asked for before.
bool is_place(std::string_view text) {
  constexpr std::size_t longest = 60;
  if (text.size() < 6 || text.size() > longest) return false;
  if (is_division(text)) return true;
  for (std::size_t at = 6; at + 6 <= text.size(); ++at) {
    if (text::continues_character(text[at])) continue;
    if (is_division(text.substr(0, at)) && is_division(text.substr(at))) return true;
  }
  return false;
}

/// A firm of the draft and who spoke for it.
struct Firm {
  std::string name;
  std::string representative;
  Grade grade = Grade::stated;
};

/// Reads words one after another, each by the first recogniser that knows it.
class TalkReader {
 public:
  TalkReader(const Outlook& day, const BookNames& names) : day_(day), names_(names) {}

  TalkDraft read(Words words) {
    words = joined_promises(std::move(words));
    std::erase_if(words, [&](const std::string& word) { return take_day(word); });
    for (const auto& word : words) read_word(word);
    return finished();
  }

 private:
  using Recogniser = bool (TalkReader::*)(const std::string&);

  void read_word(const std::string& word) {
    if (word.empty()) return;
    for (const auto recogniser : {&TalkReader::take_step_text,
                                  &TalkReader::take_next_step,
                                  &TalkReader::take_promise,
                                  &TalkReader::take_next_day,
                                  &TalkReader::take_word_of_field,
                                  &TalkReader::take_whole_name,
                                  &TalkReader::take_person,
                                  &TalkReader::take_several_firms,
                                  &TalkReader::take_clauses,
                                  &TalkReader::take_place,
                                  &TalkReader::take_new_firm,
                                  &TalkReader::take_new_project,
                                  &TalkReader::take_part_of_name,
                                  &TalkReader::take_sentence,
                                  &TalkReader::take_near_name}) {
      if ((this->*recogniser)(word)) return;
    }
    unfit_.push_back(word);
  }

  Outlook due() const {
    const auto own = own_day_.value_or(day_.today);
    return {own, own, Toward::future};
  }

  /// 建华区, 周五前, 寄合同 are one promise, in three words or in one.
  Words joined_promises(Words words) {
    for (std::size_t at = 1; at < words.size(); ++at) {
      const Outlook any{day_.today, day_.today, Toward::future};
      const auto deadline = find_deadline(words[at], any);
      if (!deadline || !deadline->before.empty()) continue;
      auto& before = words[at - 1];
      if (const auto step = phrases::behind_next_step(before)) {
        if (!deadline->after.empty()) continue;
        before = before.substr(0, before.size() - step->size()) + words[at] + std::string(*step);
        words.erase(words.begin() + static_cast<std::ptrdiff_t>(at));
      } else if (phrases::ends_as_party(before) || !whole(Kind::company, before).empty() ||
                 !whole(Kind::county, before).empty()) {
        before += words[at];
        words.erase(words.begin() + static_cast<std::ptrdiff_t>(at));
        if (deadline->after.empty() && at < words.size()) {
          before += words[at];
          words.erase(words.begin() + static_cast<std::ptrdiff_t>(at));
        }
      }
    }
    return words;
  }

  // ---- days

  std::optional<Date> read_day(std::string_view text) const {
    for (const std::string_view before : {"于", "在"}) {
      if (text.starts_with(before)) text.remove_prefix(before.size());
    }
    for (const std::string_view hour : {"上午", "下午", "中午", "晚上", "早上"}) {
      if (text.ends_with(hour)) text.remove_suffix(hour.size());
    }
    // A number alone is no day, and what is that long is a sentence.
    constexpr std::size_t longest = 40;
    if (text.size() > longest || text.find_first_not_of("0123456789") == std::string_view::npos) {
      return {};
    }
    const auto day = parse_date(text, day_);
    if (!day) return {};
    return *day;
  }

  bool take_day(const std::string& word) {
    if (draft_.find("on") != nullptr) return false;
    const auto day = read_day(word);
    if (!day) return false;
    put_day(*day);
    return true;
  }

  void put_day(const Date& day) {
    draft_.put("on", date_text(day));
    own_day_ = day.first;
  }

  // ---- what is to be done

  bool take_next_step(const std::string& word) {
    const auto rest = phrases::behind_next_step(word);
    if (!rest) return false;
    if (rest->empty()) {
      awaits_step_ = true;
    } else {
      put_next_step(*rest);
    }
    return true;
  }

  bool take_step_text(const std::string& word) {
    if (!std::exchange(awaits_step_, false)) return false;
    put_next_step(word);
    return true;
  }

  void put_next_step(std::string_view text) {
    const auto deadline = find_deadline(text, due());
    if (!deadline) {
      draft_.append("next_step", text, "；");
      return;
    }
    draft_.append("next_step", deadline->before + deadline->after, "；");
    draft_.put("next_due", date_text(deadline->day));
  }

  bool take_promise(const std::string& word) {
    const auto deadline = find_deadline(word, due());
    if (!deadline) return false;
    const bool after_step = draft_.find("next_step") != nullptr && deadline->before.empty();
    if (after_step && deadline->after.empty()) {
      draft_.put("next_due", date_text(deadline->day));
      return true;
    }
    // 3月底前, a time and nothing to do, is part of a sentence.
    if (deadline->after.empty()) return false;
    constexpr std::size_t longest_owner = 16;
    if (text::count_characters(deadline->before) > longest_owner) return false;
    draft_.append("promises",
                  write_list_text({{deadline->after, deadline->before, date_text(deadline->day)}}),
                  "; ");
    owners_.push_back(deadline->before);
    return true;
  }

  /// A second day, behind a next step, is that by which it is due.
  bool take_next_day(const std::string& word) {
    if (draft_.find("next_step") == nullptr || draft_.find("next_due") != nullptr) return false;
    if (word.find_first_not_of("0123456789") == std::string::npos) return false;
    const auto day = parse_date(word, due());
    if (!day) return false;
    draft_.put("next_due", date_text(*day));
    return true;
  }

  // ---- words of the fields

  template <class E>
  bool take_enumeration(const char* field, std::string_view word) {
    if (draft_.find(field) != nullptr) return false;
    const auto value = parse_word<E>(word, "");
    if (value) draft_.put(field, std::string(identifier(*value)));
    return static_cast<bool>(value);
  }

  bool take_word_of_field(const std::string& word) {
    auto outcome = std::string_view(word);
    for (const std::string_view before : {"双方", "均", "最终", "达成"}) {
      if (outcome.starts_with(before)) outcome.remove_prefix(before.size());
    }
    return take_enumeration<Outcome>("outcome", word) ||
           take_enumeration<Outcome>("outcome", outcome) ||
           take_enumeration<NegotiationMode>("mode", word) ||
           take_enumeration<Purpose>("purpose", word);
  }

  // ---- names

  std::vector<NameHit> whole(Kind kind, std::string_view text) const {
    return names_.whole(kind, text);
  }

  void note_choices(const std::string& word, const char* field, const std::vector<NameHit>& hits) {
    OpenWords open{word, field, {}};
    for (const auto& hit : hits) open.choices.push_back(hit.name);
    draft_.open.push_back(std::move(open));
  }

  void add_firm(std::string name, Grade grade) {
    const auto known = std::find_if(
        firms_.begin(), firms_.end(), [&](const Firm& firm) { return firm.name == name; });
    if (known != firms_.end()) return;
    firms_.push_back({std::move(name), std::exchange(waiting_person_, ""), grade});
  }

  /// Of several names the first is taken, and all are told.
  bool take_firm(const std::string& word, const std::vector<NameHit>& hits) {
    if (hits.empty()) return false;
    if (hits.size() > 1) note_choices(word, "counterparts", hits);
    add_firm(hits.front().name, hits.size() > 1 ? Grade::guessed : Grade::stated);
    return true;
  }

  bool take_project(const std::string& word, const std::vector<NameHit>& hits) {
    if (hits.empty() || draft_.find("project") != nullptr) return false;
    draft_.put("project", hits.front().name, hits.size() > 1 ? Grade::guessed : Grade::stated);
    if (hits.size() > 1) note_choices(word, "project", hits);
    return true;
  }

  bool take_whole_name(const std::string& word) {
    if (take_firm(word, whole(Kind::company, word))) return true;
    if (take_project(word, whole(Kind::project, word))) return true;
    const auto trips = whole(Kind::delegation, word);
    if (trips.size() == 1) {
      draft_.put("delegation", trips.front().name);
      return true;
    }
    const auto counties = whole(Kind::county, word);
    if (counties.size() != 1 || draft_.find("county") != nullptr) return false;
    draft_.put("county", counties.front().name);
    return true;
  }

  bool take_several_firms(const std::string& word) {
    const auto pieces = split_names(word);
    if (pieces.size() < 2) return false;
    const bool all = std::all_of(pieces.begin(), pieces.end(), [&](std::string_view piece) {
      return phrases::ends_as_firm(piece) || !whole(Kind::company, piece).empty();
    });
    if (!all) return false;
    for (const auto piece : pieces) read_word(std::string(piece));
    return true;
  }

  bool take_new_firm(const std::string& word) {
    if (!phrases::ends_as_firm(word) || phrases::ends_as_project(word)) return false;
    if (take_part_of_name(word)) return true;
    if (take_near(Kind::company, word)) return true;
    add_firm(word, Grade::stated);
    return true;
  }

  bool take_new_project(const std::string& word) {
    constexpr std::size_t longest = 30;
    if (draft_.find("project") != nullptr || !phrases::ends_as_project(word)) return false;
    if (text::count_characters(word) > longest || word.find("，") != std::string::npos)
      return false;
    if (take_project(word, whole(Kind::project, word))) return true;
    if (take_project(word, names_.holding(Kind::project, word))) return true;
    draft_.put("project", word);
    return true;
  }

  bool take_part_of_name(const std::string& word) {
    if (text::count_characters(word) < 2) return false;
    const auto firms = names_.holding(Kind::company, word);
    const auto projects = names_.holding(Kind::project, word);
    // What only names one thing is that; a project and its firm often share a word.
    if (projects.size() == 1 && (firms.size() != 1 || !firms_.empty())) {
      return take_project(word, projects) || take_firm(word, firms);
    }
    if (!firms.empty()) return take_firm(word, firms);
    return take_project(word, projects);
  }

  bool take_near(Kind kind, const std::string& word) {
    const auto hits = names_.like(kind, word);
    if (hits.empty() || hits.front().likeness < near_enough) return false;
    const auto* field = kind == Kind::company ? "counterparts" : "project";
    if (kind == Kind::project && draft_.find(field) != nullptr) return false;
    if (kind == Kind::company) add_firm(hits.front().name, Grade::guessed);
    if (kind == Kind::project) draft_.put(field, hits.front().name, Grade::guessed);
    draft_.open.push_back({word, field, {hits.front().name}, true});
    return true;
  }

  bool take_near_name(const std::string& word) {
    if (text::count_characters(word) < 2) return false;
    return take_near(Kind::company, word) || take_near(Kind::project, word);
  }

  bool take_place(const std::string& word) {
    auto place = std::string_view(word);
    const auto named = phrases::behind_place(word);
    if (named && !named->empty()) place = *named;
    if (draft_.find("place") != nullptr || !is_place(place)) return false;
    draft_.put("place", std::string(place));
    return true;
  }

  // ---- persons

  /// 董事长, 王建国董事长, 董事长王建国, 华凯集团董事长, 王总, 龙沙区委书记陈立军.
  bool take_person(const std::string& word) {
    constexpr std::size_t longest = 40;
    if (text::count_characters(word) > longest || phrases::ends_as_firm(word)) return false;
    if (const auto post = phrases::post_at_end(word)) {
      return take_post_at_end(word, word.substr(0, word.size() - post->title.size()), *post);
    }
    if (const auto post = phrases::post_at_start(word)) {
      const auto name = std::string(text::trim(word.substr(post->title.size())));
      if (text::count_characters(name) < 2 || text::count_characters(name) > 4) return false;
      return add_person(name, word.substr(0, post->title.size()), post->side);
    }
    return take_post_within(word);
  }

  bool take_post_at_end(const std::string& word,
                        const std::string& before,
                        const phrases::Post& post) {
    const auto title = word.substr(before.size());
    if (post.title == "总" && (before.empty() || text::count_characters(before) > 2)) return false;
    if (before.empty()) return add_person("", title, post.side);
    if (post.side == phrases::Side::theirs) {
      if (names_firm(before)) {
        read_word(std::string(text::trim(before)));
        return add_person("", title, post.side);
      }
      if (text::count_characters(before) > 4) return false;
      return post.title == "总" ? add_person(word, "", post.side)
                                : add_person(before, title, post.side);
    }
    // Of 李局长 the name is kept as it is said; 龙沙区委书记 is a post.
    return text::count_characters(before) == 1 ? add_person(word, "", post.side)
                                               : add_person("", word, post.side);
  }

  /// 龙沙区委书记陈立军, 华凯集团董事长王建国: a name of two or three behind the post.
  bool take_post_within(const std::string& word) {
    for (const std::size_t length : {3U, 2U}) {
      std::size_t at = word.size();
      for (std::size_t left = length; left > 0 && at > 0; --left) {
        do --at;
        while (at > 0 && text::continues_character(word[at]));
      }
      const auto front = word.substr(0, at);
      const auto post = phrases::post_at_end(front);
      if (!post || post->title == "总" || static_cast<unsigned char>(word[at]) < 0x80) continue;
      const auto before = front.substr(0, front.size() - post->title.size());
      if (post->side == phrases::Side::ours) return add_person(word.substr(at), front, post->side);
      if (!names_firm(before)) continue;
      read_word(before);
      return add_person(word.substr(at), std::string(post->title), post->side);
    }
    return false;
  }

  bool names_firm(const std::string& text) const {
    return phrases::ends_as_firm(text) || !whole(Kind::company, text).empty() ||
           names_.holding(Kind::company, text).size() == 1;
  }

  bool add_person(const std::string& name, const std::string& post, phrases::Side side) {
    if (side == phrases::Side::ours) {
      const auto person =
          name.empty() ? std::vector<std::string>{post} : std::vector<std::string>{name, post};
      draft_.append("participants", write_list_text({person}), "; ");
      return true;
    }
    auto& spoke = firms_.empty() ? waiting_person_ : firms_.back().representative;
    spoke = joined(spoke, "、", post + name);
    return true;
  }

  // ---- sentences

  /// 3月26日与华凯集团洽谈球墨铸铁项目，达成意向: several words written as one.
  bool take_clauses(const std::string& word) {
    auto rest = std::string_view(word);
    bool peeled = peel_day(rest);
    if (const auto behind = phrases::behind_meeting(rest); behind && !behind->empty()) {
      const auto mode = phrases::mode_said(rest);
      if (peel_firm(*behind, rest)) {
        if (mode && draft_.find("mode") == nullptr) {
          draft_.put("mode", std::string(identifier(*mode)), Grade::inferred);
        }
        peeled = true;
      }
    } else if (peeled || phrases::reads_as_sentence(word)) {
      peeled |= peel_firm(rest, rest);
    }
    if (peeled) {
      if (const auto talked = phrases::behind_talking(rest)) rest = *talked;
      rest = text::trim(phrases::before_talking(rest));
    }
    peeled |= peel_project(rest);
    if (peeled) read_word(std::string(rest));
    return peeled;
  }

  /// Takes a text up to 项目 where something follows.
  bool peel_project(std::string_view& text) {
    constexpr std::string_view sign = "项目";
    const auto at = text.find(sign);
    if (at == std::string_view::npos || at == 0 || draft_.find("project") != nullptr) return false;
    const auto end = at + sign.size();
    const std::string front(text.substr(0, end));
    if (end == text.size() || phrases::reads_as_sentence(front)) return false;
    if (!take_new_project(front)) return false;
    text = text.substr(end);
    if (const auto talked = phrases::behind_talking(text)) text = *talked;
    return true;
  }

  /// Takes the longest day at the beginning of a text, where there is none yet.
  bool peel_day(std::string_view& text) {
    if (draft_.find("on") != nullptr) return false;
    constexpr std::size_t longest = 33;
    for (auto end = std::min(text.size() - 1, longest); end > 0; --end) {
      if (text::continues_character(text[end])) continue;
      const auto day = read_day(text.substr(0, end));
      if (!day) continue;
      put_day(*day);
      text = text.substr(end);
      return true;
    }
    return false;
  }

  /// Takes a firm at the beginning of `text`, and a post behind it; what is left goes to `rest`.
  bool peel_firm(std::string_view text, std::string_view& rest) {
    for (auto end = text.size(); end > 0; --end) {
      if (end < text.size() && text::continues_character(text[end])) continue;
      const std::string front(text.substr(0, end));
      const bool is_firm = !whole(Kind::company, front).empty() ||
                           (phrases::ends_as_firm(front) && !phrases::reads_as_sentence(front));
      if (!is_firm) continue;
      read_word(front);
      rest = text.substr(end);
      if (const auto post = phrases::post_at_start(rest)) {
        rest = rest.substr(post->title.size());
        add_person("", std::string(post->title), post->side);
      }
      return true;
    }
    return false;
  }

  bool take_sentence(const std::string& word) {
    constexpr std::size_t long_enough = 9;
    if (!phrases::reads_as_sentence(word) && text::count_characters(word) < long_enough)
      return false;
    draft_.append("summary", word, "；");
    return true;
  }

  /// A visit is to somebody: the first word that fits nothing is a firm, where none was named.
  void place_unfit_words() {
    for (const auto& word : unfit_) {
      const bool is_firm = firms_.empty();
      if (is_firm) {
        add_firm(word, Grade::guessed);
      } else {
        draft_.append("subject", word, "、", Grade::guessed);
      }
      draft_.open.push_back({word, is_firm ? "counterparts" : "subject", {}});
    }
  }

  // ---- the whole

  TalkDraft finished() {
    // Who promised something is the firm, where no other is named.
    for (const auto& owner : owners_) {
      if (firms_.empty() && !whole(Kind::company, owner).empty()) {
        add_firm(whole(Kind::company, owner).front().name, Grade::inferred);
      }
    }
    place_unfit_words();
    std::vector<std::vector<std::string>> counterparts;
    auto grade = Grade::stated;
    for (const auto& firm : firms_) {
      counterparts.push_back({firm.name, firm.representative});
      grade = std::max(grade, firm.grade);
    }
    const auto open = draft_.open;
    if (!counterparts.empty()) draft_.put("counterparts", write_list_text(counterparts), grade);
    draft_.open = open;
    const auto outcome = phrases::outcome_said(draft_.text("summary"));
    if (outcome && draft_.find("outcome") == nullptr) {
      draft_.put("outcome", std::string(identifier(*outcome)), Grade::inferred);
    }
    return std::move(draft_);
  }

  Outlook day_;
  const BookNames& names_;
  TalkDraft draft_;
  std::vector<Firm> firms_;
  Words owners_;                // of promises
  Words unfit_;                 // that fit nothing
  std::string waiting_person_;  // who spoke, before the firm is named
  std::optional<Day> own_day_;
  bool awaits_step_ = false;
};

}  // namespace

const DraftField* TalkDraft::find(std::string_view field) const {
  for (const auto& known : fields) {
    if (known.field == field) return &known;
  }
  return nullptr;
}

std::string_view TalkDraft::text(std::string_view field) const {
  const auto* known = find(field);
  return known == nullptr ? std::string_view() : known->text;
}

void TalkDraft::put(std::string field, std::string text, Grade grade) {
  std::erase_if(open, [&](const OpenWords& words) { return words.field == field; });
  const auto known = std::find_if(
      fields.begin(), fields.end(), [&](const DraftField& other) { return other.field == field; });
  if (text.empty()) {
    if (known != fields.end()) fields.erase(known);
  } else if (known != fields.end()) {
    *known = {std::move(field), std::move(text), grade};
  } else {
    fields.push_back({std::move(field), std::move(text), grade});
  }
}

void TalkDraft::append(const std::string& field,
                       std::string_view more,
                       std::string_view joint,
                       Grade grade) {
  const auto known = std::find_if(
      fields.begin(), fields.end(), [&](const DraftField& other) { return other.field == field; });
  if (known == fields.end()) {
    fields.push_back({field, std::string(more), grade});
  } else {
    known->text = joined(known->text, joint, more);
    known->grade = std::max(known->grade, grade);
  }
}

Words loose_words(std::string_view text) {
  Words pieces;
  std::string piece;
  int quoted = 0;
  const auto end_piece = [&] {
    if (const auto trimmed = text::trim(piece); !trimmed.empty()) pieces.emplace_back(trimmed);
    piece.clear();
  };
  while (!text.empty()) {
    const auto symbol = text.substr(0, text::first_length(text));
    text.remove_prefix(symbol.size());
    if (symbol == "“" || symbol == "《" || symbol == "（") ++quoted;
    if (symbol == "”" || symbol == "》" || symbol == "）") --quoted;
    const bool is_latin = !piece.empty() && static_cast<unsigned char>(piece.back()) < 0x80 &&
                          !text.empty() && static_cast<unsigned char>(text.front()) < 0x80;
    const bool ends = symbol == "，" || symbol == "。" || symbol == "；" || symbol == "！" ||
                      symbol == "\n" || (symbol == " " && !is_latin);
    if (ends && quoted <= 0) {
      end_piece();
    } else {
      piece += symbol;
    }
  }
  end_piece();
  return pieces;
}

TalkDraft read_talk(const Words& words, const Outlook& day, const BookNames& names) {
  auto read = words;
  for (auto& word : read) word = text::trim(word);
  // One word of several clauses is a sentence that somebody pasted.
  if (read.size() == 1) read = loose_words(read.front());
  return TalkReader(day, names).read(std::move(read));
}

}  // namespace leadbook::service
