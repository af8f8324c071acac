#include "leadbook/service/bulletin/bulletin.hpp"

#include <algorithm>

#include "leadbook/domain/place/division.hpp"
#include "leadbook/domain/standing/dimension.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"
#include "service/bulletin/numbers.hpp"
#include "service/bulletin/sections.hpp"

namespace leadbook::service {
namespace {

std::string matter(BulletinKind kind) {
  switch (kind) {
    case BulletinKind::weekly:
      return say("weekly report on investment promotion");
    case BulletinKind::monthly:
      return say("monthly report on investment promotion");
    case BulletinKind::quarterly:
      return say("quarterly report on investment promotion");
    case BulletinKind::yearly:
      return say("yearly report on investment promotion");
  }
  return "";
}

void set_head(Making& making) {
  auto& reading = making.reading;
  auto& bulletin = making.bulletin;
  const auto& query = reading.query();
  bulletin.kind = query.kind;
  bulletin.period = reading.period;
  bulletin.day = std::min(reading.day(), reading.period.last);
  if (reading.book) {
    const auto city = find_division(reading.book->city_code);
    bulletin.city = city ? std::string(name_of(*city)) : reading.book->city;
  }
  bulletin.area = query.county   ? reading.county_name(query.county)
                  : reading.book ? reading.book->city
                                 : std::string();
  const auto area = query.county ? bulletin.area : bulletin.city;
  const auto when = query.kind == BulletinKind::weekly
                        ? span_words(reading.whole.first, reading.whole.last, 0)
                        : format_period(reading.whole);
  bulletin.title_place = say("{0}, {1}: ", area, when);
  bulletin.title_matter = matter(query.kind);
  bulletin.sender = query.sender;
  bulletin.date = full_day(query.today);
}

void add_remarks(Making& making) {
  BulletinSection section;
  section.key = "remarks";
  section.heading = say("Remarks");
  for (const auto line : text::split(making.reading.query().remarks, '\n')) {
    const auto trimmed = std::string(text::trim(line));
    if (!trimmed.empty()) section.paragraphs.push_back({trimmed, {}, {trimmed}});
  }
  add_section(making.bulletin, std::move(section));
}

}  // namespace

Dimension span_of(BulletinKind kind) {
  switch (kind) {
    case BulletinKind::weekly:
      return Dimension::week;
    case BulletinKind::monthly:
      return Dimension::month;
    case BulletinKind::quarterly:
      return Dimension::quarter;
    case BulletinKind::yearly:
      return Dimension::year;
  }
  return Dimension::month;
}

Period last_period(BulletinKind kind, Day day) {
  const auto current = span_holding(span_of(kind), day);
  return current.last == day ? current : period_before(current);
}

Bulletin make_bulletin(store::Db& db, const BulletinQuery& query) {
  BulletinReading reading(db, query);
  Bulletin bulletin;
  Telling tell(bulletin);
  Making making{reading, tell, bulletin};
  set_head(making);
  read_indicators(making);
  read_printed_figures(making);
  tell_opening(making);
  if (query.kind != BulletinKind::weekly) tell_targets(making);
  tell_signed(making);
  tell_built(making);
  tell_trips(making);
  tell_talks(making);
  if (query.kind != BulletinKind::weekly) {
    tell_structure(making);
    tell_ranking(making);
  }
  tell_lights(making);
  tell_problems(making);
  tell_next(making);
  tell_printed(making);
  add_remarks(making);
  attach_counties(making);
  attach_signed(making);
  attach_lights(making);
  add_notes(making);
  return bulletin;
}

void add_notes(Making& making) {
  auto& reading = making.reading;
  auto& tell = making.tell;
  const auto add = [&](std::string text) {
    tell.end_paragraph(making.bulletin.notes, std::move(text));
  };
  if (reading.period != reading.whole) {
    add(say("The figures stand at {}.", tell.name(full_day(making.bulletin.day))));
  }
  if (making.used_printed) {
    add(say("† As reported; the book does not hold the records behind it."));
  }
  for (const auto& missing : reading.now->totals().missing) {
    add(say("Not counted, as the book has no rate: {}", tell.name(std::string(missing))));
  }
  for (const auto& doubtful : reading.now->totals().doubtful) {
    add(say("Not counted, as it is dated too roughly: {}", tell.name(std::string(doubtful))));
  }
  const auto zones =
      std::any_of(making.bulletin.attachments.begin(),
                  making.bulletin.attachments.end(),
                  [&](const BulletinTable& table) {
                    return table.key == "counties" && table.rows.size() > reading.counties().size();
                  });
  if (zones) add(say("Zones and parks are not ranked."));
}

}  // namespace leadbook::service
