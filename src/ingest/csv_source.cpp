#include "ingest/csv_source.hpp"

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <utility>

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

/// The one of , tab ; | that gives most of the first rows the same number of cells, more than one;
/// a comma where none does. Throws Error{usage} where two do so equally well.
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

class CsvSource : public Source {
 public:
  CsvSource(const Input& input, text::Encoding encoding, SourceFacts facts)
      : input_(input), encoding_(std::move(encoding)), facts_(std::move(facts)) {}

  const SourceFacts& facts() const override { return facts_; }

  void each(const std::function<bool(Row&)>& take) override {
    const auto form = facts_.format == Format::tsv ? CsvForm::escaped : CsvForm::rfc4180;
    CsvRows rows(TextReader(input_, encoding_), *facts_.delimiter, form);
    for (Row* row = rows.next(); row != nullptr && take(*row); row = rows.next()) {
    }
  }

 private:
  const Input& input_;
  text::Encoding encoding_;
  SourceFacts facts_;
};

}  // namespace

std::unique_ptr<Source> open_csv(const Input& input,
                                 const SourceOptions& options,
                                 Format format,
                                 const text::Encoding& encoding) {
  SourceFacts facts;
  facts.encoding = encoding.name;
  facts.byte_order_mark = encoding.mark > 0;
  facts.delimiter = options.delimiter;
  if (!facts.delimiter)
    facts.delimiter = format == Format::tsv ? '\t' : find_delimiter(input, encoding);
  // Between other delimiters the escapes of TSV are none.
  facts.format = facts.delimiter == '\t' ? format : Format::csv;
  return std::make_unique<CsvSource>(input, encoding, std::move(facts));
}

}  // namespace leadbook::ingest
