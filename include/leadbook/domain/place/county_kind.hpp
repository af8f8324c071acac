// What a county of the book is by its name: a division of one of four kinds, or a zone or park.
#pragma once

#include "leadbook/domain/word.hpp"

namespace leadbook {

enum class CountyKind { county, district, county_city, banner, zone, park };

template <>
std::span<const Word<CountyKind>> words<CountyKind>();

}  // namespace leadbook
