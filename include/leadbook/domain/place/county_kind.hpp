// What a county of the book is by its name: a division of one of four kinds, a zone or park, or
// a town (乡镇) of a county.
#pragma once

#include "leadbook/domain/word.hpp"

namespace leadbook {

enum class CountyKind { county, district, county_city, banner, zone, park, town };

template <>
std::span<const Word<CountyKind>> words<CountyKind>();

}  // namespace leadbook
