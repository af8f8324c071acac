// What an import did or would do, for people and for programs.
#pragma once

#include "cli/env.hpp"
#include "leadbook/present/card.hpp"
#include "leadbook/service/import.hpp"

namespace leadbook::cli {

/// All of a report; `entry` is the number of the import, 0 where nothing was written.
present::Card make_report(Kind kind,
                          const std::string& file,
                          const ingest::SourceFacts& facts,
                          const service::ImportReport& report,
                          std::int64_t entry);

/// "27 signings: 20 new, 3 changed, 4 unchanged, 0 refused (and 2 new companies)".
std::string count_line(Kind kind, const service::ImportReport& report);

/// "UTF-8, ';' between cells" or "sheet 签约项目, headings in row 3".
std::string reading_line(const ingest::SourceFacts& facts, const service::ImportReport& report);

}  // namespace leadbook::cli
