// The counties of a book as totals group by them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "leadbook/store/db.hpp"

namespace leadbook::service {

struct CountyFacts {
  std::int64_t number = 0;
  std::string code;
  std::string city;
  std::int64_t place = 0;      // in the order of the book's counties
  std::int32_t key = -1;       // in the table of the dimension county, once it is there
  std::int32_t city_key = -1;  // in that of the city
};

class Counties {
 public:
  explicit Counties(store::Db& db);

  /// Nothing for a number the book does not have.
  CountyFacts* find(std::int64_t number);

  /// The numbers as the book lists its counties: by code, those without one last.
  const std::vector<std::int64_t>& listed() const { return listed_; }

 private:
  std::vector<CountyFacts> counties_;  // by number
  std::vector<std::int64_t> listed_;
};

}  // namespace leadbook::service
