#include "cli/frame/entry_reference.hpp"

#include "leadbook/domain/amount/quantity.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/domain/record/records.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {

std::optional<std::int64_t> entry_named(store::Db& db, const std::string& text) {
  if (const auto record = parse_reference(text); record && record->kind == Kind::import) {
    return entry_named(db, "import#" + std::to_string(record->number));
  }
  const auto mark = text.find('#');
  const auto number = parse_count(mark == std::string::npos ? text : text.substr(mark + 1));
  if (!number || *number == 0) return {};
  if (mark == std::string::npos || mark == 0) return *number;
  const auto kind = parse_word<Kind>(text.substr(0, mark), N_("kind of record"));
  if (!kind || *kind != Kind::import) return {};
  const auto entry = db.number(store::statement("entry_of_import"), {{"import", *number}});
  if (entry == 0) {
    throw Error(ErrorKind::not_found,
                say("there is no import#{}; see 'leadbook import list'", *number));
  }
  return entry;
}

}  // namespace leadbook::cli
