// The sections of a bulletin, a function each. One that has nothing to say adds none.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "leadbook/service/standing/board.hpp"
#include "leadbook/service/standing/ranking.hpp"
#include "leadbook/service/standing/targets.hpp"
#include "service/bulletin/reading.hpp"
#include "service/bulletin/telling.hpp"

namespace leadbook::service {

/// A figure that somebody printed, taken where the book itself holds less.
struct PrintedFigure {
  Figure figure;
  std::string text;  // "80余"
};

/// What the sections share while a bulletin is made.
struct Making {
  BulletinReading& reading;
  Telling& tell;
  Bulletin& bulletin;
  std::vector<TargetProgress> targets = {};  // of the year of the period
  std::map<Measure, PrintedFigure> printed = {};
  std::vector<Reference> doubtful = {};  // printed figures that are left out
  bool used_printed = false;

  const Indicator& indicator(Measure measure) const;
  /// The target of the area and measure; nullptr for none.
  const TargetProgress* target(Measure measure, Id<County> county) const;
};

void read_indicators(Making& making);
void read_printed_figures(Making& making);

void tell_opening(Making& making);
void tell_targets(Making& making);
void tell_signed(Making& making);
void tell_built(Making& making);
void tell_trips(Making& making);
void tell_talks(Making& making);
void tell_structure(Making& making);
void tell_ranking(Making& making);
void tell_lights(Making& making);
void tell_problems(Making& making);
void tell_next(Making& making);
void tell_printed(Making& making);
void add_notes(Making& making);
void attach_counties(Making& making);
void attach_signed(Making& making);
void attach_lights(Making& making);

/// The span of time a bulletin of this kind is of.
Dimension span_of(BulletinKind kind);

/// Adds the section where it holds anything.
void add_section(Bulletin& bulletin, BulletinSection section);

/// How a number stands to one it is compared with, "同比增长12.3%": of counts below ten the
/// difference, above +200 % the multiple. `base` is of a span the book has records of.
struct Comparison {
  std::string id;
  bool is_money = false;
  std::int64_t now = 0;
  IndicatorValue before;
  BaseState base = BaseState::absent;
  std::string when;  // "上年同期"
  std::string mode;  // 同比
};
std::string compared(Telling& tell, const Comparison& comparison);

/// "高于序时进度0.5个百分点".
std::string pace_words(Telling& tell, const std::string& id, std::int64_t pace);

/// "，合同金额4.12亿元" with how many do not state it; "（金额未披露）" where none does.
std::string amount_words(Telling& tell, const std::string& id, const IndicatorValue& amount);

/// The projects of some references with their counties, ready to be listed.
std::string project_list(Making& making,
                         const std::string& id,
                         const std::vector<Reference>& projects,
                         std::size_t most);

}  // namespace leadbook::service
