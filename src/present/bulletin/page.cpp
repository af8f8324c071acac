// A bulletin as one page of HTML that needs nothing else: no network, no script.
#include <algorithm>
#include <functional>

#include "leadbook/text/translate.hpp"
#include "present/bulletin/parts.hpp"
#include "present/renderers.hpp"

namespace leadbook::present {
namespace {

constexpr std::string_view page_style = R"(
:root { color-scheme: light dark; --ink: #1d2733; --paper: #fff; --dim: #5a6672; --line: #c3cbd4;
  --head: #eef2f6; --bar: #9db8d6; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ed; --paper: #15191e; --dim: #a9b3be;
  --line: #3d4752; --head: #222932; --bar: #37577c; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1rem 3rem; max-width: 60rem; color: var(--ink);
  background: var(--paper); font: 16px/1.75 "Noto Sans CJK SC", "Source Han Sans SC",
  "Microsoft YaHei", "PingFang SC", "WenQuanYi Micro Hei", sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.4; text-align: center; text-wrap: balance; margin: 0 0 1.2rem; }
h2 { font-size: 1.15rem; margin: 1.8rem 0 .4rem; }
p { margin: .4rem 0; }
p.b:lang(zh-CN) { text-indent: 2em; }
p.note, caption { color: var(--dim); font-size: .875rem; }
p.sign { text-align: right; margin-right: 4em; }
nav ul { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; list-style: none; padding: 0; margin: 0 0 1rem; font-size: .875rem; }
a { color: inherit; }
dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: .6rem; margin: 0 0 1.2rem; }
dl div { border: 1px solid var(--line); border-radius: .4rem; padding: .5rem .7rem; }
dt { color: var(--dim); font-size: .8125rem; }
dd { margin: 0; font-size: 1.25rem; font-weight: 600; font-variant-numeric: tabular-nums; }
dd small { font-size: .8125rem; font-weight: 400; color: var(--dim); }
.w { overflow-x: auto; margin: .8rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; line-height: 1.45; }
caption { text-align: left; padding: 0 0 .3rem; }
th, td { border: 1px solid var(--line); padding: .28rem .5rem; text-align: left; vertical-align: top; }
thead th { background: var(--head); font-weight: 600; }
td:not(.n) { min-width: 4.5em; }
.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td.bar { background: linear-gradient(var(--bar), var(--bar)) no-repeat left / calc(var(--v) * 100%) 100%; }
tfoot td { font-weight: 600; border-top: 2px solid var(--ink); }
tr, figure, dl div { break-inside: avoid; }
h2, caption { break-after: avoid; }
figure { margin: .8rem 0; }
figcaption { color: var(--dim); font-size: .875rem; }
svg { display: block; width: 100%; height: auto; }
@media (max-width: 40rem) { body { padding: 1rem .8rem 2rem; } table { font-size: .8125rem; } th, td { padding: .25rem .35rem; } }
@page { size: A4; margin: 37mm 26mm 35mm 28mm; @bottom-center { content: "— " counter(page) " —"; } }
@media print { :root { --ink: #000; --paper: #fff; --dim: #333; --line: #888; --head: #eee; --bar: #bbb; }
  body { max-width: none; padding: 0; font: 12pt/1.8 "FangSong_GB2312", "FangSong", "Noto Serif CJK SC", serif; }
  nav { display: none; } .w { overflow: visible; } table { font-size: 9pt; }
  section.attachment { break-before: page; }
  thead { display: table-header-group; } tfoot { display: table-row-group; }
  th, td { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
)";

std::string thousandths(int value) {
  const auto text = std::to_string(value);
  return value >= 1000 ? "1" : "0." + std::string(3 - text.size(), '0') + text;
}

void write_cells(std::ostream& out,
                 const BulletinTable& table,
                 const std::vector<BulletinCell>& row,
                 const std::function<int(std::size_t)>& bar) {
  out << "<tr>";
  for (std::size_t column = 0; column < row.size(); ++column) {
    const bool right = table.columns[column].is_number;
    const auto length = table.columns[column].has_bar ? bar(column) : 0;
    out << "<td";
    if (length > 0) {
      out << " class=\"n bar\" style=\"--v:" << thousandths(length) << "\"";
    } else if (right) {
      out << " class=\"n\"";
    }
    out << '>' << html_text(row[column].text) << "</td>";
  }
  out << "</tr>\n";
}

void write_table(std::ostream& out, const Bulletin& bulletin, const BulletinTable& table) {
  out << "<div class=\"w\" tabindex=\"0\" role=\"region\" aria-label=\"" << html_text(table.title)
      << "\"><table>\n<caption>" << html_text(table.title) << "</caption>\n<thead><tr>";
  for (const auto& column : table.columns) {
    out << "<th scope=\"col\"" << (column.is_number ? " class=\"n\"" : "") << '>'
        << html_text(column.heading) << "</th>";
  }
  out << "</tr></thead>\n<tbody>\n";
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    write_cells(out, table, table.rows[row], [&](std::size_t column) {
      return bar_length(bulletin, table, row, column);
    });
  }
  out << "</tbody>\n";
  if (!table.total.empty()) {
    out << "<tfoot>\n";
    write_cells(out, table, table.total, [](std::size_t) { return 0; });
    out << "</tfoot>\n";
  }
  out << "</table></div>\n";
}

void write_paragraphs(std::ostream& out, const std::vector<BulletinParagraph>& paragraphs) {
  for (const auto& paragraph : paragraphs) {
    out << "<p class=\"b\">" << html_text(paragraph.text) << "</p>\n";
  }
}

/// What a target is reached to, with a mark where the calendar stands.
void write_bullet(std::ostream& out, const Indicator& one) {
  static constexpr std::int64_t width = 7200;
  static constexpr std::int64_t all = 10'000;
  const auto place = [](std::int64_t share) {
    return std::to_string(std::clamp<std::int64_t>(share, 0, all) * width / all / 10);
  };
  const auto label = say("{0}: {1}% of the target, {2}% by the calendar",
                         name_of(one.measure),
                         number_text(Decimal{*one.completion, 2, ""}),
                         number_text(Decimal{one.planned.value_or(0), 2, ""}));
  out << "<figure><svg viewBox=\"0 0 720 28\" role=\"img\" aria-label=\"" << html_text(label)
      << "\"><title>" << html_text(label)
      << "</title><rect x=\"0\" y=\"4\" width=\"720\" height=\"20\" fill=\"#8a97a5\" "
         "fill-opacity=\".25\"/><rect x=\"0\" y=\"8\" width=\""
      << place(*one.completion) << "\" height=\"12\" fill=\"#4a78ab\"/>";
  if (one.planned) {
    out << "<rect x=\"" << place(*one.planned)
        << "\" y=\"1\" width=\"3\" height=\"26\" fill=\"#b8492f\"/>";
  }
  out << "</svg><figcaption>" << html_text(label) << "</figcaption></figure>\n";
}

void write_head_figures(std::ostream& out, const Bulletin& bulletin) {
  out << "<dl>\n";
  for (const auto& one : bulletin.indicators) {
    const bool is_headline =
        one.measure == Measure::delegations || one.measure == Measure::negotiations ||
        one.measure == Measure::effective_leads || one.measure == Measure::signed_ ||
        one.measure == Measure::contract_amount || one.measure == Measure::started;
    if (!is_headline) continue;
    const auto id = std::string(identifier(one.measure)) + ".period";
    const auto fact =
        std::find_if(bulletin.facts.begin(), bulletin.facts.end(), [&](const Fact& known) {
          return known.id == id || known.id == id + ".printed";
        });
    if (fact == bulletin.facts.end() || fact->printed.empty()) continue;
    out << "<div><dt>" << html_text(name_of(one.measure)) << "</dt><dd>" << html_text(fact->printed)
        << (fact->unit == FactUnit::printed ? "†" : "")
        << (unit_of(one.measure) == MeasureUnit::money &&
                    fact->printed.find_first_not_of("0123456789.-") == std::string::npos
                ? " <small>" + html_text(choose("CNY million", "亿元")) + "</small>"
                : "")
        << "</dd></div>\n";
  }
  out << "</dl>\n";
}

void write_navigation(std::ostream& out, const Bulletin& bulletin) {
  out << "<nav aria-label=\"" << html_text(say("Contents")) << "\"><ul>\n";
  for (std::size_t place = 0; place < bulletin.sections.size(); ++place) {
    out << "<li><a href=\"#" << bulletin.sections[place].key << "\">"
        << html_text(numbered_heading(bulletin, place)) << "</a></li>\n";
  }
  for (std::size_t place = 0; place < bulletin.attachments.size(); ++place) {
    out << "<li><a href=\"#attachment-" << place + 1 << "\">" << html_text(attachment_name(place))
        << "</a></li>\n";
  }
  out << "</ul></nav>\n";
}

}  // namespace

void write_bulletin_html(std::ostream& out, const Bulletin& bulletin) {
  out << "<!DOCTYPE html>\n<html lang=\"" << choose("en", "zh-CN")
      << "\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
         "style-src 'unsafe-inline'\">\n"
         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
      << html_text(bulletin.title()) << "</title>\n<style>" << page_style
      << "</style>\n</head>\n<body>\n<main>\n<h1>" << html_text(bulletin.title_place) << "<wbr>"
      << html_text(bulletin.title_matter) << "</h1>\n";
  write_head_figures(out, bulletin);
  write_navigation(out, bulletin);
  write_paragraphs(out, bulletin.opening);
  for (std::size_t place = 0; place < bulletin.sections.size(); ++place) {
    const auto& section = bulletin.sections[place];
    out << "<section id=\"" << section.key << "\">\n<h2>"
        << html_text(numbered_heading(bulletin, place)) << "</h2>\n";
    write_paragraphs(out, section.paragraphs);
    if (section.key == "targets") {
      for (const auto& one : bulletin.indicators) {
        if (one.completion) write_bullet(out, one);
      }
    }
    for (const auto& table : section.tables) write_table(out, bulletin, table);
    out << "</section>\n";
  }
  for (const auto& note : bulletin.notes) {
    out << "<p class=\"note\">" << html_text(say("Notes: {}", note.text)) << "</p>\n";
  }
  if (!bulletin.sender.empty()) {
    out << "<p class=\"sign\">" << html_text(bulletin.sender) << "<br>" << html_text(bulletin.date)
        << "</p>\n";
  }
  for (std::size_t place = 0; place < bulletin.attachments.size(); ++place) {
    out << "<section class=\"attachment\" id=\"attachment-" << place + 1 << "\">\n<h2>"
        << html_text(attachment_name(place)) << "</h2>\n";
    write_table(out, bulletin, bulletin.attachments[place]);
    out << "</section>\n";
  }
  out << "</main>\n" << html_page_end;
}

}  // namespace leadbook::present
