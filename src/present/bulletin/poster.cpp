// A bulletin as one tall picture for a chat: the headline figures, the ranking, what stands out.
#include <algorithm>

#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"
#include "present/bulletin/parts.hpp"
#include "present/renderers.hpp"

namespace leadbook::present {
namespace {

constexpr int poster_width = 750;
constexpr int margin = 40;

/// Elements one below the other. Attributes alone, no style sheet: every drawer of SVG reads them.
class Poster {
 public:
  void text(const std::string& words, int x, int size, std::string_view more = "") {
    body_ += fmt::format("<text x=\"{}\" y=\"{}\" font-size=\"{}\" {}>{}</text>\n",
                         x,
                         y_,
                         size,
                         more,
                         html_text(words));
  }
  void box(int x, int y, int width, int height, std::string_view fill) {
    body_ += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\"/>\n",
                         x,
                         y,
                         width,
                         height,
                         fill);
  }
  void down(int by) { y_ += by; }
  int y() const { return y_; }
  const std::string& body() const { return body_; }

 private:
  std::string body_;
  int y_ = 0;
};

void draw_head(Poster& poster, const Bulletin& bulletin) {
  poster.box(0, 0, poster_width, 150, "#1f4e79");
  poster.down(66);
  const std::string white = "fill=\"#ffffff\" text-anchor=\"middle\" font-weight=\"bold\"";
  poster.text(bulletin.title_place, poster_width / 2, 34, white);
  poster.down(50);
  poster.text(bulletin.title_matter, poster_width / 2, 34, white);
  poster.down(96);
}

const Fact* fact_named(const Bulletin& bulletin, const std::string& id) {
  for (const auto& wanted : {id, id + ".printed"}) {
    const auto found = std::find_if(bulletin.facts.begin(),
                                    bulletin.facts.end(),
                                    [&](const Fact& fact) { return fact.id == wanted; });
    if (found != bulletin.facts.end() && !found->printed.empty()) return &*found;
  }
  return nullptr;
}

void draw_headline(Poster& poster, const Bulletin& bulletin) {
  constexpr int columns = 3;
  constexpr int height = 96;
  const int width = (poster_width - 2 * margin) / columns;
  int place = 0;
  for (const auto measure : {Measure::signed_,
                             Measure::contract_amount,
                             Measure::started,
                             Measure::delegations,
                             Measure::negotiations,
                             Measure::effective_leads}) {
    const auto* fact = fact_named(bulletin, std::string(identifier(measure)) + ".period");
    if (fact == nullptr) continue;
    if (place > 0 && place % columns == 0) poster.down(height);
    const int x = margin + (place % columns) * width;
    const int top = poster.y();
    poster.text(fact->printed + (fact->unit == FactUnit::printed ? "†" : ""),
                x,
                38,
                "fill=\"#1f4e79\" font-weight=\"bold\"");
    poster.down(32);
    poster.text(std::string(name_of(measure)), x, 22, "fill=\"#5a6672\"");
    poster.down(top - poster.y());
    ++place;
  }
  poster.down(height);
}

void draw_ranking(Poster& poster, const Bulletin& bulletin) {
  const auto table = std::find_if(bulletin.attachments.begin(),
                                  bulletin.attachments.end(),
                                  [](const auto& one) { return one.key == "counties"; });
  if (table == bulletin.attachments.end()) return;
  const auto column_of = [&](const auto& wanted) {
    return static_cast<std::size_t>(
        std::find_if(table->columns.begin(), table->columns.end(), wanted) -
        table->columns.begin());
  };
  const auto bars = column_of([](const auto& column) { return column.has_bar; });
  const auto names = column_of([](const auto& column) { return column.key == "county"; });
  if (bars == table->columns.size() || names == table->columns.size()) return;
  poster.text(table->columns[bars].heading + " · " + table->title,
              margin,
              24,
              "fill=\"#1d2733\" font-weight=\"bold\"");
  poster.down(40);
  constexpr int value_end = 330;
  constexpr int longest = poster_width - margin - value_end - 15;
  for (std::size_t row = 0; row < table->rows.size(); ++row) {
    const auto length = bar_length(bulletin, *table, row, bars);
    if (length == 0) continue;
    poster.text(text::cut(table->rows[row][names].text, 18), margin, 22, "fill=\"#1d2733\"");
    poster.text(table->rows[row][bars].text, value_end, 22, "fill=\"#1d2733\" text-anchor=\"end\"");
    poster.box(
        value_end + 15, poster.y() - 18, std::max(2, length * longest / 1000), 20, "#4a78ab");
    poster.down(34);
  }
  poster.down(24);
}

/// The first paragraph of the sections a leader asks for first.
void draw_highlights(Poster& poster, const Bulletin& bulletin) {
  constexpr std::size_t line = 60;
  constexpr std::size_t most_lines = 4;
  for (const std::string_view key : {"targets", "signed", "lights", "problems"}) {
    const auto section = std::find_if(bulletin.sections.begin(),
                                      bulletin.sections.end(),
                                      [&](const auto& one) { return one.key == key; });
    if (section == bulletin.sections.end() || section->paragraphs.empty()) continue;
    poster.text(section->heading, margin, 24, "fill=\"#1f4e79\" font-weight=\"bold\"");
    poster.down(36);
    auto lines = text::wrap(section->paragraphs.front().text, line);
    if (lines.size() > most_lines) {
      lines.resize(most_lines);
      lines.back() = text::cut(lines.back() + "……", line);
    }
    for (const auto& one : lines) {
      poster.text(one, margin, 22, "fill=\"#1d2733\"");
      poster.down(34);
    }
    poster.down(16);
  }
}

}  // namespace

void write_bulletin_svg(std::ostream& out, const Bulletin& bulletin) {
  Poster poster;
  draw_head(poster, bulletin);
  draw_headline(poster, bulletin);
  draw_ranking(poster, bulletin);
  draw_highlights(poster, bulletin);
  for (const auto& note : bulletin.notes) {
    for (const auto& line : text::wrap(say("Notes: {}", note.text), 74)) {
      poster.text(line, margin, 18, "fill=\"#5a6672\"");
      poster.down(28);
    }
  }
  poster.text(bulletin.date, poster_width - margin, 18, "fill=\"#5a6672\" text-anchor=\"end\"");
  poster.down(30);
  out << fmt::format(
             "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" "
             "viewBox=\"0 0 {0} {1}\" font-family=\"Noto Sans CJK SC, Microsoft YaHei, "
             "PingFang SC, WenQuanYi Micro Hei, sans-serif\" role=\"img\">\n",
             poster_width,
             poster.y())
      << "<title>" << html_text(bulletin.title()) << "</title>\n"
      << fmt::format(
             "<rect width=\"{}\" height=\"{}\" fill=\"#ffffff\"/>\n", poster_width, poster.y())
      << poster.body() << "</svg>\n";
}

}  // namespace leadbook::present
