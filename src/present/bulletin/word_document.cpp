#include "present/bulletin/word_document.hpp"

#include <algorithm>
#include <numeric>

#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"
#include "present/bulletin/package.hpp"

namespace leadbook::present {
namespace {

// Twentieths of a point. A page is A4 with 37 mm above, 35 below, 28 at the binding, 26 outside.
constexpr int page_width = 11906;
constexpr int page_height = 16838;
constexpr int above = 2098;
constexpr int below = 1984;
constexpr int binding = 1587;
constexpr int outside = 1474;

constexpr std::string_view declaration =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view word_space =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

std::string xml_text(const std::string& text) {
  std::string escaped;
  for (const char byte : text::visible(text)) {
    switch (byte) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      default:
        escaped += byte;
    }
  }
  return escaped;
}

std::string run(const std::string& text, std::string_view properties = "") {
  std::string made = "<w:r>";
  if (!properties.empty()) made.append("<w:rPr>").append(properties).append("</w:rPr>");
  return made + "<w:t xml:space=\"preserve\">" + xml_text(text) + "</w:t></w:r>";
}

std::string paragraph(std::string_view style, const std::string& runs, std::string_view more = "") {
  std::string made = "<w:p><w:pPr><w:pStyle w:val=\"";
  made.append(style).append("\"/>").append(more).append("</w:pPr>").append(runs).append("</w:p>");
  return made;
}

std::string section_properties(bool is_landscape) {
  const auto width = is_landscape ? page_height : page_width;
  const auto height = is_landscape ? page_width : page_height;
  // Turned by a quarter, the binding is above.
  const auto size = fmt::format("<w:pgSz w:w=\"{}\" w:h=\"{}\"{}/>",
                                width,
                                height,
                                is_landscape ? " w:orient=\"landscape\"" : "");
  const auto margins =
      is_landscape ? fmt::format(
                         "<w:pgMar w:top=\"{}\" w:right=\"{}\" w:bottom=\"{}\" w:left=\"{}\" "
                         "w:header=\"851\" w:footer=\"992\" w:gutter=\"0\"/>",
                         binding,
                         above,
                         outside,
                         below)
                   : fmt::format(
                         "<w:pgMar w:top=\"{}\" w:right=\"{}\" w:bottom=\"{}\" w:left=\"{}\" "
                         "w:header=\"851\" w:footer=\"1587\" w:gutter=\"0\"/>",
                         above,
                         outside,
                         below,
                         binding);
  return "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId3\"/>"
         "<w:footerReference w:type=\"even\" r:id=\"rId4\"/>" +
         size + margins + "<w:docGrid w:type=\"lines\" w:linePitch=\"579\"/></w:sectPr>";
}

std::string footer(std::string_view side) {
  // A field in one run is invisible in some programs: begin, text, separator, value and end.
  const std::string size = "<w:rPr><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/></w:rPr>";
  const auto field = [&](const std::string& inner) { return "<w:r>" + size + inner + "</w:r>"; };
  std::string made(declaration);
  made.append("<w:ftr ").append(word_space).append("><w:p><w:pPr><w:pStyle w:val=\"Footer\"/>");
  made.append("<w:ind w:left=\"280\" w:right=\"280\"/><w:jc w:val=\"")
      .append(side)
      .append("\"/></w:pPr>");
  made += field("<w:t xml:space=\"preserve\">— </w:t>") +
          field("<w:fldChar w:fldCharType=\"begin\"/>") +
          field("<w:instrText xml:space=\"preserve\"> PAGE </w:instrText>") +
          field("<w:fldChar w:fldCharType=\"separate\"/>") + field("<w:t>1</w:t>") +
          field("<w:fldChar w:fldCharType=\"end\"/>") +
          field("<w:t xml:space=\"preserve\"> —</w:t>");
  return made + "</w:p></w:ftr>";
}

std::string fonts(std::string_view east_asian) {
  return fmt::format(
      "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"{}\" "
      "w:cs=\"Times New Roman\"/>",
      east_asian);
}

std::string style(std::string_view id,
                  std::string_view name,
                  const std::string& paragraph_properties,
                  const std::string& run_properties,
                  std::string_view based_on = "Normal") {
  return fmt::format(
      "<w:style w:type=\"paragraph\" w:styleId=\"{0}\"><w:name w:val=\"{1}\"/>{2}<w:qFormat/>"
      "<w:pPr>{3}</w:pPr><w:rPr>{4}</w:rPr></w:style>",
      id,
      name,
      based_on.empty() ? "" : fmt::format("<w:basedOn w:val=\"{}\"/>", based_on),
      paragraph_properties,
      run_properties);
}

std::string size(int half_points) {
  return fmt::format("<w:sz w:val=\"{0}\"/><w:szCs w:val=\"{0}\"/>", half_points);
}

std::string styles() {
  const std::string line =
      "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"579\" w:lineRule=\"exact\"/>";
  const std::string small_line =
      "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"320\" w:lineRule=\"exact\"/>";
  const bool chinese = language() == Language::chinese;
  const std::string indent =
      chinese ? "<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>" : std::string();
  std::string made(declaration);
  made.append("<w:styles ").append(word_space).append("><w:docDefaults><w:rPrDefault><w:rPr>");
  made += fonts("仿宋_GB2312") + "<w:spacing w:val=\"-5\"/>" + size(32) +
          fmt::format(
              "<w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:rPr></w:rPrDefault>"
              "<w:pPrDefault/></w:docDefaults>");
  made +=
      "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name "
      "w:val=\"Normal\"/><w:qFormat/><w:pPr>" +
      line + "<w:jc w:val=\"both\"/></w:pPr></w:style>";
  made += style("Title",
                "Title",
                "<w:keepNext/><w:spacing w:before=\"0\" w:after=\"579\" w:line=\"660\" "
                "w:lineRule=\"exact\"/><w:jc w:val=\"center\"/>",
                fonts("方正小标宋简体") + size(44));
  made += style("BodyText", "Body Text", indent, "");
  made += style("Heading1",
                "heading 1",
                "<w:keepNext/>" + indent + "<w:outlineLvl w:val=\"0\"/>",
                fonts("黑体"));
  made += style("Note", "Note", small_line + indent, size(24));
  made += style("Caption",
                "caption",
                "<w:keepNext/><w:spacing w:before=\"160\" w:after=\"80\" w:line=\"400\" "
                "w:lineRule=\"exact\"/><w:jc w:val=\"center\"/>",
                fonts("黑体") + size(28));
  // Rows of a table are not set on the lines of the text.
  const std::string off_lines = "<w:snapToGrid w:val=\"0\"/>" + small_line;
  made += style("Cell", "Table Text", off_lines + "<w:jc w:val=\"left\"/>", size(21));
  made += style("HeadCell",
                "Table Heading",
                "<w:keepNext/>" + off_lines + "<w:jc w:val=\"center\"/>",
                fonts("黑体") + size(21));
  made += style("Attachment", "Attachment", "<w:keepNext/>", fonts("黑体"));
  made += style("Signature",
                "Signature",
                "<w:keepNext/><w:keepLines/><w:ind w:rightChars=\"400\" w:right=\"1280\"/><w:jc "
                "w:val=\"right\"/>",
                "");
  made += style("Footer", "footer", "", fonts("宋体") + size(28));
  return made + "</w:styles>";
}

std::string table_cell(const std::string& text, int width, bool is_head, bool is_number) {
  return fmt::format(
             "<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/><w:vAlign w:val=\"center\"/>"
             "</w:tcPr>",
             width) +
         paragraph(is_head ? "HeadCell" : "Cell",
                   text.empty() ? std::string() : run(text),
                   is_number && !is_head ? "<w:jc w:val=\"right\"/>" : "") +
         "</w:tc>";
}

std::vector<int> column_widths(const WordTable& table, int all) {
  int weights = 0;
  for (const auto& column : table.columns) weights += column.weight;
  std::vector<int> widths;
  int used = 0;
  for (const auto& column : table.columns) {
    widths.push_back(all * column.weight / std::max(1, weights));
    used += widths.back();
  }
  if (!widths.empty()) widths.back() += all - used;
  return widths;
}

constexpr std::string_view content_types =
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
    "<Default Extension=\"rels\" "
    "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    "<Override PartName=\"/word/document.xml\" ContentType=\"application/"
    "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
    "<Override PartName=\"/word/styles.xml\" ContentType=\"application/"
    "vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>"
    "<Override PartName=\"/word/settings.xml\" ContentType=\"application/"
    "vnd.openxmlformats-officedocument.wordprocessingml.settings+xml\"/>"
    "<Override PartName=\"/word/footer1.xml\" ContentType=\"application/"
    "vnd.openxmlformats-officedocument.wordprocessingml.footer+xml\"/>"
    "<Override PartName=\"/word/footer2.xml\" ContentType=\"application/"
    "vnd.openxmlformats-officedocument.wordprocessingml.footer+xml\"/>"
    "<Override PartName=\"/docProps/core.xml\" "
    "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>";

constexpr std::string_view package_relations =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
    "relationships/officeDocument\" Target=\"word/document.xml\"/>"
    "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/"
    "relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>";

constexpr std::string_view document_relations =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
    "relationships/styles\" Target=\"styles.xml\"/>"
    "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
    "relationships/settings\" Target=\"settings.xml\"/>"
    "<Relationship Id=\"rId3\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
    "relationships/footer\" Target=\"footer1.xml\"/>"
    "<Relationship Id=\"rId4\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
    "relationships/footer\" Target=\"footer2.xml\"/></Relationships>";

std::string settings() {
  std::string made(declaration);
  made.append("<w:settings ").append(word_space);
  return made +
         "><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"420\"/><w:evenAndOddHeaders/>"
         "<w:characterSpacingControl w:val=\"compressPunctuation\"/><w:compat><w:compatSetting "
         "w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" "
         "w:val=\"15\"/></w:compat></w:settings>";
}

std::string core_properties(const std::string& title) {
  std::string made(declaration);
  made +=
      "<cp:coreProperties "
      "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
      "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>";
  return made + xml_text(title) + "</dc:title></cp:coreProperties>";
}

}  // namespace

