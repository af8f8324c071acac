// What a kind of record says about itself: everything that treats kinds alike reads it here.
#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

#include "leadbook/domain/id.hpp"

namespace leadbook {

/// Some of a kind's fields by name, in an order that means something.
class FieldNames {
 public:
  constexpr FieldNames() = default;
  constexpr FieldNames(std::initializer_list<std::string_view> names) {
    for (const auto name : names) names_[count_++] = name;
  }
  constexpr const std::string_view* begin() const { return names_.data(); }
  constexpr const std::string_view* end() const { return names_.data() + count_; }
  constexpr std::size_t size() const { return count_; }
  constexpr bool empty() const { return count_ == 0; }
  constexpr std::string_view front() const { return names_[0]; }

 private:
  std::array<std::string_view, 12> names_ = {};
  std::size_t count_ = 0;
};

struct KindFacts {
  Kind kind;
  std::string_view letters;  // of a reference, upper case: "P" of P-31
  std::string_view identifier, english, chinese, synonyms;

  FieldNames named_by = {};            // the first of them that is not empty is its name
  std::string_view english_name = "";  // a field that takes its place on an English screen
  bool is_named_by_all = false;        // all of them make up the name, with spaces between
  FieldNames found_by = {};            // what a text may mean it by, lists of texts too
  FieldNames found_unspaced = {};      // of these, also without their spaces
  FieldNames told_by = {};             // what tells in a line which one it is
  FieldNames typed = {};               // the arguments of `add` that need no option
  FieldNames listed = {};      // what a listing shows people: "id", fields, and what follows
  FieldNames worked_out = {};  // the columns a listing has beside the fields

  FieldNames numbered_by = {};     // what only one record may have: a contract number, a rate's day
  FieldNames number_columns = {};  // the columns that are compared for it
  const char* number_said = "";    // its words in a refusal, N_()

  FieldNames searched_by = {};      // the names `search` reads
  bool lies_in_blocks = false;      // they come by the hundred thousand (table name_block)
  int looked_up = 0;                // which kind a bare name is looked for in first; 0 for never
  bool is_queried = true;           // whether a user's `sql` sees it
  std::string_view linked_as = "";  // the field that stands for it beside a link in such a view
};

/// What a kind says about itself.
const KindFacts& facts_of(Kind kind);

}  // namespace leadbook
