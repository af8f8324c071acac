#include "service/import/rejected_run.hpp"

#include <algorithm>

#include "leadbook/domain/error.hpp"
#include "leadbook/store/record/digest.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"
#include "service/import/columns.hpp"

namespace leadbook::service {
namespace {

struct Flag {
  const char* name;
  bool ImportOptions::*value;
  bool usual;
};
constexpr Flag flags[] = {{"unit_holds", &ImportOptions::unit_holds, false},
                          {"no_create", &ImportOptions::create, true},
                          {"allow_twins", &ImportOptions::allow_twins, false},
                          {"strict", &ImportOptions::strict, false},
                          {"clear_blank", &ImportOptions::clear_blank, false},
                          {"round", &ImportOptions::round, false},
                          {"yes", &ImportOptions::far_dates, false}};

struct UnitName {
  AmountUnit unit;
  const char* name;
};
constexpr UnitName unit_names[] = {{AmountUnit::yuan, "yuan"},
                                   {AmountUnit::wan, "wan"},
                                   {AmountUnit::yi, "yi"},
                                   {AmountUnit::automatic, "auto"}};

struct OrderName {
  DateOrder order;
  const char* name;
};
constexpr OrderName order_names[] = {
    {DateOrder::dmy, "dmy"}, {DateOrder::mdy, "mdy"}, {DateOrder::ymd, "ymd"}};

/// How the file's columns write their numbers; "" where some do so and some otherwise.
std::string decimal_of(const ImportOptions& options, const Survey& survey) {
  if (options.european) return *options.european ? "comma" : "point";
  std::size_t comma = 0;
  std::size_t numbers = 0;
  for (const auto& column : survey.columns.columns) {
    if (!is_number(column.target.type)) continue;
    ++numbers;
    if (column.european) ++comma;
  }
  if (comma == 0) return "point";
  return comma == numbers ? "comma" : "";
}

/// What the headings alone do not say of the columns: heading, field and unit of each.
std::vector<std::string> columns_of(Kind kind,
                                    const std::vector<MappedColumn>& map,
                                    const Survey& survey) {
  const auto headings = headings_of(survey.columns);
  ColumnRules rules;
  rules.kind = kind;
  rules.map = map;
  rules.updates = true;
  const auto alone = read_columns(rules, headings);
  std::vector<std::string> said;
  for (std::size_t at = 0; at < headings.size(); ++at) {
    const auto& column = survey.columns.columns[at];
    const auto& target = column.target;
    const auto& read = alone.columns[at];
    const bool same = target.use == read.target.use && target.field == read.target.field &&
                      column.unit == read.unit;
    if (same || column.heading.empty() || target.use == ColumnUse::unknown) continue;
    for (const auto& text : {column.heading, target.name, column.unit}) said.push_back(text);
  }
  return said;
}

/// The first text of an entry; "" where there is none.
std::string text_of(const ingest::ImportRun& run, const char* name) {
  const auto found = run.find(name);
  return found == run.end() || found->second.empty() ? "" : found->second.front();
}

std::vector<std::string> texts_of(const ingest::ImportRun& run, const char* name) {
  const auto found = run.find(name);
  return found == run.end() ? std::vector<std::string>() : found->second;
}

void take_columns(const ingest::ImportRun& run, ImportOptions& options) {
  const auto columns = texts_of(run, "map");
  for (std::size_t at = 0; at + 2 < columns.size(); at += 3) {
    options.map.push_back({columns[at], columns[at + 1], columns[at + 2]});
  }
  const auto defaults = texts_of(run, "default");
  for (std::size_t at = 0; at + 1 < defaults.size(); at += 2) {
    options.defaults.push_back({defaults[at], defaults[at + 1]});
  }
}

void complete(const ingest::ImportRun& run, ImportOptions& options) {
  if (options.key.empty()) options.key = texts_of(run, "key");
  take_columns(run, options);
  options.titles = texts_of(run, "titles");
  for (const auto& [unit, name] : unit_names) {
    if (!options.unit_holds && text_of(run, "unit") == name) options.unit = unit;
  }
  for (const auto& [order, name] : order_names) {
    if (!options.order && text_of(run, "date_order") == name) options.order = order;
  }
  const auto year = parse_count(text_of(run, "year"));
  if (!options.year && year) options.year = static_cast<int>(*year);
  const auto decimal = text_of(run, "decimal");
  if (!options.european && !decimal.empty()) options.european = decimal == "comma";
  for (const auto& flag : flags) {
    if (!text_of(run, flag.name).empty()) options.*flag.value = !flag.usual;
  }
}

std::optional<std::size_t> find_heading(const std::vector<std::string>& headings,
                                        std::string_view heading) {
  const auto found = std::find_if(headings.begin(), headings.end(), [&](const std::string& own) {
    return ingest::is_reject_heading(own, heading);
  });
  if (found == headings.end()) return {};
  return static_cast<std::size_t>(found - headings.begin());
}

/// Looks for the column in the rows as they come.
class RunSearch {
 public:
  RunSearch(Kind kind, ingest::Source& source, const std::string& file)
      : kind_(kind), source_(source), file_(file) {}

