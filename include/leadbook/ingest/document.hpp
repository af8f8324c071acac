// A document people write in: plain text in any encoding that can be told, a page of HTML, a docx.
#pragma once

#include <string>

#include "leadbook/ingest/input.hpp"

namespace leadbook::ingest {

/// All of its text in UTF-8, a paragraph a line. `encoding` is that of a plain text or page whose
/// bytes do not tell it; "" to find it out. Throws Error{refused} for what is no text, is damaged
/// or larger than 16 MB.
std::string read_document(const Input& input, const std::string& encoding);

}  // namespace leadbook::ingest
