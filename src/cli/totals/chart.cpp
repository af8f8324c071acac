#include "cli/totals/chart.hpp"

#include "leadbook/domain/error.hpp"
#include "leadbook/present/text/bars.hpp"
#include "leadbook/present/text/svg_bars.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

std::optional<std::int64_t> number_in(const present::Cell& cell) {
  if (const auto* number = std::get_if<std::int64_t>(&cell.value)) return *number;
  if (const auto* amount = std::get_if<Amount>(&cell.value)) return amount->money.minor;
  if (const auto* decimal = std::get_if<present::Decimal>(&cell.value)) return decimal->minor;
  return {};
}

std::vector<present::Bar> bars_of(present::Table table,
                                  const std::string& labels,
                                  const std::string& value,
                                  const present::AmountLook& unit) {
  choose_columns(table, labels.empty() ? value : labels + "," + value);
  std::vector<present::Bar> bars;
  for (const auto& row : table.rows) {
    present::Bar bar;
    for (std::size_t column = 0; column + 1 < row.size(); ++column) {
      const auto text = present::display_text(row[column], unit);
      bar.label += (bar.label.empty() || text.empty() ? "" : " ") + text;
    }
    bar.text = present::display_text(row.back(), unit);
    bar.value = number_in(row.back());
    bars.push_back(std::move(bar));
  }
  return bars;
}

/// The drawing of the rows that will be shown.
std::string drawing_of(Env& env,
                       present::Table table,
                       const std::string& labels,
                       const std::string& value) {
  sort_rows(table, env.output().sort);
  limit_rows(table, env.output().limit);
  auto look = style_of(env).unit;
  look.unit_said = look.is_scaled() && !table.title.empty();
  const auto title = table.title;
  return present::draw_svg_bars(bars_of(std::move(table), labels, value, look), title);
}

/// Whether the terminal shows more than ASCII.
bool draws_blocks(const World& world) {
  if (variable(world, "TERM") == "dumb") return false;
  for (const auto* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    const auto locale = text::fold(variable(world, name));
    if (locale.empty()) continue;
    return locale.find("utf-8") != std::string::npos || locale.find("utf8") != std::string::npos;
  }
  return true;
}

}  // namespace

void print_with_bars(Env& env,
                     present::Table table,
                     const std::string& labels,
                     const std::string& value) {
  const auto style = style_of(env);
  if (style.format == present::Format::html && !table.rows.empty()) {
    table.drawing = drawing_of(env, table, labels, value);
  }
  if (style.format == present::Format::xlsx) table.chart = {labels, value};
  if (style.format != present::Format::text || table.rows.empty()) {
    print(env, std::move(table));
    return;
  }
  sort_rows(table, env.output().sort);
  limit_rows(table, env.output().limit);
  const auto bars = bars_of(table, labels, value, style.unit);
  choose_columns(table, env.output().columns);
  auto notes = std::exchange(table.notes, {});
  for (auto& note : env.book().moment_notes()) notes.push_back(std::move(note));
  env.db().end_reading();
  write_output(env, [&](std::ostream& out) {
    present::render(out, table, style);
    out << '\n' << present::draw_bars(bars, style.width, draws_blocks(env.world()));
    if (!notes.empty()) out << '\n';
    for (const auto& note : notes) {
      const auto visible = text::visible(note);
      if (style.width == 0) {
        out << visible << '\n';
        continue;
      }
      for (const auto& line : text::wrap(visible, style.width)) out << line << '\n';
    }
  });
}

}  // namespace leadbook::cli
