// A talk as somebody's words tell of it: a text for each field, and how sure it is of that.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "leadbook/domain/date/date.hpp"
#include "leadbook/domain/id.hpp"

namespace leadbook::service {

/// How a field came to its text.
enum class Grade : std::uint8_t {
  stated,    // the words say so
  inferred,  // it follows from what is known, by a rule
  guessed,   // the best of several readings
};

/// The text of one field of a negotiation, as `read_fields` takes it; besides these "contact" (as
/// a contact's fields) and "investment" (planned, of a project that is new).
struct DraftField {
  std::string field;
  std::string text;
  Grade grade = Grade::stated;

  bool operator==(const DraftField&) const = default;
};

/// Words that needed a guess: that fit nothing, or several names.
struct OpenWords {
  std::string words;
  std::string field;                 // what they were taken for
  std::vector<std::string> choices;  // the names they may mean; none where they fit nothing
  bool is_near = false;              // the one choice is a name that is only like them

  bool operator==(const OpenWords&) const = default;
};

struct TalkDraft {
  std::vector<DraftField> fields = {};
  std::vector<OpenWords> open = {};

  const DraftField* find(std::string_view field) const;
  /// "" where nothing was said.
  std::string_view text(std::string_view field) const;
  /// Sets a field; an empty text takes it away. What was open about it no longer is.
  void put(std::string field, std::string text, Grade grade = Grade::stated);
  /// Adds to what a field says, behind `joint`; it is then as sure as the less sure of both.
  void append(const std::string& field,
              std::string_view text,
              std::string_view joint,
              Grade grade = Grade::stated);
};

/// A name of the book, and how like the words it is, 0 to 1.
struct NameHit {
  std::string name;
  double likeness = 1;
  std::int64_t id = 0;
};

/// What the names of a book are asked: all answers name each record once, the likest first.
struct BookNames {
  std::function<std::vector<NameHit>(Kind, std::string_view)> whole;    // that are the text
  std::function<std::vector<NameHit>(Kind, std::string_view)> holding;  // of which it is a part
  std::function<std::vector<NameHit>(Kind, std::string_view)> like;     // that it may mean
};

/// The words of a sentence or a line: between marks and spaces, but not those between Latin words.
std::vector<std::string> loose_words(std::string_view text);

/// Reads loose words in any order: days, firms and persons with titles, projects, counties and
/// places, outcomes, ways and purposes of meeting, who promised what by when, the next step, and
/// what was said. A word may hold several of these, as a sentence does. `day` is from where the
/// talk's own day is read; days to come count from that.
TalkDraft read_talk(const std::vector<std::string>& words,
                    const Outlook& day,
                    const BookNames& names);

}  // namespace leadbook::service
