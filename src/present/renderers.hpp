// One function a format; each returns all of the output.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "leadbook/present/card.hpp"
#include "leadbook/present/table.hpp"

namespace leadbook::present {

std::string render_text(const Table& table, const Style& style);
std::string render_text(const Card& card, const Style& style);
std::string render_markdown(const Table& table, const Style& style);
std::string render_markdown(const Card& card, const Style& style);
std::string render_csv(const Table& table, const Style& style);
std::string render_tsv(const Table& table, const Style& style);
std::string render_json(const Table& table);
std::string render_json(const Card& card);
std::string render_jsonl(const Table& table);

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
