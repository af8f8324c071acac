#include "cli/card/parts.hpp"

#include "cli/record/table.hpp"
#include "leadbook/service/money/rates.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

using present::Cell;

/// A link with the reference it can be followed by.
Cell spelled_out(CardSource& source, const Cell& cell) {
  const auto* link = std::get_if<present::Link>(&cell.value);
  if (link == nullptr) return cell;
  const auto reference = parse_reference(link->reference);
  return reference ? Cell(named(source, *reference)) : cell;
}

}  // namespace

const std::optional<Book>& CardSource::book() {
  if (!known_book) known_book.emplace(store::find(db, Id<Book>{1}));
  return *known_book;
}

Companies companies_of(CardSource& source, std::vector<std::int64_t> numbers) {
  const store::Selection told(Kind::company, {"name", "kind", "home"});
  Companies companies;
  const auto found = store::find(source.db, told, store::ascending(std::move(numbers)));
  for (auto& company : records_of<Company>(source, found)) {
    companies.emplace(company.id.number, std::move(company));
  }
  return companies;
}

Facts facts_of(CardSource& source,
               const AnyRecord& record,
               std::initializer_list<std::string_view> left_out) {
  constexpr std::size_t own = 3;  // reference, identity and revision have places of their own
  const auto columns = record_columns(which_kind(record));
  const auto cells = record_cells(record, source.names);
  Facts facts;
  for (std::size_t index = own; index < columns.size(); ++index) {
    const auto& column = columns[index];
    if (std::find(left_out.begin(), left_out.end(), column.key) != left_out.end()) continue;
    facts.emplace_back(column.heading, spelled_out(source, cells[index]));
  }
  return facts;
}

void drop_empty_columns(present::Table& table) {
  for (std::size_t column = table.columns.size(); column-- > 0;) {
    const auto is_empty = [column](const auto& row) { return present::is_empty(row[column]); };
    if (!std::all_of(table.rows.begin(), table.rows.end(), is_empty)) continue;
    const auto at = static_cast<std::ptrdiff_t>(column);
    table.columns.erase(table.columns.begin() + at);
    for (auto& row : table.rows) row.erase(row.begin() + at);
  }
}

std::string join_texts(const std::vector<std::string>& texts, std::string_view separator) {
  std::string joined;
  for (const auto& text : texts) {
    if (text.empty()) continue;
    if (!joined.empty()) joined += separator;
    joined += text;
  }
  return joined;
}

std::string on_one_line(const std::vector<std::string>& texts) { return join_texts(texts, " · "); }

std::string on_lines(const std::vector<std::string>& texts) { return join_texts(texts, "\n"); }

std::string day_text(const std::optional<Date>& date) { return date ? format_date(*date) : ""; }

std::string named(CardSource& source, const Reference& record) {
  if (record.number == 0) return "";
  const auto& name = source.names(record);
  if (record.kind == Kind::county && !name.empty()) return name;
  return join_texts({reference_text(record), name}, " ");
}

std::string distance_text(const std::optional<Date>& due, Day today) {
  if (!due) return "";
  if (due->last < today) {
    return say_count("{} day overdue", "{} days overdue", (today - due->last).count());
  }
  if (!due->is_day()) return "";
  const auto days = (due->first - today).count();
  return days == 0 ? say("today") : say_count("in {} day", "in {} days", days);
}

std::string due_text(const std::optional<Date>& due, Day today) {
  if (!due) return say("no date");
  return on_one_line({format_date(*due), distance_text(due, today)});
}

std::string amount_text(CardSource& source,
                        const std::optional<Amount>& amount,
                        const std::optional<Date>& on) {
  if (!amount) return say("amount not stated");
  auto text = format_amount(*amount, source.unit);
  if (amount->money.currency == Currency() || !on) return text;
  const auto* rate = source.rates.find(amount->money.currency, on->last);
  if (rate == nullptr) return text;
  const auto cny = convert_to_cny(amount->money, rate->cny);
  if (!cny) return text;
  return say("{} = {} (rate {} of {})",
             text,
             format_money(*cny, source.unit),
             rate_text(rate->cny),
             format_day(rate->day));
}

std::string phase_text(const std::string& name) {
  const bool number = name.find_first_not_of("0123456789") == std::string::npos;
  return number && !name.empty() ? say("phase {}", name) : name;
}

std::string trip_text(const Delegation& trip) {
  if (!trip.starts || !trip.ends) return day_text(trip.starts ? trip.starts : trip.ends);
  return format_date({trip.starts->first, trip.ends->last});
}

bool is_earlier(const std::optional<Date>& left, const std::optional<Date>& right) {
  if (!left || !right) return left.has_value() && !right.has_value();
  return is_earlier(*left, *right);
}

}  // namespace leadbook::cli
