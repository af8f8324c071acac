// Amounts of money and other numbers with their units, found within a sentence.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "leadbook/domain/amount/money.hpp"
#include "service/draft/prose.hpp"

namespace leadbook::service::drafting {

struct Sum {
  Amount amount;
  Span span;           // with the words of its exactness
  std::string number;  // as printed: 23.2
  std::string unit;    // 亿元
};

/// The amounts of a text; what stands for no money (5万吨, 20万人) is none.
std::vector<Sum> find_sums(std::string_view text, std::size_t offset = 0);

struct Count {
  std::int64_t value = 0;
  std::string_view unit;  // 个, 家, 亩, projects
  Span span;
  bool is_over = false;  // 余, 多, "more than"
};

/// Whole numbers with a unit of counting: 5个, 40余家, 500亩, "16 projects", 九家.
std::vector<Count> find_counts(std::string_view text, std::size_t offset = 0);

}  // namespace leadbook::service::drafting
