// CSV and TSV as a source of rows.
#pragma once

#include <memory>

#include "leadbook/ingest/source.hpp"
#include "leadbook/text/encoding.hpp"

namespace leadbook::ingest {

/// `format` is csv or tsv. The input must outlive the source. Throws Error{usage} where the
/// delimiter cannot be found out.
std::unique_ptr<Source> open_csv(const Input& input,
                                 const SourceOptions& options,
                                 Format format,
                                 const text::Encoding& encoding);

}  // namespace leadbook::ingest