void WordDocument::add_title(const std::string& first, const std::string& second) {
  // Twenty Han of this size fill a line; digits are not half as wide.
  constexpr std::size_t line = 36;
  const bool is_long = !second.empty() && text::display_width(first + second) > line;
  body_ += paragraph(
      "Title", is_long ? run(first) + "<w:r><w:br/></w:r>" + run(second) : run(first + second));
}

void WordDocument::add_heading(const std::string& text) {
  body_ += paragraph("Heading1", run(text));
}

void WordDocument::add_paragraph(const std::string& text) {
  body_ += paragraph("BodyText", run(text));
}

void WordDocument::add_note(const std::string& text) { body_ += paragraph("Note", run(text)); }

void WordDocument::add_table(const WordTable& table) {
  const auto all = is_landscape_ ? page_height - above - below : page_width - binding - outside;
  const auto widths = column_widths(table, all);
  body_ += paragraph("Caption", run(table.title));
  const auto line = [](std::string_view side, int width) {
    return fmt::format(
        "<w:{} w:val=\"single\" w:sz=\"{}\" w:space=\"0\" w:color=\"000000\"/>", side, width);
  };
  body_ += fmt::format(
               "<w:tbl><w:tblPr><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:jc w:val=\"center\"/>"
               "<w:tblBorders>",
               all) +
           line("top", 8) + line("left", 4) + line("bottom", 8) + line("right", 4) +
           line("insideH", 4) + line("insideV", 4) +
           "</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"57\" "
           "w:type=\"dxa\"/><w:right w:w=\"57\" w:type=\"dxa\"/></w:tblCellMar>" +
           fmt::format("<w:tblCaption w:val=\"{}\"/>", xml_text(table.title)) +
           "</w:tblPr><w:tblGrid>";
  for (const auto width : widths) body_ += fmt::format("<w:gridCol w:w=\"{}\"/>", width);
  body_ += "</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>";
  for (std::size_t column = 0; column < widths.size(); ++column) {
    body_ += table_cell(table.columns[column].heading, widths[column], true, false);
  }
  body_ += "</w:tr>";
  for (const auto& row : table.rows) {
    body_ += "<w:tr><w:trPr><w:cantSplit/></w:trPr>";
    for (std::size_t column = 0; column < widths.size(); ++column) {
      body_ += table_cell(row[column], widths[column], false, table.columns[column].is_number);
    }
    body_ += "</w:tr>";
  }
  body_ += "</w:tbl>";
  ++tables_;
}

