// A bulletin (通报): what a week, month, quarter or year brought, as facts and the text made of
// them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "leadbook/domain/date/date.hpp"
#include "leadbook/domain/id.hpp"
#include "leadbook/domain/record/measure.hpp"
#include "leadbook/domain/word.hpp"

namespace leadbook {

enum class BulletinKind { weekly, monthly, quarterly, yearly };

template <>
std::span<const Word<BulletinKind>> words<BulletinKind>();

/// What the number of a fact is: a count, minor units of CNY, hundredths of a percent or of a
/// percentage point, days, a place among counties, hundredths of a multiple, units of 10^-10 CNY,
/// or one that somebody else printed.
enum class FactUnit { count, money, percent, points, days, place, times, rate, printed };

template <>
std::span<const Word<FactUnit>> words<FactUnit>();

/// One number of a bulletin and what it rests on.
struct Fact {
  std::string id;  // "contract_amount.ytd", "signed.period.C-5"
  FactUnit unit = FactUnit::count;
  std::optional<std::int64_t> value;  // nothing where it is not known
  std::int64_t counted = 0;           // of a sum, the records looked at
  std::int64_t known = 0;             // and those that state it
  std::vector<Reference> records;
  std::string printed;  // as the text or the table has it
};

/// What a number is compared with: one that is known, none, an amount that was not stated by all,
/// or a time of which the book holds no record.
enum class BaseState { known, zero, unknown, absent };

template <>
std::span<const Word<BaseState>> words<BaseState>();

struct IndicatorValue {
  std::optional<std::int64_t> value;  // a count or minor units
  std::int64_t counted = 0;
  std::int64_t known = 0;
  std::vector<Reference> records;
};

/// A measure over the period and the year so far, with what both are held against.
struct Indicator {
  Measure measure = Measure::signed_;
  IndicatorValue period;
  IndicatorValue previous;   // of the period before
  IndicatorValue last_year;  // of the period a year earlier
  IndicatorValue ytd;
  IndicatorValue ytd_last_year;
  BaseState previous_base = BaseState::absent;
  BaseState last_year_base = BaseState::absent;
  BaseState ytd_base = BaseState::absent;
  std::optional<std::int64_t> target;      // of the year, as the value
  std::optional<std::int64_t> completion;  // hundredths of a percent
  std::optional<std::int64_t> planned;
  std::optional<std::int64_t> pace;
};

/// Text with the facts its numbers are (places in the bulletin's list) and what else it names: its
/// digits are those of facts, names and days, and no others.
struct BulletinParagraph {
  std::string text;
  std::vector<std::size_t> facts;
  std::vector<std::string> names;  // of records, days and periods, as they stand in the text
};

struct BulletinColumn {
  std::string heading;
  std::string key;
  bool is_number = false;
  bool has_bar = false;  // drawn beside its numbers where the format can
};

struct BulletinCell {
  std::string text;  // "" for what is not known
  std::optional<std::size_t> fact;
};

struct BulletinTable {
  std::string key;
  std::string title;  // with what, when and in which unit
  std::vector<BulletinColumn> columns;
  std::vector<std::vector<BulletinCell>> rows;
  std::vector<BulletinCell> total;  // empty for none
  std::vector<std::string> notes;
};

struct BulletinSection {
  std::string key;
  std::string heading;
  std::vector<BulletinParagraph> paragraphs;
  std::vector<BulletinTable> tables;
};

struct Bulletin {
  BulletinKind kind = BulletinKind::monthly;
  Period period;
  Day day;  // the figures stand at
  std::string city;
  std::string area;  // what it is of: the city's name, or a county's
  std::string title_place;  // the title in two: "齐齐哈尔市2020年5月" and "招商引资工作情况通报"
  std::string title_matter;
  std::vector<Indicator> indicators;
  std::vector<Fact> facts;
  std::vector<BulletinParagraph> opening;
  std::vector<BulletinSection> sections;
  std::vector<BulletinParagraph> notes;
  std::vector<BulletinTable> attachments;
  std::string sender;  // "" where nobody signs
  std::string date;    // as it stands below the sender

  std::string title() const { return title_place + title_matter; }
};

}  // namespace leadbook
