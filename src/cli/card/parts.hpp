// What the cards of all kinds are made of.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "leadbook/domain/record/fields/field.hpp"
#include "leadbook/present/card.hpp"
#include "leadbook/service/money/rates.hpp"
#include "leadbook/service/records/rounds.hpp"
#include "leadbook/store/record/names.hpp"
#include "leadbook/store/record/record.hpp"

namespace leadbook::cli {

struct ProjectFile;

/// The book a card tells of, the day it is read on and the unit of its amounts; and what was read
/// for one section and serves others.
struct CardSource {
  store::Db& db;
  Day today;
  AmountUnit unit;
  store::Names names{db};
  service::Rates rates{db};

  /// The book's own record.
  const std::optional<Book>& book();

  std::optional<std::optional<Book>> known_book = {};
  std::shared_ptr<const ProjectFile> file = {};  // of the project whose card it is
  bool shows_persons = false;                    // the personal details of contacts
};

using Facts = std::vector<std::pair<std::string, present::Cell>>;
using Sections = std::vector<present::Section>;

/// The heading of a field in the chosen language; its list of fields is to be included.
template <class R, class T>
std::string heading(T R::*member) {
  std::string text;
  for_each_field<R>([&](const auto& field) {
    if constexpr (std::is_same_v<std::decay_t<decltype(field.member)>, T R::*>) {
      if (field.member == member) text = heading_of(field);
    }
  });
  return text;
}

/// The fields of a record under their headings, but for those left out because the card tells
/// them elsewhere.
Facts facts_of(CardSource& source,
               const AnyRecord& record,
               std::initializer_list<std::string_view> left_out);

/// Takes the columns away that hold nothing.
void drop_empty_columns(present::Table& table);

/// A table of these rows without the columns that hold nothing.
template <class Row>
present::Table make_little_table(const std::vector<present::Field<Row>>& fields,
                                 const std::vector<Row>& rows) {
  auto table = present::make_table("", fields, rows);
  drop_empty_columns(table);
  return table;
}

/// The texts that are not empty, joined.
std::string join_texts(const std::vector<std::string>& texts, std::string_view separator);
/// "Consensus · Online · Beijing".
std::string on_one_line(const std::vector<std::string>& texts);
std::string on_lines(const std::vector<std::string>& texts);

/// The word on the screen; nothing for none.
template <class T>
std::string word_text(const std::optional<T>& word) {
  return word ? std::string(name_of(*word)) : std::string();
}

/// As `format_date`; nothing for an unknown date.
std::string day_text(const std::optional<Date>& date);

/// "P-31 Meat duck chain"; the name alone of a county, nothing for the id that names no record.
std::string named(CardSource& source, const Reference& record);

template <class R>
std::string named(CardSource& source, const Id<R>& id) {
  return named(source, Reference{kind_of<R>, id.number});
}

/// "3 days overdue", "in 5 days"; nothing for what has no due day or is due in a span that is not
/// over.
std::string distance_text(const std::optional<Date>& due, Day today);

/// "2020-05-29 · 3 days overdue", "no date".
std::string due_text(const std::optional<Date>& due, Day today);

/// "450,000,000.00 HKD = 411,953,850.00 CNY (rate 0.915453 of 2020-03-25)"; the amount alone where
/// the book has no rate, and that it is not stated where it is not.
std::string amount_text(CardSource& source,
                        const std::optional<Amount>& amount,
                        const std::optional<Date>& on);

/// "phase 1" of a bare number; any other name speaks for itself.
std::string phase_text(const std::string& name);

/// From the first day of a trip to its last, as far as both are known.
std::string trip_text(const Delegation& trip);

/// Whether a date comes first, by the last day it can mean; an unknown date comes last.
bool is_earlier(const std::optional<Date>& left, const std::optional<Date>& right);

/// Records as structs; the names of those they refer to are read with the next that is wanted.
template <class R>
std::vector<R> records_of(CardSource& source, const store::Records& records) {
  source.names.learn(records);
  source.names.expect(records.named());
  return records.as<R>();
}

/// The records of type R that refer to this one, the earliest by the date that `on` is first; of
/// each the fields of `selection`.
template <class R>
std::vector<R> dependents(CardSource& source,
                          const Reference& record,
                          std::optional<Date> R::*on,
                          const store::Selection& selection = store::Selection(kind_of<R>)) {
  auto records = records_of<R>(source, store::records_referring_to(source.db, selection, record));
  std::stable_sort(records.begin(), records.end(), [on](const R& left, const R& right) {
    return is_earlier(left.*on, right.*on);
  });
  return records;
}

/// The records a statement names, in its order.
template <class R>
std::vector<R> select_named(CardSource& source,
                            std::string_view list_statement,
                            const store::Parameters& parameters) {
  std::vector<std::int64_t> numbers;
  source.db.each(store::statement(list_statement), parameters, [&](store::Row& row) {
    numbers.push_back(row.integer("id"));
  });
  const store::Selection all(kind_of<R>);
  return records_of<R>(source, store::find(source.db, all, numbers));
}

/// Companies by number, with their names, kinds and homes.
using Companies = std::map<std::int64_t, Company>;
Companies companies_of(CardSource& source, std::vector<std::int64_t> numbers);

/// Negotiations, signings and tasks as facts under their dates, a few lines each, without
/// repeating the record whose card it is.
Facts talk_facts(CardSource& source, const std::vector<Negotiation>& talks, const Reference& card);
/// Talks with their rounds at hand.
Facts talk_facts(CardSource& source,
                 const std::vector<Negotiation>& talks,
                 const service::Rounds& rounds,
                 const Reference& card);
Facts signing_facts(CardSource& source,
                    const std::vector<Signing>& signings,
                    const Reference& card);
Facts task_facts(CardSource& source, const std::vector<Task>& tasks, const Reference& card);

/// The people of a trip or an event under their names.
Facts people_facts(const std::vector<Person>& people);

/// What to head the card with, after the reference and the name.
std::string title_of(CardSource& source, const Project& project);
std::string title_of(CardSource& source, const Contact& contact);
std::string title_of(CardSource& source, const Negotiation& negotiation);
std::string title_of(CardSource& source, const Signing& signing);
std::string title_of(CardSource& source, const Event& event);
std::string title_of(CardSource& source, const Figure& figure);
std::string title_of(CardSource& source, const Procedure& procedure);
std::string title_of(CardSource& source, const Funds& funds);
std::string title_of(CardSource& source, const Credit& credit);

Sections sections_of(CardSource& source, const Project& project);
Sections sections_of(CardSource& source, const Company& company);
Sections sections_of(CardSource& source, const Contact& contact);
Sections sections_of(CardSource& source, const County& county);
Sections sections_of(CardSource& source, const Delegation& trip);
Sections sections_of(CardSource& source, const Negotiation& negotiation);
Sections sections_of(CardSource& source, const Signing& signing);
Sections sections_of(CardSource& source, const Event& event);
Sections sections_of(CardSource& source, const Task& task);
Sections sections_of(CardSource& source, const Station& station);
Sections sections_of(CardSource& source, const Procedure& procedure);
Sections sections_of(CardSource& source, const Funds& funds);
Sections sections_of(CardSource& source, const Program& program);
Sections sections_of(CardSource& source, const Credit& credit);

}  // namespace leadbook::cli
