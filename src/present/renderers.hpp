// The writers of each format, and what they share.
#pragma once

#include <cstddef>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "leadbook/present/card.hpp"
#include "leadbook/present/row_writer.hpp"
#include "leadbook/present/table.hpp"

namespace leadbook::present {

std::unique_ptr<RowWriter> open_text(std::ostream& out, Table head, const Style& style);
std::unique_ptr<RowWriter> open_csv(std::ostream& out, const Table& head, const Style& style);
std::unique_ptr<RowWriter> open_tsv(std::ostream& out, const Table& head, const Style& style);
std::unique_ptr<RowWriter> open_json(std::ostream& out, Table head);
std::unique_ptr<RowWriter> open_jsonl(std::ostream& out, Table head);
std::unique_ptr<RowWriter> open_markdown(std::ostream& out, Table head, const Style& style);
std::unique_ptr<RowWriter> open_html(std::ostream& out, Table head, const Style& style);
std::unique_ptr<RowWriter> open_xlsx(std::ostream& out, Table head, const Style& style);

std::string render_text(const Card& card, const Style& style);
std::string render_markdown(const Card& card, const Style& style);
std::string render_json(const Card& card);
std::string render_html(const Card& card, const Style& style);

/// A page of HTML up to its first element, and from behind its last.
std::string html_page_start(std::string_view title);
inline constexpr std::string_view html_page_end = "</body>\n</html>\n";
/// Text in which nothing is taken for markup, its lines kept.
std::string html_text(std::string_view text);

/// One line of Markdown in which nothing is taken for markup, nor for the beginning of a heading,
/// quotation or list.
std::string markdown_line(std::string_view text);

/// The table but for its rows.
Table copy_head(const Table& table);

/// Whether any cell of a column, or its sum, is an amount.
bool holds_amounts(const Table& table, std::size_t column);

/// "Unit: 100 million yuan" / "单位：亿元", where it is said above the table; else "".
std::string unit_line(const Style& style);

/// Whether a cell is an amount of something, to be set flush right.
bool is_numeric(const Cell& cell);

/// The text of a fact; the parts of a record have a line each.
std::string fact_text(const Cell& value, const Style& style);

using LabelledText = std::pair<std::string, std::string>;

/// Lines of labels and their texts, the texts in a column of their own and wrapped to `width`
/// (0 is unlimited); where that leaves too little room, each below its label.
std::string lay_out_facts(const std::vector<LabelledText>& facts,
                          std::size_t gap,
                          std::size_t width);

/// The text with its newlines kept and all else made visible.
std::string visible_lines(std::string_view text);

/// The lines wrapped to `width` columns (0 is unlimited), each ended.
std::string wrap_lines(std::string_view text, std::size_t width);

/// In bold where the style has colour.
std::string emphasize(const std::string& text, const Style& style);

/// What a section still has to show.
bool is_empty(const Section& section);

}  // namespace leadbook::present
