// What the forms of a bulletin share.
#pragma once

#include <ostream>
#include <string>

#include "leadbook/domain/bulletin/bulletin.hpp"
#include "leadbook/present/style.hpp"
#include "leadbook/present/table.hpp"

namespace leadbook::present {

void write_bulletin_text(std::ostream& out, const Bulletin& bulletin, const Style& style);
void write_bulletin_markdown(std::ostream& out, const Bulletin& bulletin);
void write_bulletin_json(std::ostream& out, const Bulletin& bulletin);
void write_bulletin_html(std::ostream& out, const Bulletin& bulletin);
void write_bulletin_docx(std::ostream& out, const Bulletin& bulletin);
void write_bulletin_xlsx(std::ostream& out, const Bulletin& bulletin);
void write_bulletin_svg(std::ostream& out, const Bulletin& bulletin);

/// "二、签约" / "2. Signed": the heading of the section at this place, from 0.
std::string numbered_heading(const Bulletin& bulletin, std::size_t place);
/// "附件1" / "Attachment 1".
std::string attachment_name(std::size_t place);

/// The part of a row's number in the greatest of its column, in thousandths; 0 where it is none.
int bar_length(const Bulletin& bulletin,
               const BulletinTable& table,
               std::size_t row,
               std::size_t column);

/// A table as every listing is.
Table listing_of(const BulletinTable& table);

}  // namespace leadbook::present
