// What is none of the formats there are, whatever its name says: told by its first bytes.
#pragma once

#include <string_view>

#include "leadbook/ingest/input.hpp"

namespace leadbook::ingest {

/// Throws Error{refused} that says what a file is and what to do with it, where its first bytes are
/// those of something that holds no rows this program can read: an old workbook, one with a
/// password, a document, a picture, an archive.
void refuse_foreign_bytes(const Input& input);

/// The same of what a text begins with: a page of HTML, which many programs call .xls, or XML.
void refuse_foreign_text(const Input& input, std::string_view beginning);

/// The same of a text that its name calls a workbook.
void refuse_text_called_workbook(const Input& input);

}  // namespace leadbook::ingest