  std::optional<ingest::ImportRun> find() {
    source_.each([this](ingest::Row& row) { return take(row); });
    return std::move(found_);
  }

 private:
  bool take(const ingest::Row& row) {
    constexpr std::size_t enough = 30;
    if (!at_) {
      const auto* keys = source_.keys();
      at_ = find_heading(keys != nullptr ? *keys : row.cells, ingest::run_heading);
      if (keys == nullptr || !at_) return at_ || ++others_ < enough;
    }
    if (*at_ >= row.cells.size() || row.cells[*at_].empty() || row.cells[*at_] == text_)
      return true;
    text_ = row.cells[*at_];
    auto run = ingest::read_rejected_by(text_)->run;
    check(row, run);
    found_ = std::move(run);
    return true;
  }

  void check(const ingest::Row& row, const ingest::ImportRun& run) const {
    const auto at = text::visible(file_) + ":" + std::to_string(row.line);
    if (found_ && *found_ != run) {
      throw Error(ErrorKind::refused,
                  say("{}: this row was refused in another import than those above it, which read "
                      "its rows in another way: part them into files of their own",
                      at));
    }
    const auto kind = text_of(run, "kind");
    if (kind != identifier(kind_)) {
      throw Error(
          ErrorKind::usage,
          say("{}: these rows were refused as {}: import them as such", at, text::visible(kind)));
    }
  }

  Kind kind_;
  ingest::Source& source_;
  const std::string& file_;
  std::optional<std::size_t> at_;
  std::size_t others_ = 0;
  std::string text_;
  std::optional<ingest::ImportRun> found_;
};

}  // namespace

ingest::ImportRun run_of(Kind kind, const ImportOptions& options, const Survey& survey) {
  ingest::ImportRun run = {{"kind", {std::string(identifier(kind))}},
                           {"key", options.key},
                           {"titles", survey.titles},
                           {"map", {}},
                           {"default", {}}};
  for (const auto& [heading, field, unit] : options.map) {
    for (const auto& text : {heading, field, unit}) run["map"].push_back(text);
  }
  for (const auto& text : columns_of(kind, options.map, survey)) run["map"].push_back(text);
  for (const auto& [field, value] : options.defaults) {
    for (const auto& text : {field, value}) run["default"].push_back(text);
  }
  for (const auto& [unit, name] : unit_names) {
    if (options.unit == unit) run["unit"] = {name};
  }
  for (const auto& [order, name] : order_names) {
    if (options.order == order) run["date_order"] = {name};
  }
  if (options.year) run["year"] = {std::to_string(*options.year)};
  if (const auto decimal = decimal_of(options, survey); !decimal.empty())
    run["decimal"] = {decimal};
  for (const auto& flag : flags) {
    if (options.*flag.value != flag.usual) run[flag.name] = {"yes"};
  }
  std::erase_if(run, [](const auto& entry) { return entry.second.empty(); });
  return run;
}

bool take_run(Kind kind, ingest::Source& source, const std::string& file, ImportOptions& options) {
  const auto run = RunSearch(kind, source, file).find();
  if (run) complete(*run, options);
  return run.has_value();
}

RejectMarks::RejectMarks(const std::vector<std::string>& headings)
    : reason_at_(find_heading(headings, ingest::reason_heading)),
      run_at_(find_heading(headings, ingest::run_heading)) {
  for (const auto& heading : headings) is_mark_.push_back(ingest::is_reject_heading(heading));
}

bool RejectMarks::take(const std::vector<std::string>& cells) {
  const auto cell_at = [&](const std::optional<std::size_t>& column) {
    return column && *column < cells.size() ? cells[*column] : std::string();
  };
  const auto cell = cell_at(run_at_);
  if (!cell.empty()) {
    reason_ = cell_at(reason_at_);
    unmended_ = ingest::read_rejected_by(cell)->mark;
  }
  bool is_marked = false;
  for (std::size_t column = 0; column < cells.size(); ++column) {
    if (cells[column].empty()) continue;
    if (!is_mark(column)) return false;
    is_marked = true;
  }
  return is_marked;
}

std::string RejectMarks::standing_reason(const std::vector<std::string>& cells) {
  const auto unmended = std::exchange(unmended_, "");
  return !unmended.empty() && unmended == mark_of(cells) ? reason_ : "";
}

std::string RejectMarks::mark_of(const std::vector<std::string>& cells) const {
  constexpr std::size_t enough = 16;
  std::string text;
  std::size_t end = 0;
  for (std::size_t column = 0; column < cells.size(); ++column) {
    if (is_mark(column)) continue;
    text += cells[column];
    if (!cells[column].empty()) end = text.size();
    text += '\x1f';
  }
  store::Digest digest;
  digest.add_bytes(std::string_view(text).substr(0, end));
  return digest.hex().substr(0, enough);
}

}  // namespace leadbook::service
