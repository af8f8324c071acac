#include "service/bulletin/telling.hpp"

#include <algorithm>
#include <utility>

#include "leadbook/text/translate.hpp"
#include "service/bulletin/numbers.hpp"

namespace leadbook::service {
namespace {

std::string joined(const std::vector<std::string>& texts, std::string_view between) {
  std::string all;
  for (const auto& text : texts) {
    if (text.empty()) continue;
    if (!all.empty()) all += between;
    all += text;
  }
  return all;
}

}  // namespace

std::size_t Telling::add(Fact fact) {
  auto& facts = bulletin_.facts;
  const auto same = std::find_if(facts.begin(), facts.end(), [&](const Fact& known) {
    return known.id == fact.id && known.value == fact.value && known.printed == fact.printed;
  });
  if (same != facts.end()) return static_cast<std::size_t>(same - facts.begin());
  facts.push_back(std::move(fact));
  return facts.size() - 1;
}

std::string Telling::printed(const std::string& id,
                             FactUnit unit,
                             std::optional<std::int64_t> value,
                             std::string text,
                             std::vector<Reference> records) {
  begun_.facts.push_back(add({id, unit, value, 0, 0, std::move(records), text}));
  return text;
}

std::int64_t Telling::counted(const std::string& id,
                              std::int64_t number,
                              std::vector<Reference> records) {
  count(id, number, std::move(records));
  return number;
}

std::string Telling::count(const std::string& id,
                           std::int64_t number,
                           std::vector<Reference> records) {
  return printed(id, FactUnit::count, number, std::to_string(number), std::move(records));
}

std::string Telling::money(const std::string& id,
                           std::int64_t minor,
                           std::vector<Reference> records,
                           std::int64_t of,
                           std::int64_t known) {
  auto text = money_text(minor);
  begun_.facts.push_back(add({id, FactUnit::money, minor, of, known, std::move(records), text}));
  return text;
}

std::string Telling::percent(const std::string& id, std::int64_t hundredths) {
  return printed(id, FactUnit::percent, hundredths, percent_text(hundredths));
}

std::string Telling::points(const std::string& id, std::int64_t hundredths) {
  return printed(id, FactUnit::points, hundredths, points_text(hundredths));
}

std::string Telling::place(const std::string& id, std::int64_t place) {
  return printed(id, FactUnit::place, place, std::to_string(place));
}

std::string Telling::days(const std::string& id, std::int64_t days) {
  return printed(id, FactUnit::days, days, std::to_string(days));
}

std::string Telling::times(const std::string& id, std::int64_t hundredths) {
  return printed(id, FactUnit::times, hundredths, rounded_text(hundredths, 2, 1, true));
}

std::string Telling::name(std::string text) {
  if (std::find(begun_.names.begin(), begun_.names.end(), text) == begun_.names.end()) {
    begun_.names.push_back(text);
  }
  return text;
}

void Telling::end_paragraph(std::vector<BulletinParagraph>& to, std::string text) {
  auto paragraph = std::exchange(begun_, {});
  if (text.empty()) return;
  paragraph.text = std::move(text);
  to.push_back(std::move(paragraph));
}

BulletinCell Telling::cell_of(const std::string& id,
                              FactUnit unit,
                              std::optional<std::int64_t> value,
                              std::string text,
                              std::vector<Reference> records) {
  bulletin_.facts.push_back({id, unit, value, 0, 0, std::move(records), text});
  return {std::move(text), bulletin_.facts.size() - 1};
}

BulletinCell Telling::count_cell(const std::string& id,
                                 std::optional<std::int64_t> number,
                                 std::vector<Reference> records) {
  return cell_of(
      id, FactUnit::count, number, number ? std::to_string(*number) : "", std::move(records));
}

BulletinCell Telling::money_cell(const std::string& id, std::optional<std::int64_t> minor) {
  return cell_of(id, FactUnit::money, minor, minor ? service::money_cell(*minor) : "");
}

BulletinCell Telling::percent_cell(const std::string& id, std::optional<std::int64_t> hundredths) {
  return cell_of(
      id, FactUnit::percent, hundredths, hundredths ? service::percent_cell(*hundredths) : "");
}

BulletinCell Telling::points_cell(const std::string& id, std::optional<std::int64_t> hundredths) {
  auto text = hundredths ? service::percent_cell(*hundredths) : std::string();
  if (hundredths && *hundredths > 0) text.insert(0, 1, '+');
  return cell_of(id, FactUnit::points, hundredths, std::move(text));
}

std::string listed(const std::vector<std::string>& texts) {
  return joined(texts, choose(", ", "、"));
}

std::string clauses(const std::vector<std::string>& texts) {
  return joined(texts, choose(", ", "，"));
}

std::string sentences(const std::vector<std::string>& texts) {
  return joined(texts, choose(" ", ""));
}

std::string parts_joined(const std::vector<std::string>& texts) {
  return joined(texts, choose("; ", "；"));
}

}  // namespace leadbook::service
