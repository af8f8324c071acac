#include "text/chinese_catalogue.hpp"

#include <cstddef>

// The bytes are put in by the assembler: as a literal they would take a compiler seconds.
asm(".pushsection .rodata\n"
    ".balign 8\n"
    ".global leadbook_chinese_catalogue\n"
    "leadbook_chinese_catalogue: .incbin \"" LEADBOOK_CHINESE_CATALOGUE
    "\"\n"
    ".global leadbook_chinese_catalogue_end\n"
    "leadbook_chinese_catalogue_end: .byte 0\n"
    ".popsection\n");

extern "C" const char leadbook_chinese_catalogue[];
extern "C" const char leadbook_chinese_catalogue_end[];

namespace leadbook::embedded {

std::string_view chinese_catalogue() {
  return {leadbook_chinese_catalogue,
          static_cast<std::size_t>(leadbook_chinese_catalogue_end - leadbook_chinese_catalogue)};
}

}  // namespace leadbook::embedded
