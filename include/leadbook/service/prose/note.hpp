// Notes as people keep them in a file or an editor: a block for each talk, lines with or without a
// label.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "leadbook/service/prose/talk_draft.hpp"

namespace leadbook::service {

/// The field a label means: its heading in either language, its name, or what offices call it
/// (时间, 客商, 我方); "" for none.
std::string field_of_label(std::string_view label);

/// The blocks of a note: between lines of --- or ===, or where a second firm or day is labelled.
/// Lines that begin with # are none. A block is its lines; blank lines and labels with nothing
/// behind them are left out.
std::vector<std::vector<std::string>> read_blocks(std::string_view note);

/// Sets one field to what somebody said for it: 5月19日, 华凯集团董事长、中奭集团,
/// 建华区周五前寄合同. What cannot be understood is kept as it is, to be refused where it is
/// stored.
void put_said(TalkDraft& draft,
              const std::string& field,
              const std::string& text,
              const Outlook& day,
              const BookNames& names);

/// Reads one block: labelled lines as the fields they name, all others as loose words.
TalkDraft read_block(const std::vector<std::string>& lines,
                     const Outlook& day,
                     const BookNames& names);

/// A draft as a block: "企业：华凯集团". With `all`, the labels of fields without a text too.
std::string write_block(const TalkDraft& draft, bool all);

/// The fields of a talk in the order in which they are told of and asked for.
const std::vector<std::string>& told_fields();

/// What a field is called on the screen.
std::string label_of(std::string_view field);

}  // namespace leadbook::service
