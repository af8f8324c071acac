// The counties of a book as totals group by them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "leadbook/domain/place/zones.hpp"
#include "leadbook/store/db.hpp"

namespace leadbook::service {

struct CountyFacts {
  std::int64_t number = 0;
  std::string code;
  std::string city;
  std::int64_t counted = 0;    // where its figures count: its place among all
  std::int64_t place = 0;      // in the order of the book's counties
  std::int32_t key = -1;       // in the table of the dimension county, once it is there
  std::int32_t city_key = -1;  // in that of the city
};

class Counties {
 public:
  /// `zones` says whether a zone counts with the county it lies in; a town always does. Without it
  /// each counts by itself.
  Counties(store::Db& db, std::optional<Zones> zones);

  /// The county in which the figures of one count. Nothing for a number the book does not have.
  CountyFacts* find(std::int64_t number);

  /// The numbers of those whose figures count in a county, itself among them.
  std::vector<std::int64_t> counted_in(std::int64_t number) const;

  /// The numbers as the book lists its counties: by code, those without one last; without those
  /// that count in another.
  const std::vector<std::int64_t>& listed() const { return listed_; }

 private:
  std::size_t place_of(std::int64_t number) const;
  void find_hosts(const std::vector<std::int64_t>& hosts);

  std::vector<CountyFacts> counties_;  // by number
  std::vector<std::int64_t> listed_;
};

}  // namespace leadbook::service
