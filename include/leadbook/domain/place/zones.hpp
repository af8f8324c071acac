// Where the figures of zones and parks (开发区、园区) count.
#pragma once

#include "leadbook/domain/word.hpp"

namespace leadbook {

/// Left out, in rows of their own, or with the county they lie in where that is known.
enum class Zones { none, own, host };

template <>
std::span<const Word<Zones>> words<Zones>();

}  // namespace leadbook
