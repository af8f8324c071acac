// Figures of a subset in words: "of which over 1 billion", 其中10亿元以上.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "leadbook/domain/amount/money.hpp"

namespace leadbook::service {

struct SubsetWords {
  std::optional<Money> least;  // of "over 1 billion", 亿元以上
  std::string rest;            // the indicator without these words, folded
};

/// What makes an indicator one of a subset; nothing where no word does.
std::optional<SubsetWords> subset_words(std::string_view indicator);

}  // namespace leadbook::service
