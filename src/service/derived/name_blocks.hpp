// The names and other texts of records as one text for some hundreds of them: a search over a
// million names then reads some thousands of rows. Kept as the table name_block, for the kinds that
// come by the hundred thousand.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "leadbook/domain/id.hpp"
#include "leadbook/store/db.hpp"

namespace leadbook::service {

constexpr std::int64_t names_per_block = 256;

/// The kinds whose names lie in blocks.
std::span<const Kind> kinds_in_blocks();

/// The number of the first record of the block that this one lies in.
std::int64_t block_of(std::int64_t number);

/// The rows of name_block (kind, first_id, names) that begin from `first`, where a block does, to
/// `last`, of what the records say now. A name is a line: its record's place in the block, a tab
/// and the name as it is searched. The record's other texts share a line after its names, with a
/// tab more before each.
std::vector<std::vector<store::Value>> name_block_rows(store::Db& db,
                                                       Kind kind,
                                                       std::int64_t first,
                                                       std::int64_t last);

struct BlockLine {
  std::int64_t place;  // of its record
  bool is_name;
  std::string_view texts;
};

/// Calls `found` for every line of a block that holds a text, given as `search_form` does.
void search_block(std::string_view names,
                  std::string_view form,
                  const std::function<void(const BlockLine&)>& found);

/// Calls `each` for every name of a block.
void each_name(std::string_view names, const std::function<void(const BlockLine&)>& each);

}  // namespace leadbook::service
