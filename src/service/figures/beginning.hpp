// Since when a printed figure counts: as its words say where its period is only the day it stands
// at.
#pragma once

#include <optional>

#include "leadbook/domain/record/records.hpp"
#include "service/figures/indicator.hpp"

namespace leadbook::service {

/// The days a figure counts over.
struct CountedSpan {
  Date days;
  bool is_known = true;  // false where they are one day, and nothing says since when it counts
};

/// Of "今年以来", "1-5月" or "since January" from then to the last day of its period; of "本月" and
/// "1日至15日" within the month; of a ceremony or "当日" that day. What a book holds at a day
/// counts since ever. Else the period as it stands.
CountedSpan counted_span(const Figure& figure, const std::optional<IndicatorMeaning>& meaning);

}  // namespace leadbook::service
