#include "cli/import/progress.hpp"

#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {

ImportProgressLine::ImportProgressLine(Env& env, std::string file)
    : env_(env), file_(std::move(file)) {}

ImportProgressLine::~ImportProgressLine() {
  if (width_ > 0) env_.err() << '\r' << std::string(width_, ' ') << '\r' << std::flush;
}

void ImportProgressLine::show(const service::ImportProgress& progress) {
  constexpr auto pause = std::chrono::milliseconds(500);
  const auto now = Clock::now();
  if (!env_.world().err_is_terminal || env_.quiet || now - shown_ < pause) return;
  shown_ = now;
  const auto seconds = std::chrono::duration<double>(now - begun_).count();
  const auto rate = static_cast<double>(progress.rows) / seconds;
  const auto left = static_cast<double>(progress.all - progress.rows) / (rate > 1 ? rate : 1);
  const auto line = text::cut(say("{}: {} of {} rows, {} a second, {} s left",
                                  file_,
                                  progress.rows,
                                  progress.all,
                                  static_cast<std::int64_t>(rate),
                                  static_cast<std::int64_t>(left)),
                              79);
  const auto width = text::display_width(line);
  env_.err() << '\r' << line << std::string(width < width_ ? width_ - width : 0, ' ') << std::flush;
  width_ = width;
}

}  // namespace leadbook::cli
