// A report in prose: a title, headings, paragraphs and lists.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "leadbook/present/style.hpp"

namespace leadbook::present {

struct Block {
  enum class Kind { heading, paragraph, item };

  Kind kind = Kind::paragraph;
  std::string text;
};

struct Document {
  std::string title;
  std::vector<Block> blocks;

  void add_heading(std::string text) { blocks.push_back({Block::Kind::heading, std::move(text)}); }
  void add_paragraph(std::string text) { blocks.push_back({Block::Kind::paragraph, std::move(text)}); }
  void add_item(std::string text) { blocks.push_back({Block::Kind::item, std::move(text)}); }
};

/// Text is not broken into lines, so that it can be pasted anywhere; items are numbered from 1
/// behind each heading. The formats of tables have a row for each block, with its kind.
void render(std::ostream& out, const Document& document, const Style& style);

/// As a document that an office hands in (.docx).
void render_docx(std::ostream& out, const Document& document);

}  // namespace leadbook::present
