// How output is to look: its format and, for people, amounts, width and colour.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "leadbook/domain/result.hpp"
#include "leadbook/domain/word.hpp"
#include "leadbook/present/amount_look.hpp"

namespace leadbook::present {

enum class Format { text, csv, tsv, json, jsonl, md, html, xlsx };

/// Reads the name of a format; the problem lists the formats there are.
Result<Format> parse_format(std::string_view text);

/// The format that a file's extension stands for, nothing where it stands for none.
std::optional<Format> format_of_file(std::string_view path);

struct Style {
  Format format = Format::text;
  AmountLook unit;
  bool header = true;     // the line of headings, where the format can do without
  bool bom = false;       // a byte order mark before CSV and TSV, for spreadsheets
  std::size_t width = 0;  // columns of the terminal; 0 is unlimited, for pipes
  bool color = false;
};

}  // namespace leadbook::present

namespace leadbook {

template <>
std::span<const Word<present::Format>> words<present::Format>();

}  // namespace leadbook
