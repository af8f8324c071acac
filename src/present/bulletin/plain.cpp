// A bulletin as text, as Markdown and as JSON.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"
#include "present/bulletin/parts.hpp"
#include "present/renderers.hpp"

namespace leadbook::present {
namespace {

using Json = nlohmann::ordered_json;

/// The first line of a Chinese paragraph is set in by two characters.
std::string indent() { return std::string(choose("", "　　")); }

void write_paragraph(std::ostream& out, const std::string& text, const Style& style) {
  out << wrap_lines(indent() + text::visible(text), style.width);
}

std::size_t column_width(const Table& table, std::size_t column) {
  auto width = text::display_width(table.columns[column].heading);
  const auto widen = [&](const std::vector<Cell>& row) {
    width = std::max(width, text::display_width(display_text(row[column], AmountUnit::yuan)));
  };
  for (const auto& row : table.rows) widen(row);
  if (table.total) widen(*table.total);
  // Text is broken into lines where it must be, numbers are not.
  constexpr std::size_t longest_text = 10;
  return table.columns[column].align == Align::left ? std::min(width, longest_text) : width;
}

/// The columns of a table that is wider than the screen, in pieces of which each begins with those
/// up to the one that names its rows.
std::vector<std::vector<std::size_t>> pieces_of(const Table& table, std::size_t screen) {
  std::vector<std::size_t> naming;
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    naming.push_back(column);
    if (table.columns[column].align == Align::left) break;
  }
  std::size_t named = 0;
  for (const auto column : naming) named += column_width(table, column) + 2;
  std::vector<std::vector<std::size_t>> pieces = {naming};
  auto used = named;
  for (auto column = naming.size(); column < table.columns.size(); ++column) {
    const auto width = column_width(table, column) + 2;
    if (screen != 0 && used + width > screen + 2 && pieces.back().size() > naming.size()) {
      pieces.push_back(naming);
      used = named;
    }
    pieces.back().push_back(column);
    used += width;
  }
  return pieces;
}

void write_listing(std::ostream& out, const BulletinTable& table, const Style& style) {
  const auto whole = listing_of(table);
  const auto pieces = pieces_of(whole, style.width);
  for (std::size_t place = 0; place < pieces.size(); ++place) {
    Table piece;
    piece.key = whole.key;
    piece.title = place == 0 ? whole.title : say("{} (continued)", whole.title);
    const auto chosen = [&](const auto& row) {
      std::decay_t<decltype(row)> cells;
      for (const auto column : pieces[place]) cells.push_back(row[column]);
      return cells;
    };
    piece.columns = chosen(whole.columns);
    for (const auto& row : whole.rows) piece.rows.push_back(chosen(row));
    if (whole.total) piece.total = chosen(*whole.total);
    if (place > 0) out << '\n';
    render(out, piece, style);
  }
}

void write_title(std::ostream& out, const Bulletin& bulletin, const Style& style) {
  const auto title = text::visible(bulletin.title());
  const auto width = text::display_width(title);
  const auto before = style.width > width ? (style.width - width) / 2 : 0;
  out << std::string(before, ' ') << emphasize(title, style) << "\n\n";
}

void write_signature(std::ostream& out, const Bulletin& bulletin, const Style& style) {
  if (bulletin.sender.empty()) return;
  out << '\n';
  for (const auto& line : {bulletin.sender, bulletin.date}) {
    const auto width = text::display_width(line) + 8;
    out << (style.width > width ? std::string(style.width - width, ' ') : "") << text::visible(line)
        << '\n';
  }
}

std::string escaped_markdown(const std::string& text) {
  std::string escaped;
  for (const char byte : text::visible(text)) {
    if (std::string_view("\\`*_[]<>|#").find(byte) != std::string_view::npos) escaped += '\\';
    escaped += byte;
  }
  return escaped;
}

Json references(const std::vector<Reference>& records) {
  auto array = Json::array();
  for (const auto& record : records) array.push_back(reference_text(record));
  return array;
}

Json number(const std::optional<std::int64_t>& value) { return value ? Json(*value) : Json(); }

Json value_object(const IndicatorValue& value) {
  return {{"value", number(value.value)},
          {"counted", value.counted},
          {"known", value.known},
          {"records", references(value.records)}};
}

Json indicator_object(const Indicator& one) {
  return {{"indicator", identifier(one.measure)},
          {"unit",
           unit_of(one.measure) == MeasureUnit::money ? identifier(FactUnit::money)
                                                      : identifier(FactUnit::count)},
          {"period", value_object(one.period)},
          {"ytd", value_object(one.ytd)},
          {"base",
           {{"previous",
             {{"state", identifier(one.previous_base)}, {"value", number(one.previous.value)}}},
            {"last_year",
             {{"state", identifier(one.last_year_base)}, {"value", number(one.last_year.value)}}},
            {"ytd_last_year",
             {{"state", identifier(one.ytd_base)}, {"value", number(one.ytd_last_year.value)}}}}},
          {"target", number(one.target)},
          {"completion", number(one.completion)},
          {"planned", number(one.planned)},
          {"pace", number(one.pace)}};
}

Json fact_object(const Fact& fact) {
  return {{"id", fact.id},
          {"unit", identifier(fact.unit)},
          {"value", number(fact.value)},
          {"counted", fact.counted},
          {"known", fact.known},
          {"printed", fact.printed},
          {"records", references(fact.records)}};
}

Json paragraph_objects(const Bulletin& bulletin, const std::vector<BulletinParagraph>& paragraphs) {
  auto array = Json::array();
  for (const auto& paragraph : paragraphs) {
    auto facts = Json::array();
    for (const auto fact : paragraph.facts) facts.push_back(bulletin.facts[fact].id);
    array.push_back({{"text", paragraph.text}, {"facts", facts}, {"names", paragraph.names}});
  }
  return array;
}

Json row_array(const Bulletin& bulletin,
               const BulletinTable& table,
               const std::vector<BulletinCell>& row) {
  auto object = Json::object();
  for (std::size_t column = 0; column < row.size(); ++column) {
    const auto& cell = row[column];
    object[table.columns[column].key] = cell.fact ? number(bulletin.facts[*cell.fact].value)
                                        : cell.text.empty() ? Json()
                                                            : Json(cell.text);
  }
  return object;
}

Json table_objects(const Bulletin& bulletin, const std::vector<BulletinTable>& tables) {
  auto array = Json::array();
  for (const auto& table : tables) {
    auto rows = Json::array();
    for (const auto& row : table.rows) rows.push_back(row_array(bulletin, table, row));
    array.push_back(
        {{"key", table.key},
         {"title", table.title},
         {"rows", std::move(rows)},
         {"total", table.total.empty() ? Json() : row_array(bulletin, table, table.total)}});
  }
  return array;
}

}  // namespace