void WordDocument::add_attachment_list(const std::vector<std::string>& titles) {
  if (titles.empty()) return;
  body_ += paragraph("BodyText", "");
  for (std::size_t place = 0; place < titles.size(); ++place) {
    const auto number = titles.size() == 1 ? std::string() : std::to_string(place + 1) + ". ";
    const auto lead = place == 0 ? say("Attachments: ") : std::string(choose("", "　　　"));
    body_ += paragraph("BodyText", run(lead + number + titles[place]));
  }
}

void WordDocument::add_signature(const std::string& sender, const std::string& date) {
  if (sender.empty()) return;
  body_ += paragraph("BodyText", "", "<w:keepNext/>");
  body_ += paragraph("Signature", run(sender));
  body_ += paragraph("Signature", run(date));
}

void WordDocument::end_section() {
  body_ +=
      "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>" +
      section_properties(is_landscape_) + "</w:pPr></w:p>";
}

void WordDocument::begin_attachment(const std::string& name, bool is_landscape) {
  end_section();
  is_landscape_ = is_landscape;
  body_ += paragraph("Attachment", run(name));
}

std::string WordDocument::finish(const std::string& title) {
  std::string document(declaration);
  document.append("<w:document ").append(word_space).append("><w:body>").append(body_);
  // A table must not be the last thing of a document.
  if (tables_ > 0 && body_.ends_with("</w:tbl>")) {
    document +=
        "<w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" "
        "w:lineRule=\"exact\"/></w:pPr></w:p>";
  }
  document += section_properties(is_landscape_) + "</w:body></w:document>";
  const auto with_declaration = [](std::string_view text) {
    return std::string(declaration).append(text);
  };
  return pack({{"[Content_Types].xml", with_declaration(content_types)},
               {"_rels/.rels", with_declaration(package_relations)},
               {"docProps/core.xml", core_properties(title)},
               {"word/document.xml", std::move(document)},
               {"word/_rels/document.xml.rels", with_declaration(document_relations)},
               {"word/styles.xml", styles()},
               {"word/settings.xml", settings()},
               {"word/footer1.xml", footer("right")},
               {"word/footer2.xml", footer("left")}});
}

}  // namespace leadbook::present
