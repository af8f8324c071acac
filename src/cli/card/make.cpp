#include <array>

#include "cli/card/card.hpp"
#include "cli/card/parts.hpp"
#include "cli/frame/output.hpp"
#include "cli/record/columns.hpp"
#include "cli/record/table.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/domain/record/field_facts.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {

/// The kinds without a card of their own show their fields.
template <class R>
Sections sections_of(CardSource& source, const R& record) {
  return {{"", facts_of(source, record, {"title"}), {}}};
}

template <class R>
std::string title_of(CardSource&, const R&) {
  return "";
}

namespace {

template <class R>
present::Card make_card(CardSource& source, const R& record) {
  const Reference reference{kind_of<R>, record.id.number};
  present::Card card;
  card.title = title_of(source, record);
  if (card.title.empty()) {
    card.title = join_texts({reference_text(reference), source.names(reference)}, " ");
  }
  card.sections = sections_of(source, record);
  card.sections.push_back(
      {say("Record"), {{say("Identity"), record.uid}, {say("Revision"), record.revision}}, {}});
  return card;
}

}  // namespace

present::Card make_card(Env& env, const Reference& record) {
  auto& db = env.db();
  const auto found = store::find(db, store::Selection(record.kind), std::array{record.number});
  if (found.empty()) {
    throw Error(ErrorKind::not_found, say("there is no {} in this book", reference_text(record)));
  }
  CardSource source{db, env.today(), env.settings().print_unit()};
  source.shows_persons = shows_persons(env);
  source.names.learn(found);
  source.names.expect(found.named());
  const auto shown = found[0];
  auto card = std::visit([&](const auto& of) { return make_card(source, of); }, shown);
  card.record = record_table(shown, source.names, env.output().personal);
  if (env.options().as_of && tells_of_persons(record.kind)) env.tell_notes({past_persons_note()});
  return card;
}

}  // namespace leadbook::cli
