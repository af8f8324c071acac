#include "cli/card/card.hpp"
#include "cli/card/parts.hpp"
#include "cli/record/table.hpp"
#include "leadbook/domain/error.hpp"
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
  const auto row = store::find_row(db, store::shape_of(record.kind), record.number);
  if (!row) {
    throw Error(ErrorKind::not_found, say("there is no {} in this book", reference_text(record)));
  }
  CardSource source{db, env.today(), env.print_unit()};
  const store::Selection all(record.kind);
  source.names.learn(all, {*row});
  source.names.expect(store::references_in(all, {*row}));
  auto card = with_record(record.kind,
                          [&]<class R>() { return make_card(source, store::from_row<R>(*row)); });
  card.record = record_table(record.kind, *row, source.names);
  return card;
}

}  // namespace leadbook::cli
