// A user's own SELECT over read-only views of a book, within limits of time and size.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "leadbook/store/value.hpp"

namespace leadbook::store {

/// A column of a view, and what it holds in both languages.
struct ViewColumn {
  std::string name;
  std::string sql;  // what it is made of
  std::string english;
  std::string chinese;
  bool is_number = false;
};

/// A table as statements of a user see it. Its name is also that of the book's table it stands for.
struct QueryView {
  std::string name;
  std::string from;  // the tables of the book it reads, these as {book}.NAME
  std::string english;
  std::string chinese;
  std::vector<ViewColumn> columns;
};

/// All views, made from the records' field lists. What is not among them no statement can read.
const std::vector<QueryView>& query_views();

/// A number with decimals: 1250 with 2 digits is 12.50.
struct Fraction {
  std::int64_t minor = 0;
  int digits = 0;

  bool operator==(const Fraction&) const = default;
};

using QueryValue = std::variant<Null, std::int64_t, Fraction, std::string>;

struct Query {
  std::string text;
  std::vector<std::pair<std::string, std::string>> values;  // of its :names
  std::chrono::seconds longest{30};
  std::size_t most_rows = 10'000;
};

struct QueryAnswer {
  std::vector<std::string> columns;  // no two alike
  std::vector<std::vector<QueryValue>> rows;
  bool is_cut = false;  // there were more rows
};

}  // namespace leadbook::store
