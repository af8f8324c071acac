#include "ingest/delimiter.hpp"

#include <array>
#include <cstddef>
#include <map>
#include <string>

#include "ingest/csv_rows.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::ingest {
namespace {

constexpr std::array candidates = {',', '\t', ';', '|'};
constexpr std::size_t sample_rows = 100;

/// In how many of the first rows it gives the same number of cells; 0 where not in most of them.
std::size_t rows_alike(const Input& input, const text::Encoding& encoding, char delimiter) {
  CsvRows rows(TextReader(input, encoding), delimiter, CsvForm::rfc4180);
  std::map<std::size_t, std::size_t> counts;
  std::size_t all = 0;
  for (const Row* row = rows.next(); row != nullptr; row = rows.next()) {
    ++counts[row->cells.size()];
    if (++all == sample_rows) break;
  }
  std::size_t most = 0;
  for (const auto& [cells, found] : counts) {
    if (cells > 1 && found > most) most = found;
  }
  return most * 2 > all ? most : 0;
}

std::string name_of(char delimiter) {
  return delimiter == '\t' ? say("a tab") : "'" + std::string(1, delimiter) + "'";
}

}  // namespace

char find_delimiter(const Input& input, const text::Encoding& encoding) {
  char best = ',';
  char equal = best;
  std::size_t most = 0;
  for (const char delimiter : candidates) {
    const auto alike = rows_alike(input, encoding, delimiter);
    if (alike > 0 && alike == most) equal = delimiter;
    if (alike <= most) continue;
    most = alike;
    best = equal = delimiter;
  }
  if (best == equal) return best;
  const auto name = text::visible(input.name());
  throw Error(ErrorKind::usage,
              say("{}: both {} and {} would part the cells of its rows: say which does with "
                  "--delimiter",
                  name,
                  name_of(best),
                  name_of(equal)));
}

}  // namespace leadbook::ingest
