// What papers add to contract amounts, a day as one text: a total over a year then reads some
// hundreds of rows, not a hundred thousand. Kept as the table posting_block beside posting.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "service/derived/posted_paper.hpp"

namespace leadbook::service {

/// A day of many projects lies in several parts, so that a change writes little.
constexpr std::int64_t projects_per_part = 65'536;

/// The part that a project's papers lie in.
inline std::int64_t part_of(std::int64_t project) { return (project - 1) / projects_per_part; }

/// The texts of a part by day ("2020-05-22"), made of rows of posting. A posting is a line of them:
/// project, county, signing, step (f first, c further contract, s supplement), minor units and
/// currency ("- -" where unknown), then "@" and the first day where the date is not a day, then ">"
/// and the contract it completes.
class PostingTexts {
 public:
  /// Takes the rows of posting, in their order; those of outside amounts are left out.
  void add(const std::vector<std::vector<store::Value>>& rows);
  const std::map<std::string, std::string>& by_day() const { return by_day_; }

 private:
  std::map<std::string, std::string> by_day_;
};

/// The stored texts of a part by day, of days from `from` to `until`.
std::map<std::string, std::string> stored_postings(store::Db& db,
                                                   std::int64_t part,
                                                   const std::string& from,
                                                   const std::string& until);

/// Brings the blocks of one part up to date, whose projects come by number.
class PostingBlocks {
 public:
  PostingBlocks(store::Db& db, std::int64_t part) : db_(db), part_(part) {}

  /// The projects from `first` to `last` had these rows of posting, and now have those.
  void replace(std::int64_t first,
               std::int64_t last,
               const std::vector<std::vector<store::Value>>& before,
               const std::vector<std::vector<store::Value>>& now);
  void write();

 private:
  bool is_replaced(std::int64_t project) const;
  std::map<std::string, std::string> stored() const;
  std::string merged(std::string_view stored, std::string_view now) const;

  store::Db& db_;
  std::int64_t part_;
  std::map<std::int64_t, std::int64_t> replaced_;  // from the first project of a run to its last
  std::set<std::string> days_;
  PostingTexts now_;
};

/// The postings to contract amounts of a period, day after day within each part of the book: all
/// whose date may mean a day of it, where it ends by `reach`. Throws Error{failed} where a line
/// cannot be read: damage.
void each_posted_paper(store::Db& db,
                       const Period& period,
                       Day reach,
                       const std::function<void(const PostedPaper&)>& each);

}  // namespace leadbook::service
