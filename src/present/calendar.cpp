#include "leadbook/present/calendar.hpp"

#include <algorithm>

namespace leadbook::present {
namespace {

/// Digits and letters alone: "20200522T080000Z".
std::string compact(std::string time) {
  std::erase_if(time, [](char symbol) { return symbol == '-' || symbol == ':'; });
  return time;
}

std::string compact(Day day) { return compact(format_day(day)); }

std::string escaped(const std::string& text) {
  std::string escaped;
  for (const char symbol : text) {
    if (symbol == '\n') {
      escaped += "\\n";
      continue;
    }
    if (symbol == '\\' || symbol == ';' || symbol == ',') escaped += '\\';
    escaped += symbol;
  }
  return escaped;
}

/// A line, continued behind a blank where it has more than 75 bytes; no character is cut.
void write_line(std::ostream& out, const std::string& line) {
  constexpr std::size_t longest = 75;
  const auto starts_character = [&](std::size_t at) {
    return (static_cast<unsigned char>(line[at]) & 0xC0U) != 0x80U;
  };
  for (std::size_t at = 0; at < line.size();) {
    auto end = std::min(line.size(), at + (at == 0 ? longest : longest - 1));
    while (end < line.size() && !starts_character(end)) --end;
    out << (at == 0 ? "" : " ") << line.substr(at, end - at) << "\r\n";
    at = end;
  }
}

/// What tasks and events have in common.
void write_body(std::ostream& out, const CalendarItem& item, const std::string& now) {
  write_line(out, "DTSTAMP:" + compact(now));
  write_line(out, "SUMMARY:" + escaped(item.summary));
  if (!item.description.empty()) write_line(out, "DESCRIPTION:" + escaped(item.description));
}

/// Before the begin of the day, or its end where the item is a task.
void write_alarm(std::ostream& out, const CalendarItem& item, const char* trigger) {
  for (const auto* line : {"BEGIN:VALARM", "ACTION:DISPLAY", trigger}) write_line(out, line);
  write_line(out, "DESCRIPTION:" + escaped(item.summary));
  write_line(out, "END:VALARM");
}

}  // namespace

void write_calendar(std::ostream& out,
                    const std::vector<CalendarItem>& items,
                    const std::string& now) {
  for (const auto* line : {"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//leadbook//due//ZH"}) {
    write_line(out, line);
  }
  for (const auto& item : items) {
    write_line(out, "BEGIN:VEVENT");
    write_line(out, "UID:" + item.uid + "-event@leadbook");
    write_line(out, "DTSTART;VALUE=DATE:" + compact(item.day));
    write_line(out, "DTEND;VALUE=DATE:" + compact(item.day + std::chrono::days(1)));
    write_line(out, "TRANSP:TRANSPARENT");
    write_body(out, item, now);
    write_alarm(out, item, "TRIGGER:-PT15H");
    write_line(out, "END:VEVENT");
    write_line(out, "BEGIN:VTODO");
    write_line(out, "UID:" + item.uid + "-todo@leadbook");
    write_line(out, "DUE;VALUE=DATE:" + compact(item.day));
    write_body(out, item, now);
    write_alarm(out, item, "TRIGGER;RELATED=END:-PT15H");
    write_line(out, "END:VTODO");
  }
  write_line(out, "END:VCALENDAR");
}

}  // namespace leadbook::present
