#include "cli/import/progress.hpp"

#include "leadbook/text/translate.hpp"

namespace leadbook::cli {

void ImportProgressLine::show(const service::ImportProgress& progress) {
  if (!line_.is_due()) return;
  const auto rate = static_cast<double>(progress.rows) / line_.seconds();
  const auto left = static_cast<double>(progress.all - progress.rows) / (rate > 1 ? rate : 1);
  line_.show(say("{}: {} of {} rows, {} a second, {} s left",
                 file_,
                 progress.rows,
                 progress.all,
                 static_cast<std::int64_t>(rate),
                 static_cast<std::int64_t>(left)));
}

}  // namespace leadbook::cli