void write_bulletin_text(std::ostream& out, const Bulletin& bulletin, const Style& style) {
  write_title(out, bulletin, style);
  for (const auto& paragraph : bulletin.opening) write_paragraph(out, paragraph.text, style);
  for (std::size_t place = 0; place < bulletin.sections.size(); ++place) {
    const auto& section = bulletin.sections[place];
    out << '\n'
        << indent() << emphasize(text::visible(numbered_heading(bulletin, place)), style) << '\n';
    for (const auto& paragraph : section.paragraphs) write_paragraph(out, paragraph.text, style);
    for (const auto& table : section.tables) {
      out << '\n';
      write_listing(out, table, style);
    }
  }
  if (!bulletin.notes.empty()) out << '\n';
  for (const auto& note : bulletin.notes) {
    out << wrap_lines(say("Notes: {}", text::visible(note.text)), style.width);
  }
  write_signature(out, bulletin, style);
  for (std::size_t place = 0; place < bulletin.attachments.size(); ++place) {
    out << '\n' << emphasize(attachment_name(place), style) << '\n';
    write_listing(out, bulletin.attachments[place], style);
  }
}

void write_bulletin_markdown(std::ostream& out, const Bulletin& bulletin) {
  Style style;
  style.format = Format::md;
  out << "# " << escaped_markdown(bulletin.title()) << "\n\n";
  // A title of a table is no heading here: it stands below one.
  const auto listing = [&](const BulletinTable& table) {
    auto made = listing_of(table);
    out << "**" << escaped_markdown(std::exchange(made.title, "")) << "**\n\n";
    render(out, made, style);
    out << '\n';
  };
  const auto paragraphs = [&](const std::vector<BulletinParagraph>& all) {
    for (const auto& paragraph : all) out << escaped_markdown(paragraph.text) << "\n\n";
  };
  paragraphs(bulletin.opening);
  for (std::size_t place = 0; place < bulletin.sections.size(); ++place) {
    out << "## " << escaped_markdown(numbered_heading(bulletin, place)) << "\n\n";
    paragraphs(bulletin.sections[place].paragraphs);
    for (const auto& table : bulletin.sections[place].tables) listing(table);
  }
  for (const auto& note : bulletin.notes)
    out << escaped_markdown(say("Notes: {}", note.text)) << "\n\n";
  if (!bulletin.sender.empty()) {
    out << escaped_markdown(bulletin.sender) << "  \n" << bulletin.date << "\n\n";
  }
  for (std::size_t place = 0; place < bulletin.attachments.size(); ++place) {
    out << "## " << attachment_name(place) << "\n\n";
    listing(bulletin.attachments[place]);
  }
}

void write_bulletin_json(std::ostream& out, const Bulletin& bulletin) {
  auto indicators = Json::array();
  for (const auto& one : bulletin.indicators) indicators.push_back(indicator_object(one));
  auto facts = Json::array();
  for (const auto& fact : bulletin.facts) facts.push_back(fact_object(fact));
  auto sections = Json::array();
  for (const auto& section : bulletin.sections) {
    sections.push_back({{"key", section.key},
                        {"heading", section.heading},
                        {"paragraphs", paragraph_objects(bulletin, section.paragraphs)},
                        {"tables", table_objects(bulletin, section.tables)}});
  }
  const Json object = {{"schema", 1},
                       {"kind", identifier(bulletin.kind)},
                       {"period", bulletin.period.text},
                       {"first", format_day(bulletin.period.first)},
                       {"last", format_day(bulletin.period.last)},
                       {"day", format_day(bulletin.day)},
                       {"area", bulletin.area},
                       {"title", bulletin.title()},
                       {"opening", paragraph_objects(bulletin, bulletin.opening)},
                       {"sections", std::move(sections)},
                       {"notes", paragraph_objects(bulletin, bulletin.notes)},
                       {"attachments", table_objects(bulletin, bulletin.attachments)},
                       {"indicators", std::move(indicators)},
                       {"facts", std::move(facts)}};
  out << object.dump(2) << '\n';
}

}  // namespace leadbook::present
