#include "leadbook/present/bulletin/bulletin.hpp"

#include <algorithm>

#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"
#include "present/bulletin/parts.hpp"

namespace leadbook::present {

std::optional<BulletinForm> bulletin_form_of_file(std::string_view path) {
  const auto dot = path.rfind('.');
  if (dot == std::string_view::npos) return {};
  const auto extension = text::fold(path.substr(dot + 1));
  if (extension == "txt") return BulletinForm::text;
  if (extension == "htm") return BulletinForm::html;
  for (const auto& word : words<BulletinForm>()) {
    if (word.identifier == extension) return word.value;
  }
  return {};
}

void render(std::ostream& out, const Bulletin& bulletin, BulletinForm form, const Style& style) {
  switch (form) {
    case BulletinForm::text:
      return write_bulletin_text(out, bulletin, style);
    case BulletinForm::md:
      return write_bulletin_markdown(out, bulletin);
    case BulletinForm::json:
      return write_bulletin_json(out, bulletin);
    case BulletinForm::html:
      return write_bulletin_html(out, bulletin);
    case BulletinForm::docx:
      return write_bulletin_docx(out, bulletin);
    case BulletinForm::xlsx:
      return write_bulletin_xlsx(out, bulletin);
    case BulletinForm::svg:
      return write_bulletin_svg(out, bulletin);
  }
}

std::string numbered_heading(const Bulletin& bulletin, std::size_t place) {
  static constexpr const char* numerals[] = {
      "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四"};
  const auto& heading = bulletin.sections[place].heading;
  if (language() == Language::english) return std::to_string(place + 1) + ". " + heading;
  const auto numeral =
      place < std::size(numerals) ? std::string(numerals[place]) : std::to_string(place + 1);
  return numeral + "、" + heading;
}

std::string attachment_name(std::size_t place) { return say("Attachment {}", place + 1); }

int bar_length(const Bulletin& bulletin,
               const BulletinTable& table,
               std::size_t row,
               std::size_t column) {
  const auto value = [&](const std::vector<BulletinCell>& cells) -> std::int64_t {
    const auto& fact = cells[column].fact;
    return fact ? bulletin.facts[*fact].value.value_or(0) : 0;
  };
  std::int64_t most = 0;
  for (const auto& cells : table.rows) most = std::max(most, value(cells));
  const auto own = value(table.rows[row]);
  if (most <= 0 || own <= 0) return 0;
  return std::max(1, static_cast<int>(static_cast<double>(own) / static_cast<double>(most) * 1000));
}

Table listing_of(const BulletinTable& table) {
  Table listing;
  listing.key = table.key;
  listing.title = table.title;
  listing.notes = table.notes;
  for (const auto& column : table.columns) {
    listing.columns.push_back(
        {column.heading, column.key, column.is_number ? Align::right : Align::left});
  }
  const auto cells_of = [](const std::vector<BulletinCell>& row) {
    std::vector<Cell> cells;
    for (const auto& cell : row) cells.emplace_back(cell.text);
    return cells;
  };
  for (const auto& row : table.rows) listing.rows.push_back(cells_of(row));
  if (!table.total.empty()) listing.total = cells_of(table.total);
  return listing;
}

}  // namespace leadbook::present

namespace leadbook {

template <>
std::span<const Word<present::BulletinForm>> words<present::BulletinForm>() {
  using present::BulletinForm;
  static constexpr Word<BulletinForm> table[] = {
      {BulletinForm::text, "text", "Text", "文本", "txt"},
      {BulletinForm::md, "md", "Markdown", "Markdown", "markdown"},
      {BulletinForm::json, "json", "JSON", "JSON"},
      {BulletinForm::html, "html", "HTML", "网页", "htm"},
      {BulletinForm::docx, "docx", "Word document", "Word文档", "word"},
      {BulletinForm::xlsx, "xlsx", "Workbook", "工作簿", "excel"},
      {BulletinForm::svg, "svg", "Picture", "图片", "picture"},
  };
  return table;
}

}  // namespace leadbook
