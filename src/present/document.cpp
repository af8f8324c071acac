#include "leadbook/present/document.hpp"

#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"
#include "present/bulletin/word_document.hpp"
#include "present/renderers.hpp"

namespace leadbook::present {
namespace {

/// Chinese reports count their chapters with numerals of their own.
std::string chapter(std::size_t number) {
  static constexpr const char* numerals[] = {
      "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
  if (language() == Language::english) return "";
  if (number > std::size(numerals)) return std::to_string(number) + "、";
  return std::string(numerals[number - 1]) + "、";
}

/// Calls `write` with each block and its number among those of its kind: chapters through the
/// document, items behind their heading.
template <class Write>
void each_numbered(const Document& document, const Write& write) {
  std::size_t chapters = 0;
  std::size_t items = 0;
  for (const auto& block : document.blocks) {
    if (block.kind == Block::Kind::heading) items = 0;
    const auto number = block.kind == Block::Kind::heading ? ++chapters
                        : block.kind == Block::Kind::item  ? ++items
                                                           : 0;
    write(block, number);
  }
}

/// A block behind its number, as text and Markdown have it: "二、洽谈", "3. 华凯集团".
std::string numbered(const Block& block, std::size_t number, std::string text) {
  switch (block.kind) {
    case Block::Kind::heading:
      return chapter(number) + text;
    case Block::Kind::paragraph:
      return text;
    case Block::Kind::item:
      return std::to_string(number) + ". " + text;
  }
  return text;
}

void render_text(std::ostream& out, const Document& document, const Style& style) {
  out << emphasize(text::visible(document.title), style) << '\n';
  each_numbered(document, [&](const Block& block, std::size_t number) {
    const auto line = numbered(block, number, text::visible(block.text));
    const bool is_heading = block.kind == Block::Kind::heading;
    out << (is_heading ? "\n" + emphasize(line, style) : line) << '\n';
  });
}

void render_markdown(std::ostream& out, const Document& document) {
  out << "# " << markdown_line(document.title) << '\n';
  bool in_list = false;
  each_numbered(document, [&](const Block& block, std::size_t number) {
    const bool is_item = block.kind == Block::Kind::item;
    if (!is_item || !in_list) out << '\n';
    in_list = is_item;
    out << (block.kind == Block::Kind::heading ? "## " : "")
        << numbered(block, number, markdown_line(block.text)) << '\n';
  });
}

void render_html(std::ostream& out, const Document& document) {
  out << html_page_start(document.title) << "<h1>" << html_text(document.title) << "</h1>\n";
  bool in_list = false;
  // A paragraph between items ends their list; the next goes on counting.
  const auto end_list = [&](bool is_item, std::size_t number) {
    if (in_list && !is_item) out << "</ol>\n";
    if (!in_list && is_item) out << "<ol start=\"" << number << "\">\n";
    in_list = is_item;
  };
  each_numbered(document, [&](const Block& block, std::size_t number) {
    end_list(block.kind == Block::Kind::item, number);
    switch (block.kind) {
      case Block::Kind::heading:
        out << "<h2>" << html_text(chapter(number) + block.text) << "</h2>\n";
        break;
      case Block::Kind::paragraph:
        out << "<p>" << html_text(block.text) << "</p>\n";
        break;
      case Block::Kind::item:
        out << "<li>" << html_text(block.text) << "</li>\n";
        break;
    }
  });
  end_list(false, 0);
  out << html_page_end;
}

std::string kind_text(Block::Kind kind) {
  switch (kind) {
    case Block::Kind::heading:
      return "heading";
    case Block::Kind::paragraph:
      return "paragraph";
    case Block::Kind::item:
      return "item";
  }
  return "";
}

Table table_of(const Document& document) {
  Table table;
  table.key = "blocks";
  table.columns = {{say("Kind"), "kind"}, {say("Text"), "text"}};
  table.rows.push_back({"title", document.title});
  for (const auto& block : document.blocks) {
    table.rows.push_back({kind_text(block.kind), block.text});
  }
  return table;
}

}  // namespace

void render(std::ostream& out, const Document& document, const Style& style) {
  switch (style.format) {
    case Format::text:
      return render_text(out, document, style);
    case Format::md:
      return render_markdown(out, document);
    case Format::html:
      return render_html(out, document);
    case Format::csv:
    case Format::tsv:
    case Format::json:
    case Format::jsonl:
    case Format::xlsx:
      return render(out, table_of(document), style);
  }
}

void render_docx(std::ostream& out, const Document& document) {
  WordDocument made;
  made.add_title(document.title, "");
  each_numbered(document, [&](const Block& block, std::size_t number) {
    const auto line = numbered(block, number, block.text);
    if (block.kind == Block::Kind::heading) {
      made.add_heading(line);
    } else {
      made.add_paragraph(line);
    }
  });
  out << made.finish(document.title);
}

}  // namespace leadbook::present
