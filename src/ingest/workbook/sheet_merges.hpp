// Merged cells of a sheet: what stands in the first row of a merge holds for the rows below too.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/workbook/xml.hpp"
#include "leadbook/ingest/source.hpp"

namespace leadbook::ingest {

/// What a sheet can have.
inline constexpr std::size_t most_rows = 1'048'576;
inline constexpr std::size_t most_columns = 16'384;

/// A place in a sheet, from 1.
struct CellPlace {
  std::size_t row = 0;
  std::size_t column = 0;
};

/// "B5"; nothing for what no sheet has.
std::optional<CellPlace> parse_place(std::string_view text);

struct Merge {
  std::size_t first_row = 0;
  std::size_t last_row = 0;
  std::size_t column = 0;
};

/// Fills the rows of a sheet, which come in order, with what is merged into them from above.
class MergeFiller {
 public:
  explicit MergeFiller(std::vector<Merge> merges);

  /// Also tells the row which of its cells are merged with others.
  void fill(Row& row);

 private:
  struct Held {
    std::size_t first_row = 0;
    std::size_t last_row = 0;
    std::string value;
  };

  std::vector<Merge> merges_;  // by their first row
  std::size_t next_ = 0;
  std::map<std::size_t, Held> held_;  // by column
};

/// The merges of a sheet that reach over several rows. They stand behind its rows: a pass over the
/// bytes tells whether there are any. Throws Error{refused} where the sheet is damaged.
std::vector<Merge> read_merges(const ZipArchive& archive, const ZipEntry& entry);

}  // namespace leadbook::ingest
