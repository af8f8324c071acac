#include "cli/progress/progress_line.hpp"

#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {

ProgressLine::~ProgressLine() {
  if (width_ > 0) env_.err() << '\r' << std::string(width_, ' ') << '\r' << std::flush;
}

bool ProgressLine::is_due() const {
  constexpr auto pause = std::chrono::milliseconds(500);
  return env_.world().err_is_terminal && !env_.options().quiet && Clock::now() - shown_ >= pause;
}

void ProgressLine::show(const std::string& line) {
  constexpr std::size_t room = 79;
  shown_ = Clock::now();
  const auto cut = text::cut(line, room);
  const auto width = text::display_width(cut);
  env_.err() << '\r' << cut << std::string(width < width_ ? width_ - width : 0, ' ') << std::flush;
  width_ = width;
}

double ProgressLine::seconds() const {
  return std::chrono::duration<double>(Clock::now() - begun_).count();
}

}  // namespace leadbook::cli
