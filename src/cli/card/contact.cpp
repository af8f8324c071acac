// The card of a contact: the person's details, where they may be shown, and the firm.
#include "leadbook/domain/record/fields/contact.hpp"

#include "cli/card/parts.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {

std::string title_of(CardSource& source, const Contact& contact) {
  const auto number = reference_text({Kind::contact, contact.id.number});
  return join_texts({number, source.shows_persons ? contact.name : "", word_text(contact.state)},
                    " ");
}

Sections sections_of(CardSource& source, const Contact& contact) {
  if (source.shows_persons) {
    return {{"", facts_of(source, contact, {"name", "salt", "seal", "state"}), {}}};
  }
  return {{"", {{heading(&Contact::company), named(source, contact.company)}}, {}}};
}

}  // namespace leadbook::cli
