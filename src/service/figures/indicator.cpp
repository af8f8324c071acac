#include "service/figures/indicator.hpp"

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <utility>
#include <vector>

#include "leadbook/text/utf8.hpp"

namespace leadbook::service {
namespace {

struct Phrase {
  std::string_view text;
  Quantity quantity;
  Measure measure = Measure::projects;
};

constexpr Phrase of(std::string_view text, Measure measure) {
  return {text, Quantity::measure, measure};
}

constexpr Phrase phrases[] = {
    of("履约率", Measure::performance_rate),
    of("performance rate", Measure::performance_rate),
    of("开工率", Measure::start_rate),
    of("start rate", Measure::start_rate),
    of("到位率", Measure::funds_rate),
    of("funds rate", Measure::funds_rate),
    of("rate of funds in place", Measure::funds_rate),
    of("投产率", Measure::production_rate),
    of("production rate", Measure::production_rate),
    of("转化率", Measure::conversion),
    of("conversion rate", Measure::conversion),
    {"完成率", Quantity::completion},
    {"完成比例", Quantity::completion},
    {"完成全年目标", Quantity::completion},
    {"完成全年任务", Quantity::completion},
    {"完成年度目标", Quantity::completion},
    {"完成目标任务", Quantity::completion},
    {"占全年目标", Quantity::completion},
    {"占年度目标", Quantity::completion},
    {"completion of the target", Quantity::completion},
    {"share of the target", Quantity::completion},
    {"completion rate", Quantity::completion},
    {"时间进度", Quantity::elapsed},
    {"序时进度", Quantity::elapsed},
    {"elapsed share", Quantity::elapsed},
    {"超进度", Quantity::pace},
    {"欠进度", Quantity::pace},
    {"超序时进度", Quantity::pace},
    {"欠序时进度", Quantity::pace},
    {"ahead of schedule", Quantity::pace},
    {"behind schedule", Quantity::pace},
    {"pace", Quantity::pace},
    {"履约项目", Quantity::performed},
    {"履约数", Quantity::performed},
    {"performed projects", Quantity::performed},
    {"projects performed", Quantity::performed},
    of("有效线索", Measure::effective_leads),
    of("effective lead", Measure::effective_leads),
    of("effective investment lead", Measure::effective_leads),
    of("effective investment clue", Measure::effective_leads),
    of("推介活动", Measure::events),
    of("招商活动", Measure::events),
    of("investment environment promotion activities", Measure::events),
    of("investment promotion activities", Measure::events),
    of("promotion events", Measure::events),
    of("外出招商", Measure::delegations),
    of("外出考察", Measure::delegations),
    of("outbound inspection", Measure::delegations),
    of("outbound trip", Measure::delegations),
    of("走访企业", Measure::visits),
    of("enterprises and chambers of commerce", Measure::visits),
    of("firms and associations visited", Measure::visits),
    of("firms visited", Measure::visits),
    of("签约项目", Measure::signed_),
    of("引进项目", Measure::signed_),
    of("signed projects", Measure::signed_),
    of("projects signed", Measure::signed_),
    of("new manufacturing projects", Measure::signed_),
    of("new industrial manufacturing projects", Measure::signed_),
    of("签约额", Measure::contract_amount),
    of("签约金额", Measure::contract_amount),
    of("合同金额", Measure::contract_amount),
    of("合同总额", Measure::contract_amount),
    of("contract amount", Measure::contract_amount),
    of("计划投资", Measure::planned_investment),
    of("计划总投资", Measure::planned_investment),
    of("投资总额", Measure::planned_investment),
    of("planned investment", Measure::planned_investment),
    of("引进资金", Measure::outside_amount),
    of("outside amount", Measure::outside_amount),
    of("固定资产投资", Measure::fixed_assets),
    of("fixed assets", Measure::fixed_assets),
    of("到位资金", Measure::funds),
    of("funds in place", Measure::funds),
    of("funds received", Measure::funds),
    of("利用内资", Measure::funds_domestic),
    of("domestic capital", Measure::funds_domestic),
    of("利用外资", Measure::funds_foreign),
    of("foreign capital", Measure::funds_foreign),
    of("开工项目", Measure::started),
    of("projects started", Measure::started),
    of("started projects", Measure::started),
    of("投产项目", Measure::producing),
    of("projects in production", Measure::producing),
};

bool is_latin(std::string_view text) { return static_cast<unsigned char>(text.front()) < 0x80; }

IndicatorMeaning meaning(const Phrase& phrase, bool exact) {
  if (phrase.quantity != Quantity::measure) return {phrase.quantity, {}, exact};
  return {phrase.quantity, phrase.measure, exact};
}

/// The noun an indicator is about comes first in English and last in Chinese: the phrase that
/// begins first, or ends last; of these the longest.
const Phrase* head_of(std::string_view folded) {
  const Phrase* head = nullptr;
  std::size_t place = 0;
  for (const auto& phrase : phrases) {
    const auto found = is_latin(phrase.text) ? folded.find(phrase.text) : folded.rfind(phrase.text);
    if (found == std::string_view::npos) continue;
    const auto distance =
        is_latin(phrase.text) ? found : folded.size() - found - phrase.text.size();
    const bool closer = head == nullptr || distance < place ||
                        (distance == place && phrase.text.size() > head->text.size());
    if (!closer) continue;
    head = &phrase;
    place = distance;
  }
  return head;
}

/// The text without the first of these that it holds; nothing where it holds none.
std::optional<std::string> without(std::string_view indicator,
                                   std::initializer_list<std::string_view> words) {
  auto folded = text::fold(indicator);
  for (const auto word : words) {
    const auto found = folded.find(word);
    if (found == std::string::npos) continue;
    folded.erase(found, word.size());
    return std::string(text::trim(folded));
  }
  return {};
}

}  // namespace

std::optional<IndicatorMeaning> meaning_of(std::string_view indicator) {
  const auto folded = text::fold(indicator);
  if (folded.empty()) return {};
  if (growth_of(indicator)) return IndicatorMeaning{Quantity::growth, {}, false};
  if (const auto measure = parse_word<Measure>(folded, "")) {
    return IndicatorMeaning{Quantity::measure, *measure, true};
  }
  const auto* head = head_of(folded);
  if (head == nullptr) return {};
  const auto rest = folded.size() - head->text.size();
  const bool plural = rest == 1 && folded.back() == 's';
  const bool number = folded.ends_with("数") && rest <= std::string_view("个数").size();
  return meaning(*head, rest == 0 || plural || number);
}

std::optional<Growth> growth_of(std::string_view indicator) {
  if (auto grown = without(indicator,
                           {"环比增长率",
                            "环比增长",
                            "环比增速",
                            "环比下降",
                            "环比减少",
                            "环比",
                            "month-on-month growth of",
                            "month-on-month"})) {
    return Growth{std::move(*grown), false};
  }
  if (auto grown = without(indicator,
                           {"同比增长率",
                            "同比增长",
                            "同比增速",
                            "同比下降",
                            "同比减少",
                            "同比下滑",
                            "同比",
                            "year-on-year growth of",
                            "year-on-year decline of",
                            "growth of",
                            "decline of",
                            "year-on-year"})) {
    return Growth{std::move(*grown), true};
  }
  return {};
}

bool speaks_of_less(std::string_view text) {
  const auto folded = text::fold(text);
  for (const auto* word : {"下降",
                           "减少",
                           "下滑",
                           "回落",
                           "欠进度",
                           "欠序时",
                           "落后",
                           "decline",
                           "decrease",
                           "fell",
                           "behind schedule"}) {
    if (folded.find(word) != std::string::npos) return true;
  }
  return false;
}

Subject subject_of(std::string_view indicator) {
  auto folded = text::fold(indicator);
  const auto erase_all = [&folded](std::string_view word) {
    for (auto at = folded.find(word); at != std::string::npos; at = folded.find(word)) {
      // A space keeps the words on both sides apart.
      folded.replace(at, word.size(), " ");
    }
  };
  // Longer words stand before those they contain.
  for (const auto* word : {"目标任务完成率",
                           "目标完成率",
                           "任务完成率",
                           "完成率",
                           "完成比例",
                           "完成进度",
                           "年度目标",
                           "全年目标",
                           "目标任务",
                           "全年任务",
                           "目标值",
                           "目标数",
                           "目标",
                           "completion rate",
                           "completion",
                           "yearly target",
                           "annual target",
                           "target",
                           "履约率",
                           "开工率",
                           "资金到位率",
                           "到位率",
                           "投产率",
                           "转化率",
                           "performance rate",
                           "start rate",
                           "funds rate",
                           "production rate",
                           "conversion rate",
                           "超序时进度",
                           "欠序时进度",
                           "超进度",
                           "欠进度",
                           "序时进度",
                           "时间进度",
                           "pace"}) {
    erase_all(word);
  }
  Subject subject;
  if (const auto meaning = meaning_of(folded)) subject.measure = meaning->measure;
  for (const auto& phrase : phrases) erase_all(phrase.text);
  for (const auto* word : {"全市",
                           "全县",
                           "全区",
                           "全年",
                           "年度",
                           "累计",
                           "实际",
                           "项目",
                           "个数",
                           "总数",
                           "数量",
                           "金额",
                           "总额",
                           "完成",
                           "数"}) {
    erase_all(word);
  }
  subject.words = words_of(folded);
  for (const auto* word : {"of",
                           "for",
                           "the",
                           "yearly",
                           "annual",
                           "actual",
                           "number",
                           "total",
                           "projects",
                           "project",
                           "rate",
                           "in",
                           "by"}) {
    subject.words.erase(word);
  }
  return subject;
}

int likeness(const Subject& left, const Subject& right) {
  int likeness = 0;
  if (left.measure && right.measure) {
    if (left.measure != right.measure) return -1;
    ++likeness;
  }
  if (left.words.empty() || right.words.empty()) return likeness;
  if (left.words == right.words || are_alike(left.words, right.words)) return likeness + 1;
  return -1;
}

std::optional<std::string> shared_indicator(std::string_view indicator) {
  return without(indicator, {"所占比重", "占比", "比重", "share of", "proportion of"});
}

std::set<std::string> words_of(std::string_view indicator) {
  std::set<std::string> words;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) words.insert(std::exchange(word, {}));
  };
  for (const auto character : text::decode(text::fold(indicator))) {
    const bool letter = (character >= U'a' && character <= U'z') ||
                        (character >= U'0' && character <= U'9') || character == U'.';
    if (letter) {
      word += static_cast<char>(character);
      continue;
    }
    end_word();
    if (character >= 0x2e80) words.insert(text::encode(std::u32string(1, character)));
  }
  end_word();
  return words;
}

bool are_alike(const std::set<std::string>& left, const std::set<std::string>& right) {
  const auto numbers = [](const std::set<std::string>& words) {
    std::vector<std::string> found;
    std::copy_if(
        words.begin(), words.end(), std::back_inserter(found), [](const std::string& word) {
          return word.front() >= '0' && word.front() <= '9';
        });
    return found;
  };
  if (left.empty() || right.empty() || numbers(left) != numbers(right)) return false;
  const auto common = static_cast<std::size_t>(std::count_if(
      left.begin(), left.end(), [&](const std::string& word) { return right.count(word) != 0; }));
  return common * 4 >= (left.size() + right.size() - common) * 3;
}

}  // namespace leadbook::service
