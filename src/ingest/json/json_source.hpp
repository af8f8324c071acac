// JSON and JSON Lines as a source of rows.
#pragma once

#include <memory>

#include "leadbook/ingest/source.hpp"
#include "leadbook/text/encoding.hpp"

namespace leadbook::ingest {

/// `format` is json or jsonl. The input must outlive the source.
std::unique_ptr<Source> open_json(const Input& input,
                                  const SourceOptions& options,
                                  Format format,
                                  const text::Encoding& encoding);

}  // namespace leadbook::ingest
