// What a report, a message or a press text tells of, drafted as records.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "leadbook/domain/date/date.hpp"
#include "leadbook/domain/record/kind_facts.hpp"

namespace leadbook::service {

/// How a draft came to what it says.
enum class Sureness : std::uint8_t {
  stated,    // the words say so
  inferred,  // it follows from what stands elsewhere in the text
  guessed,   // the best of several readings
};

/// The text of one field, named as `add` and imports name it. Days that a record's field cannot
/// hold as they stand are "2020-05-18..2020-05-19"; a year that the text leaves open is the latest
/// possible one.
struct DraftText {
  std::string field;
  std::string text;

  bool operator==(const DraftText&) const = default;
};

/// One record, and from where in the text it was read.
struct DraftRecord {
  Kind kind = Kind::project;
  std::vector<DraftText> fields = {};
  std::size_t begin = 0;  // in bytes of the text
  std::size_t end = 0;
  Sureness sureness = Sureness::stated;
  bool year_is_open = false;  // no year stands anywhere in the text for its days

  /// "" where the field has no text.
  std::string_view text(std::string_view field) const;
  void put(std::string field, std::string text);
};

/// A sentence that may tell of something and of which nothing was drafted.
struct UnreadSentence {
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct ReportDraft {
  std::vector<DraftRecord> records = {};
  std::string home;             // the county or city the text is about, in full; "" for none
  std::string language = "zh";  // zh, zh-Hant or en
  std::optional<Day> dateline;
  std::vector<UnreadSentence> unread = {};
};

/// Reads a text in UTF-8, in time linear to its length. `today` is from where days without a year
/// are read; `home` the county it is about where the text names none.
ReportDraft read_report(std::string_view text, Day today, std::string_view home = {});

}  // namespace leadbook::service
