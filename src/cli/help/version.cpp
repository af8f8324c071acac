#include "cli/help/version.hpp"

#include "leadbook/store/engines.hpp"

namespace leadbook::cli {

std::string release() { return LEADBOOK_RELEASE; }

std::string release_day() { return LEADBOOK_RELEASED; }

std::string version_text() {
  const std::string commit = LEADBOOK_COMMIT;
  return "leadbook " + release() + (commit.empty() ? "" : " (" + commit + ")") + "\n" +
         store::engines() + "\n";
}

}  // namespace leadbook::cli
