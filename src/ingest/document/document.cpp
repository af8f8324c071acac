#include "leadbook/ingest/document.hpp"

#include <algorithm>
#include <array>

#include "ingest/csv/text_source.hpp"
#include "ingest/foreign.hpp"
#include "ingest/workbook/xml.hpp"
#include "ingest/workbook/zip.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/text/ascii.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::ingest {
namespace {

constexpr std::size_t longest_document = 16'000'000;

void refuse_longer(const Input& input, std::size_t size) {
  if (size <= longest_document) return;
  throw Error(ErrorKind::refused,
              say("{}: more than 16 MB of text is no report", text::visible(input.name())));
}

/// The paragraphs of a document of Word.
class ParagraphReader : public XmlReader {
 public:
  explicit ParagraphReader(std::string& text) : text_(text) {}

  void open(std::string_view name, const XmlAttributes&) override {
    if (name == "t") in_text_ = true;
    if (name == "tab") text_ += ' ';
    if (name == "br") text_ += '\n';
  }
  void close(std::string_view name) override {
    if (name == "t") in_text_ = false;
    if (name == "p") text_ += '\n';
  }
  void text(std::string_view piece) override {
    if (in_text_) text_ += piece;
    if (text_.size() > longest_document) stop();
  }

 private:
  std::string& text_;
  bool in_text_ = false;
};

std::optional<std::string> read_docx(const Input& input) {
  char head[2] = {};
  if (input.read(0, head, 2) < 2 || head[0] != 'P' || head[1] != 'K') return {};
  const ZipArchive archive(input);
  const auto* entry = archive.find("word/document.xml");
  if (entry == nullptr) return {};
  std::string text;
  ParagraphReader reader(text);
  read_xml(archive, *entry, reader);
  refuse_longer(input, text.size());
  return text;
}

struct Reference {
  std::string_view name;
  std::string_view text;
};
constexpr Reference references[] = {{"nbsp", " "},
                                    {"amp", "&"},
                                    {"lt", "<"},
                                    {"gt", ">"},
                                    {"quot", "\""},
                                    {"ldquo", "“"},
                                    {"rdquo", "”"},
                                    {"mdash", "—"},
                                    {"ndash", "–"},
                                    {"middot", "·"},
                                    {"hellip", "…"},
                                    {"emsp", " "}};

/// What a reference such as &amp; or &#20120; stands for; it is left out where it is none.
std::string resolve(std::string_view name) {
  for (const auto& [known, text] : references) {
    if (name == known) return std::string(text);
  }
  if (!name.starts_with('#')) return "";
  char32_t code = 0;
  const bool is_hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
  for (const char digit : name.substr(is_hex ? 2 : 1)) {
    const auto small = text::to_small(digit);
    const bool letter = is_hex && small >= 'a' && small <= 'f';
    if (!text::is_digit(digit) && !letter) return "";
    code =
        code * (is_hex ? 16 : 10) + static_cast<char32_t>(letter ? small - 'a' + 10 : digit - '0');
    if (code > 0x10FFFF) return "";
  }
  const bool is_character = code >= U' ' && !(code >= 0xD800 && code < 0xE000);
  return is_character ? text::encode(std::u32string_view(&code, 1)) : "";
}

bool is_page(std::string_view text) {
  const auto head = text::fold(text.substr(0, std::min<std::size_t>(text.size(), 600)));
  constexpr std::string_view signs[] = {
      "<!doctype html", "<html", "<head", "<body", "<div", "<p>", "<p "};
  return text::trim(text).starts_with('<') &&
         std::any_of(std::begin(signs), std::end(signs), [&](std::string_view sign) {
           return head.find(sign) != std::string::npos;
         });
}

/// The text of a page: blocks a line each, without what is never shown.
std::string text_of_page(std::string_view page) {
  constexpr std::string_view hidden[] = {"script", "style", "head", "noscript", "nav", "footer"};
  constexpr std::string_view blocks[] = {"p",   "/p",  "div",   "/div",   "br",      "br/", "tr",
                                         "/tr", "li",  "/li",   "h1",     "h2",      "h3",  "/h1",
                                         "/h2", "/h3", "table", "/table", "section", "td"};
  std::string text;
  for (std::size_t at = 0; at < page.size();) {
    if (page[at] == '<') {
      if (page.substr(at).starts_with("<!--")) {
        at = std::min(page.find("-->", at), page.size());
        at = std::min(at + 3, page.size());
        continue;
      }
      const auto end = std::min(page.find('>', at), page.size());
      auto tag = page.substr(at + 1, end - at - 1);
      tag = tag.substr(0, std::min(tag.find_first_of(" \t\r\n"), tag.size()));
      std::string name;
      for (const char letter : tag) name += text::to_small(letter);
      at = std::min(end + 1, page.size());
      if (std::find(std::begin(hidden), std::end(hidden), name) != std::end(hidden)) {
        // To its end, whatever the case of its letters.
        const auto close = page.find("</" + name, at);
        at = close == std::string_view::npos ? at : close;
      }
      if (std::find(std::begin(blocks), std::end(blocks), name) != std::end(blocks)) text += '\n';
      continue;
    }
    if (page[at] == '&') {
      const auto end = page.find(';', at);
      if (end != std::string_view::npos && end - at < 12) {
        text += resolve(page.substr(at + 1, end - at - 1));
        at = end + 1;
        continue;
      }
    }
    text += page[at] == '\n' || page[at] == '\r' ? ' ' : page[at];
    ++at;
  }
  return text;
}

}  // namespace

std::string read_document(const Input& input, const std::string& encoding) {
  if (auto docx = read_docx(input)) return *docx;
  refuse_foreign_bytes(input);
  TextReader reader(input, choose_encoding(input, encoding));
  std::string text;
  for (auto piece = reader.next(); !piece.empty(); piece = reader.next()) {
    if (!reader.is_clean()) {
      throw Error(ErrorKind::refused,
                  say("{}: it is no text, or its encoding is another: name it with --encoding",
                      text::visible(input.name())));
    }
    text += piece;
    refuse_longer(input, text.size());
  }
  return is_page(text) ? text_of_page(text) : text;
}

}  // namespace leadbook::ingest
