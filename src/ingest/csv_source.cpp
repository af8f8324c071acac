#include "ingest/csv_source.hpp"

#include <utility>

#include "ingest/csv_rows.hpp"
#include "ingest/delimiter.hpp"

namespace leadbook::ingest {
namespace {

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
