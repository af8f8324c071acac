// Records of any kind filled at random, by their own lists of fields.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "leadbook/domain/record/fields/all.hpp"
#include "leadbook/domain/record/records.hpp"
#include "leadbook/text/utf8.hpp"

namespace random_record {

using namespace leadbook;

class Maker {
 public:
  explicit Maker(unsigned seed) : random_(seed) {
    // Whatever character the edge lets in must survive; the rest is refused there.
    for (char symbol = 1; symbol > 0 && symbol < 127; ++symbol) {
      if (!text::first_bad_byte(std::string(1, symbol))) pieces_.emplace_back(1, symbol);
    }
    for (const auto* piece : {"拜泉", "；", "𠀀", "é", "e\u0301", "😀", "\"", "\\", "\n"}) {
      pieces_.emplace_back(piece);
    }
  }

  std::int64_t below(std::int64_t limit) {
    return std::uniform_int_distribution<std::int64_t>(0, limit - 1)(random_);
  }

  /// The record exists: others may name it.
  void remember(const Reference& record) { known_[record.kind].push_back(record.number); }

  template <class T>
  T make() {
    T value;
    for_each_field<T>([&](const auto& field) {
      // What is told of a person is not in the log, from which these are made again.
      if (!field.personal) fill(value.*field.member, field.need == Need::required);
    });
    return value;
  }

 private:
  void fill(std::string& text, bool required) {
    text.clear();
    if (!required && below(4) == 0) return;
    // Codes and numbers of contracts may be there once only.
    text = std::to_string(++unique_);
    for (auto more = below(6); more > 0; --more) {
      text += pieces_[static_cast<std::size_t>(below(static_cast<std::int64_t>(pieces_.size())))];
    }
  }

  void fill(std::int64_t& number, bool) {
    number = below(3) == 0 ? below(std::int64_t{1} << 53) + 1 : below(100) + 1;
  }

  void fill(Date& date, bool) {
    date.first = earliest_day + std::chrono::days(below(100'000));
    date.last = date.first + std::chrono::days(below(3) == 0 ? below(366) : 0);
  }

  void fill(Currency& currency, bool) {
    constexpr const char* codes[] = {"CNY", "USD", "HKD", "JPY", "KWD"};
    currency = Currency::parse(codes[below(5)]).value();
  }

  void fill(Amount& amount, bool) {
    fill(amount.money.minor, true);
    fill(amount.money.currency, true);
    amount.qualifier = static_cast<Qualifier>(below(6));
  }

  void fill(Area& area, bool) { fill(area.hundredths, true); }
  void fill(RateValue& rate, bool) { fill(rate.e10, true); }
  void fill(Percent& percent, bool) { fill(percent.hundredths, true); }

  template <class R>
  void fill(Id<R>& id, bool required) {
    const auto& known = known_[kind_of<R>];
    id = {};
    if (known.empty() || (!required && below(3) == 0)) return;
    id.number = known[static_cast<std::size_t>(below(static_cast<std::int64_t>(known.size())))];
  }

  template <class E>
  requires std::is_enum_v<E>
  void fill(E& value, bool) {
    const auto table = words<E>();
    value = table[static_cast<std::size_t>(below(static_cast<std::int64_t>(table.size())))].value;
  }

  template <class T>
  void fill(std::optional<T>& value, bool required) {
    value.reset();
    if (!required && below(3) == 0) return;
    fill(value.emplace(), true);
  }

  template <class T>
  void fill(std::vector<T>& list, bool) {
    list.clear();
    for (auto more = below(4); more > 0; --more) {
      if constexpr (std::is_same_v<T, std::string>) {
        fill(list.emplace_back(), true);
      } else {
        list.push_back(make<T>());
      }
    }
  }

  std::mt19937 random_;
  std::vector<std::string> pieces_;
  std::map<Kind, std::vector<std::int64_t>> known_;
  std::int64_t unique_ = 0;
};

}  // namespace random_record
