#include "leadbook/present/cell.hpp"

#include <algorithm>
#include <cstddef>
#include <variant>

#include "leadbook/domain/list_text.hpp"
#include "leadbook/domain/wide.hpp"

namespace leadbook::present {
namespace {

/// Joins the texts of list items or object members.
template <class Items, class Show>
std::string join(const Items& items, std::string_view separator, const Show& show) {
  std::string joined;
  for (const auto& item : items) {
    if (&item != &items.front()) joined += separator;
    joined += show(item);
  }
  return joined;
}

/// The members up to the last that is not empty, so that no bare separators trail.
Object without_empty_end(const Object& object) {
  const auto last = std::find_if(
      object.rbegin(), object.rend(), [](const auto& member) { return !is_empty(member.second); });
  return Object(object.begin(), last.base());
}

template <class Show>
std::string join_list(const List& list, const Show& show) {
  return join(list, "; ", show);
}

template <class Show>
std::string join_object(const Object& object, const Show& show) {
  return join(
      without_empty_end(object), " | ", [&](const auto& member) { return show(member.second); });
}

struct Emptiness {
  bool operator()(std::monostate) const { return true; }
  bool operator()(const std::string& text) const { return text.empty(); }
  bool operator()(const Link& link) const { return link.reference.empty() && link.name.empty(); }
  bool operator()(const Word& word) const { return word.identifier.empty(); }
  bool operator()(const List& list) const {
    return std::all_of(list.begin(), list.end(), is_empty);
  }
  bool operator()(const Object& object) const { return without_empty_end(object).empty(); }
  template <class Other>
  bool operator()(const Other&) const {
    return false;
  }
};

/// A number of hundredths (or so) in a coarser unit, half away from zero.
std::int64_t rounded_to(std::int64_t minor, int dropped) {
  Wide unit = 1;
  for (int digit = 0; digit < dropped; ++digit) unit *= 10;
  return static_cast<std::int64_t>(divide_rounded(minor, unit));
}

void group_thousands(std::string& text) {
  const auto first = text.find_first_of("0123456789");
  for (auto at = std::min(text.find('.'), text.size()); at > first + 3;) {
    at -= 3;
    text.insert(at, 1, ',');
  }
}

/// Rounded once, from the exact number: 1.2564亿元, or 1.26 where the unit is said above.
std::string amount_text(const Amount& amount, const AmountLook& look) {
  if (look.unit == AmountUnit::automatic || (!look.is_scaled() && !look.digits)) {
    return format_amount(amount, look.unit);
  }
  const auto& money = amount.money;
  const auto plain = format_money(money);
  const auto spoken = format_amount(amount);
  auto text = spoken.substr(0, spoken.size() - plain.size());
  const int digits = look.decimals(money.currency);
  const int exact = money.currency.minor_digits() + look.scale();
  auto number = digits < exact ? decimal_text(rounded_to(money.minor, exact - digits), digits)
                               : decimal_text(money.minor, exact);
  group_thousands(number);
  text += number;
  if (look.unit_said && money.currency == Currency()) return text;
  if (look.is_scaled()) text += look.unit == AmountUnit::yi ? "亿" : "万";
  const auto word = plain.substr(plain.find_last_of("0123456789") + 1);
  return text + word;
}

struct Display {
  AmountLook look;

  std::string operator()(const Cell& cell) const { return std::visit(*this, cell.value); }
  std::string operator()(std::monostate) const { return ""; }
  std::string operator()(bool claim) const {
    return std::string(choose(claim ? "yes" : "no", claim ? "是" : "否"));
  }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(const Amount& amount) const { return amount_text(amount, look); }
  std::string operator()(const Date& date) const { return format_date(date); }
  std::string operator()(const Decimal& decimal) const {
    const bool spaced = !decimal.unit.empty() && decimal.unit != "%";
    return number_text(decimal).append(spaced ? " " : "").append(decimal.unit);
  }
  std::string operator()(const Link& link) const {
    return link.name.empty() ? link.reference : link.name;
  }
  std::string operator()(const Word& word) const {
    return word.name.empty() ? word.identifier : word.name;
  }
  std::string operator()(const Reference& reference) const { return reference_text(reference); }
  std::string operator()(const List& list) const { return join_list(list, *this); }
  std::string operator()(const Object& object) const { return join_object(object, *this); }
};

std::string plain_amount(const Amount& amount) {
  std::string text;
  if (amount.qualifier != Qualifier::exact) {
    text = qualifier_identifier(amount.qualifier);
    std::replace(text.begin(), text.end(), '_', ' ');
    text += ' ';
  }
  return text.append(decimal_text(amount.money)).append(" ").append(amount.money.currency.code());
}

struct Plain {
  std::string operator()(const Cell& cell) const { return std::visit(*this, cell.value); }
  std::string operator()(bool claim) const { return claim ? "true" : "false"; }
  std::string operator()(const Amount& amount) const { return plain_amount(amount); }
  std::string operator()(const Date& date) const { return date_text(date); }
  std::string operator()(const Decimal& decimal) const { return number_text(decimal); }
  std::string operator()(const Word& word) const { return word.identifier; }
  std::string operator()(const List& list) const {
    std::vector<std::vector<std::string>> items;
    for (const auto& item : list) items.push_back(fields_of(item));
    return write_list_text(items);
  }
  std::string operator()(const Object& object) const {
    return write_list_text({fields_of(Cell(object))});
  }
  /// The fields of a list's item: an object's members, anything else by itself.
  std::vector<std::string> fields_of(const Cell& item) const {
    const auto* object = std::get_if<Object>(&item.value);
    if (object == nullptr) return {(*this)(item)};
    std::vector<std::string> fields;
    for (const auto& member : *object) fields.push_back((*this)(member.second));
    return fields;
  }
  template <class Other>
  std::string operator()(const Other& other) const {
    return Display{{}}(other);
  }
};

}  // namespace

Cell::Cell(const Cell& other) = default;
Cell::Cell(Cell&& other) noexcept = default;
Cell& Cell::operator=(const Cell& other) = default;
Cell& Cell::operator=(Cell&& other) noexcept = default;
Cell::~Cell() = default;

Cell::Cell(std::string text) : value(std::move(text)) {}
Cell::Cell(std::string_view text) : value(std::string(text)) {}
Cell::Cell(const char* text) : value(std::string(text)) {}
Cell::Cell(Amount amount) : value(amount) {}
Cell::Cell(Date date) : value(date) {}
Cell::Cell(Decimal decimal) : value(std::move(decimal)) {}
Cell::Cell(Link link) : value(std::move(link)) {}
Cell::Cell(Word word) : value(std::move(word)) {}
Cell::Cell(Reference reference) : value(reference) {}
Cell::Cell(List list) : value(std::move(list)) {}
Cell::Cell(Object object) : value(std::move(object)) {}

Cell total_cell() { return Word{"total", say("Total")}; }

bool is_empty(const Cell& cell) { return std::visit(Emptiness{}, cell.value); }

std::string display_text(const Cell& cell, const AmountLook& look) { return Display{look}(cell); }

std::string plain_text(const Cell& cell) { return Plain{}(cell); }

std::string number_text(const Decimal& decimal) {
  return decimal_text(decimal.minor, decimal.digits);
}

}  // namespace leadbook::present

template class std::vector<leadbook::present::Cell>;
template class std::vector<std::pair<std::string, leadbook::present::Cell>>;
