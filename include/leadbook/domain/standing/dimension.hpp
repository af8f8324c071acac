// Dimensions (维度): what totals can be broken down by.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "leadbook/domain/amount/money.hpp"
#include "leadbook/domain/date/date.hpp"
#include "leadbook/domain/word.hpp"

namespace leadbook {

enum class Dimension {
  county,
  city,
  chain,
  industry,
  stage,  // where the project stood at the end of the period
  year,   // of the record's own date, as all spans of time here
  half,
  quarter,
  month,
  week,
  origin,   // outside province, outside city, inside the city, foreign
  source,   // the province or country the capital comes from
  company,  // each investor
  flag,     // of the investors: 世界500强
  program,
  mode,  // of the signing, or of the talk
  leader,
  size,  // by planned investment, lower bounds inclusive
  currency,
  project,  // each by itself
};

template <>
std::span<const Word<Dimension>> words<Dimension>();

/// Where capital comes from, seen from the book's city.
enum class Origin { outside_province, outside_city, inside, foreign };

template <>
std::span<const Word<Origin>> words<Origin>();

/// Bands of planned investment in CNY; each holds its lower bound.
enum class SizeBand { below_100m, from_100m, from_1bn, from_5bn, from_10bn };

template <>
std::span<const Word<SizeBand>> words<SizeBand>();

/// The band of an amount in CNY minor units.
SizeBand size_band(std::int64_t minor);

/// Bounds of planned investment of one's own, in place of these bands.
struct SizeSteps {
  std::vector<std::int64_t> bounds;  // CNY minor units, ascending; none for the usual bands
  bool cumulative = false;           // each bound and above; else from each to the next

  bool operator==(const SizeSteps&) const = default;
};

/// What an amount is of with such bounds, as places in them: the bound it has reached, or all it
/// has reached where they are cumulative; 0 for less than the first, n for the n-th bound.
std::vector<std::size_t> size_places(const SizeSteps& steps, std::int64_t minor);

/// The canonical text of such a place, in yuan: "from_1000000", "1000000_to_5000000",
/// "below_1000000"; and what people read: "100万元及以上". Nothing for a text that is none.
std::string size_key(const SizeSteps& steps, std::size_t place);
std::optional<std::string> size_name(std::string_view key);

/// Whether a dimension is a span of time, and the span of this sort that a day lies in.
bool is_time(Dimension dimension);
Period span_holding(Dimension span, Day day);

/// Where a place is: its origin as seen from the book's city, and the name of its province or, of a
/// foreign place, the place as written. Nothing for a place nobody knows.
struct PlaceOfOrigin {
  Origin origin = Origin::inside;
  std::string source;
};

/// Reads "江苏徐州", "Jiangsu", "Hong Kong", "香港", "德国": Hong Kong, Macao, Taiwan and other
/// countries count as foreign. `city_code` is the book's; without one only foreign places and
/// provinces are told apart, and every domestic place is outside the province.
std::optional<PlaceOfOrigin> place_of_origin(std::string_view place, std::string_view city_code);

}  // namespace leadbook
