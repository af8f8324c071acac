// Files compiled into the program, by the name they have without their extension.
#pragma once

#include <span>
#include <string_view>

namespace leadbook::embedded {

struct File {
  std::string_view name;
  std::string_view text;
};

std::span<const File> statements();  // src/store/sql
std::span<const File> migrations();  // src/store/migrations, oldest first
std::span<const File> divisions();   // data/divisions
std::span<const File> han();         // data/han

}  // namespace leadbook::embedded
