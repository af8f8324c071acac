// A bulletin on the screen and as a document: every form is made from the same facts and text.
#pragma once

#include <optional>
#include <ostream>
#include <string_view>

#include "leadbook/domain/bulletin/bulletin.hpp"
#include "leadbook/domain/word.hpp"
#include "leadbook/present/style.hpp"

namespace leadbook::present {

enum class BulletinForm { text, md, json, html, docx, xlsx, svg };

/// The form a file's extension stands for, nothing where it stands for none.
std::optional<BulletinForm> bulletin_form_of_file(std::string_view path);

/// Writes the bulletin. Text is set to the style's width (0 leaves paragraphs whole); the same
/// bulletin gives the same bytes.
void render(std::ostream& out, const Bulletin& bulletin, BulletinForm form, const Style& style);

}  // namespace leadbook::present

namespace leadbook {

template <>
std::span<const Word<present::BulletinForm>> words<present::BulletinForm>();

}  // namespace leadbook
