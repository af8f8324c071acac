// A bulletin as a document that an office hands in.
#include <algorithm>

#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"
#include "present/bulletin/parts.hpp"
#include "present/bulletin/word_document.hpp"

namespace leadbook::present {
namespace {

WordTable word_table(const BulletinTable& table) {
  WordTable made;
  made.title = table.title;
  constexpr std::size_t narrowest = 5;
  constexpr std::size_t widest_number = 10;
  constexpr std::size_t widest_text = 24;
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    const auto& one = table.columns[column];
    // A heading may have two lines, what stands below a number none.
    auto width = std::max(narrowest, (text::display_width(one.heading) + 1) / 2 + 1);
    for (const auto& row : table.rows) {
      width = std::max(width, text::display_width(row[column].text));
    }
    if (!table.total.empty()) {
      width = std::max(width, text::display_width(table.total[column].text));
    }
    width = std::min(width, one.is_number ? widest_number : widest_text);
    made.columns.push_back({one.heading, one.is_number, static_cast<int>(width) + 1});
  }
  const auto texts = [](const std::vector<BulletinCell>& row) {
    std::vector<std::string> cells;
    for (const auto& cell : row) cells.push_back(cell.text);
    return cells;
  };
  for (const auto& row : table.rows) made.rows.push_back(texts(row));
  if (!table.total.empty()) {
    made.rows.push_back(texts(table.total));
    made.has_total = true;
  }
  return made;
}

bool needs_landscape(const BulletinTable& table) {
  constexpr std::size_t most_columns = 8;
  return table.columns.size() > most_columns;
}

}  // namespace

void write_bulletin_docx(std::ostream& out, const Bulletin& bulletin) {
  WordDocument document;
  document.add_title(bulletin.title_place, bulletin.title_matter);
  for (const auto& paragraph : bulletin.opening) document.add_paragraph(paragraph.text);
  for (std::size_t place = 0; place < bulletin.sections.size(); ++place) {
    document.add_heading(numbered_heading(bulletin, place));
    for (const auto& paragraph : bulletin.sections[place].paragraphs) {
      document.add_paragraph(paragraph.text);
    }
    for (const auto& table : bulletin.sections[place].tables) document.add_table(word_table(table));
  }
  for (const auto& note : bulletin.notes) document.add_note(say("Notes: {}", note.text));
  std::vector<std::string> titles;
  for (const auto& table : bulletin.attachments) titles.push_back(table.title);
  document.add_attachment_list(titles);
  document.add_signature(bulletin.sender, bulletin.date);
  for (std::size_t place = 0; place < bulletin.attachments.size(); ++place) {
    const auto& table = bulletin.attachments[place];
    document.begin_attachment(attachment_name(place), needs_landscape(table));
    document.add_table(word_table(table));
  }
  out << document.finish(bulletin.title());
}

}  // namespace leadbook::present
