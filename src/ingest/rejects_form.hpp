// How a refused row is written: as CSV, TSV, JSON or JSON Lines.
#pragma once

#include <string>
#include <vector>

#include "leadbook/ingest/rejects.hpp"

namespace leadbook::ingest {

class RejectWriter::Form {
 public:
  Form(const SourceFacts& facts, const std::vector<std::string>& headings)
      : format_(facts.format),
        delimiter_(facts.delimiter.value_or(facts.format == Format::tsv ? '\t' : ',')),
        headings_(headings) {}

  std::string beginning() const;
  std::string row(const Row& row, const std::string& column, const std::string& reason);
  std::string end() const;

 private:
  bool is_json() const { return format_ == Format::json || format_ == Format::jsonl; }
  bool is_own(std::size_t column) const;
  std::string line_of_cells(const std::vector<std::string>& own,
                            const std::vector<std::string>& cells) const;
  std::string cell(const std::string& text) const;
  std::string object(const Row& row, const std::string& column, const std::string& reason) const;

  Format format_;
  char delimiter_;
  const std::vector<std::string>& headings_;
  bool has_rows_ = false;
};

}  // namespace leadbook::ingest
