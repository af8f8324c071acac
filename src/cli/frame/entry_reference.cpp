#include "cli/frame/entry_reference.hpp"

#include "leadbook/domain/amount/quantity.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/domain/record/records.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

std::int64_t entry_of_import(store::Db& db, std::int64_t import) {
  const auto entry = db.number(store::statement("entry_of_import"), {{"import", import}});
  if (entry == 0) {
    throw Error(ErrorKind::not_found,
                say("there is no import#{}; see 'leadbook import list'", import));
  }
  return entry;
}

}  // namespace

std::optional<std::int64_t> entry_named(store::Db& db, const std::string& text) {
  if (const auto record = parse_reference(text); record && record->kind == Kind::import) {
    return entry_of_import(db, record->number);
  }
  const auto mark = text.find('#');
  const auto number = parse_count(mark == std::string::npos ? text : text.substr(mark + 1));
  if (!number || *number == 0) return {};
  if (mark == std::string::npos || mark == 0) return *number;
  const auto kind = parse_word<Kind>(text.substr(0, mark), N_("kind of record"));
  if (!kind || *kind != Kind::import) return {};
  return entry_of_import(db, *number);
}

}  // namespace leadbook::cli
