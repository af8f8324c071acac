// list, for every kind: filters, then the columns people read or all that programs want.
#include <algorithm>

#include "cli/frame/commands.hpp"
#include "cli/frame/output.hpp"
#include "cli/record/columns.hpp"
#include "cli/record/filters.hpp"
#include "cli/record/row_maker.hpp"
#include "cli/record/table.hpp"
#include "leadbook/domain/record/field_facts.hpp"
#include "leadbook/service/totals/matching.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

/// The numbers of a listing's records in the order of a column no statement knows: only its cells
/// are held.
std::vector<std::int64_t> numbers_by(RowMaker& maker,
                                     const store::Listing& listing,
                                     const SortColumn& by) {
  struct Key {
    std::int64_t number;
    present::Cell cell;
  };
  constexpr std::size_t reference = 0;  // the first column of every kind
  std::vector<Key> keys;
  maker.choose({reference, by.index});
  maker.make_listed(listing, [&](std::vector<present::Cell>& cells) {
    keys.push_back({std::get<Reference>(cells[0].value).number, std::move(cells[1])});
  });
  std::stable_sort(keys.begin(), keys.end(), [&](const Key& left, const Key& right) {
    return by.puts_before(left.cell, right.cell);
  });
  std::vector<std::int64_t> numbers;
  numbers.reserve(keys.size());
  for (const auto& key : keys) numbers.push_back(key.number);
  return numbers;
}

/// A listing as its options want it.
class Rows {
 public:
  /// `matching`: the numbers of the records of a condition, ascending; nothing where none is asked.
  Rows(RowMaker& maker,
       store::Db& db,
       store::Listing listing,
       std::optional<std::vector<std::int64_t>> matching,
       const OutputOptions& output,
       bool shows_persons)
      : maker_(maker),
        db_(db),
        listing_(std::move(listing)),
        matching_(std::move(matching)),
        by_(sort_column(maker.columns(), output.sort)),
        limit_(read_limit(output.limit)),
        chosen_(columns_named(maker.columns(), output.columns)) {
    if (shows_persons || !output.columns.empty()) return;
    const auto columns = maker.columns();
    std::erase_if(chosen_,
                  [&](auto index) { return is_personal(listing_.kind, columns[index].key); });
  }

  present::Table head() const {
    const auto columns = maker_.columns();
    present::Table head;
    head.key = plural_key(listing_.kind);
    for (const auto index : chosen_) head.columns.push_back(columns[index]);
    return head;
  }

  /// How many there would be if any number of them were shown, at least where there are none.
  std::size_t write(present::RowWriter& out) {
    std::int64_t left = limit_.value_or(std::numeric_limits<std::int64_t>::max());
    const auto add = [&](std::vector<present::Cell>& cells) {
      if (left-- > 0) out.add(cells);
    };
    // One is read where none is shown, to know whether there is any.
    const auto wanted = limit_ ? std::optional(std::max<std::int64_t>(*limit_, 1)) : std::nullopt;
    if (by_) listing_.order = maker_.order_by(by_->index, by_->descending);
    const bool by_worked_out = by_ && listing_.order.empty();
    if (by_worked_out || matching_) {
      auto numbers =
          by_worked_out ? numbers_by(maker_, listing_, *by_) : store::listed_numbers(db_, listing_);
      if (matching_) keep_matching(numbers);
      if (wanted) numbers.resize(std::min(numbers.size(), static_cast<std::size_t>(*wanted)));
      maker_.choose(chosen_);
      return maker_.make_numbered(numbers, add);
    }
    maker_.choose(chosen_);
    listing_.limit = wanted;
    return maker_.make_listed(listing_, add);
  }

 private:
  void keep_matching(std::vector<std::int64_t>& numbers) const {
    std::erase_if(numbers, [this](std::int64_t number) {
      return !std::binary_search(matching_->begin(), matching_->end(), number);
    });
  }

  RowMaker& maker_;
  store::Db& db_;
  store::Listing listing_;
  std::optional<std::vector<std::int64_t>> matching_;
  std::optional<SortColumn> by_;
  std::optional<std::int64_t> limit_;
  std::vector<std::size_t> chosen_;
};

struct RecordListOptions {
  std::vector<std::string> filters;
  std::string where;
};

void run_record_list(const RecordListOptions& options, Env& env, Kind kind) {
  auto& db = env.db();
  store::Listing listing{kind, filter_parameters(env, kind, options.filters)};
  std::optional<std::vector<std::int64_t>> matching;
  if (const auto where = read_where(env, options.where, service::record_criteria(kind))) {
    matching = service::matching_records(db, kind, *where, env.today());
  }
  env.tell_notes(env.book().resolver_notes());
  auto output = env.output();
  const bool persons = shows_persons(env);
  if (prints_for_people(env) && output.columns.empty()) {
    output.columns = default_columns(kind, persons);
  }
  if (env.options().as_of && tells_of_persons(kind)) env.tell_notes({past_persons_note()});
  store::Names names(db);
  const auto maker = row_maker(db, kind, names, env.today());
  Rows rows(*maker, db, std::move(listing), std::move(matching), output, persons);
  print_rows(env, rows.head(), [&](present::RowWriter& out) { return rows.write(out); });
}

}  // namespace

RunCommand add_record_list(CommandLine& line, Env& env, const Command& command) {
  auto options = std::make_shared<RecordListOptions>();
  add_filter_options(line, command.kind, options->filters);
  add_where_option(line, options->where).personal = tells_of_persons(command.kind);
  add_as_of_option(line, env);
  add_output_options(line, env);
  if (tells_of_persons(command.kind)) add_personal_option(line, env);
  return [options, &env, &command] { run_record_list(*options, env, command.kind); };
}

}  // namespace leadbook::cli
