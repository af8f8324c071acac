// What is odd in a row though it can be read: an amount far from all others, parts that exceed
// their whole, a currency unlike that of its file.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "leadbook/service/records/record_writer.hpp"
#include "service/import/survey.hpp"

namespace leadbook::service {

class ImportGuard {
 public:
  /// Reads the usual amounts of each county from the book.
  ImportGuard(store::Db& db, Kind kind, const Survey& survey);

  /// What is odd about a record as it would be stored.
  std::vector<Oddity> oddities_of(const ReadRecord& read) const;

 private:
  void weigh_amount(const std::string& field,
                    const std::optional<Amount>& amount,
                    std::int64_t county,
                    std::vector<Oddity>& odd) const;

  std::map<std::string, std::map<Currency, UsualAmounts>> of_file_;  // by field
  std::map<std::pair<std::int64_t, Currency>, UsualAmounts> of_county_;
};

}  // namespace leadbook::service
