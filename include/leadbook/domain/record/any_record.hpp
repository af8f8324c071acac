// A record of any kind, for code that treats all kinds alike.
#pragma once

#include <functional>
#include <variant>

#include "leadbook/domain/record/records.hpp"

namespace leadbook {

/// In the order of Kind.
using AnyRecord = std::variant<Book,
                               County,
                               Company,
                               Project,
                               Delegation,
                               Negotiation,
                               Signing,
                               Event,
                               Station,
                               Task,
                               Figure,
                               Rate,
                               ColumnMap,
                               Import,
                               Procedure,
                               Funds,
                               Program,
                               Target,
                               Credit,
                               Report,
                               Contact,
                               Outlay,
                               Aggregate>;

inline Kind which_kind(const AnyRecord& record) { return static_cast<Kind>(record.index()); }

/// A record of nothing but defaults.
AnyRecord blank_record(Kind kind);

/// Its kind and its number in the book, 0 for a record that has none yet.
Reference reference_of(const AnyRecord& record);
void set_number(AnyRecord& record, std::int64_t number);

/// What it is known by in all books; "" for a record that is in none yet.
const std::string& identity_of(const AnyRecord& record);
void set_identity(AnyRecord& record, std::string identity);

/// How often it was written.
std::int64_t revision_of(const AnyRecord& record);
void set_revision(AnyRecord& record, std::int64_t revision);

/// Whether two records of a kind say the same, whatever their numbers, identities and revisions.
bool is_same_content(const AnyRecord& left, const AnyRecord& right);

/// The same of one field, by its place in the list of fields.
bool is_same_field(const AnyRecord& left, const AnyRecord& right, std::size_t field);
void copy_field(const AnyRecord& from, AnyRecord& into, std::size_t field);

/// Calls visit(kind, number) for each number by which a record names another; it may be changed.
void visit_references(AnyRecord& record, const std::function<void(Kind, std::int64_t&)>& visit);

}  // namespace leadbook
