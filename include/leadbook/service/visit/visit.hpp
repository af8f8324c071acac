// A visit from its draft to the book: what its names mean there, what follows from the trip and
// from earlier talks, and storing it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "leadbook/domain/record/contact.hpp"
#include "leadbook/domain/record/delegation.hpp"
#include "leadbook/domain/record/negotiation.hpp"
#include "leadbook/service/prose/talk_draft.hpp"
#include "leadbook/service/records/record_writer.hpp"
#include "leadbook/service/records/resolve.hpp"

namespace leadbook::service {

/// The names of an open book, each kind read on first need. `db` must outlive them.
BookNames book_names(store::Db& db);

/// Where the one who writes stands.
struct Standpoint {
  Day today;
  std::optional<Delegation> trip = {};  // the current one
  std::string county = {};              // by setting
};

/// From where the day of a talk is read: the latest such day not after today, nor after the end of
/// the trip.
Outlook day_outlook(const Standpoint& here);

/// The projects a firm is in talks about, the last first, then those it invests in.
std::vector<std::int64_t> projects_of_firm(store::Db& db, std::int64_t company);

/// Fills what the words left out: the day, project, county, trip, place, way of meeting and who
/// took part, as far as the firm's earlier talks, the trip and the settings tell.
void complete_draft(TalkDraft& draft,
                    store::Db& db,
                    const BookNames& names,
                    const Standpoint& here);

/// What follows from a trip alone, for a draft whose day is known and lies within it.
void take_from_trip(TalkDraft& draft, store::Db& db, const Delegation& trip, Day today);

/// A name in a draft, and the record it is; 0 for one that is new.
struct DraftName {
  std::string name;
  std::int64_t id = 0;
  std::string beside = {};           // who spoke for a firm
  std::optional<NameHit> near = {};  // of a new one, what it is like
};

/// What a draft says, looked up.
struct LookedUp {
  std::vector<DraftName> firms;
  std::optional<DraftName> project;
  std::optional<std::int64_t> round;  // of the project's talks
};
LookedUp look_up(const TalkDraft& draft, store::Db& db, const BookNames& names);

/// What came of a visit: the talk, and what was made with it. Where something was refused, nothing
/// is to be committed.
struct StoredVisit {
  Written talk;
  std::vector<Reference> made;  // firms, a project, contacts
  std::optional<Written> refused;
};

/// Writes a visit, with the firms and the project it names that are new, into a change; one that
/// the book has already is refused but for `allow_twins`.
StoredVisit store_visit(store::Change& change,
                        Resolver& resolver,
                        const TalkDraft& draft,
                        const BookNames& names,
                        Day today,
                        bool allow_twins);

}  // namespace leadbook::service
