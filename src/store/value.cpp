#include "leadbook/store/value.hpp"

#include <stdexcept>

#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::store {
namespace {

[[noreturn]] void throw_damaged(std::string_view column) {
  throw Error(ErrorKind::failed,
              say("the book is damaged: column '{}' does not hold what it should; run 'leadbook "
                  "book check'",
                  column));
}

}  // namespace

const Value& Row::at(std::string_view column) const {
  for (std::size_t index = 0; index < names_.size(); ++index) {
    if (names_[index] == column) return values_[index];
  }
  throw std::logic_error("the statement has no column " + std::string(column));
}

std::int64_t Row::leading_integer() const {
  const auto* number = std::get_if<std::int64_t>(&values_.front());
  if (number == nullptr) throw_damaged(names_.front());
  return *number;
}

std::int64_t Row::integer(std::string_view column) const {
  const auto* number = std::get_if<std::int64_t>(&at(column));
  if (number == nullptr) throw_damaged(column);
  return *number;
}

const std::string& Row::text(std::string_view column) const {
  const auto* text = std::get_if<std::string>(&at(column));
  if (text == nullptr) throw_damaged(column);
  return *text;
}

std::int64_t Row::integer_or_zero(std::string_view column) const {
  return is_null(at(column)) ? 0 : integer(column);
}

std::string Row::text_or_empty(std::string_view column) const {
  return is_null(at(column)) ? std::string() : text(column);
}

}  // namespace leadbook::store
