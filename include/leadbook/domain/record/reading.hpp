// What the text of a field may need to be understood, and how a record is named in one.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "leadbook/domain/amount/money.hpp"
#include "leadbook/domain/date/date.hpp"
#include "leadbook/domain/id.hpp"

namespace leadbook {

/// What a text may need to be understood.
struct Reading {
  Day today;
  std::optional<AmountUnit> unit = {};  // of bare numbers
  bool unit_holds = false;              // also of numbers with a sign or a code
  /// The number of the record a text refers to; throws Error{not_found} with the nearest ones.
  std::function<std::int64_t(Kind, std::string_view)> resolve = {};
  std::optional<FileDates> dates = {};  // in a file, where the clock says nothing
  std::vector<std::string> notes = {};  // what was understood in a way worth saying
  std::vector<std::string> kept = {};   // words of amounts for the record's note
};

/// The name by which a record can be referred to in a text.
using Naming = std::function<std::string(const Reference&)>;

}  // namespace leadbook
