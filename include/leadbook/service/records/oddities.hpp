// What is odd about a record though it breaks no rule: it is kept, and told.
#pragma once

#include <vector>

#include "leadbook/service/records/record_writer.hpp"

namespace leadbook::service {

/// What is odd about a record by itself: parts that exceed their whole, a contract whose words say
/// framework or intent, a paper far from what its project plans. `project` is that of a signing.
std::vector<Oddity> oddities_of(const AnyRecord& record, const Project& project);

/// The same of a record that is typed, its amount held against what is usual in its county as well.
std::vector<Oddity> oddities_in_book(store::Db& db, const ReadRecord& read);

/// The same of a record that is changed, but for what is so of the stored one.
std::vector<Oddity> oddities_in_book(store::Db& db,
                                     const AnyRecord& stored,
                                     const ReadRecord& read);

}  // namespace leadbook::service
