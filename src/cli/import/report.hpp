// What an import did or would do, for people and for programs.
#pragma once

#include "cli/frame/env.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/present/card.hpp"
#include "leadbook/service/import/import.hpp"

namespace leadbook::cli {

/// All of a report; one of a dry run has no number.
present::Card make_report(Kind kind,
                          const std::string& file,
                          const ingest::SourceFacts& facts,
                          const service::ImportReport& report,
                          bool is_written);

/// For programs: why no file was read at all.
present::Card make_failed_report(Kind kind,
                                 const std::vector<std::string>& files,
                                 const Error& error);

/// "27 signings: 20 new, 3 changed, 4 unchanged, 0 refused (and 2 new companies)".
std::string count_line(Kind kind, const service::ImportReport& report);

/// "UTF-8, ';' between cells" or "sheet 签约项目, headings in row 3".
std::string reading_line(const ingest::SourceFacts& facts, const service::ImportReport& report);

}  // namespace leadbook::cli
