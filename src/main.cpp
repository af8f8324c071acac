#include <poll.h>
#include <pwd.h>
#include <sys/random.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <ctime>
#include <exception>
#include <iostream>
#include <new>
#include <optional>
#include <system_error>

#include "leadbook/cli/paged_output.hpp"
#include "leadbook/cli/run.hpp"

extern char** environ;

namespace {

std::map<std::string, std::string> environment() {
  std::map<std::string, std::string> variables;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string text = *entry;
    const auto equals = text.find('=');
    if (equals != std::string::npos) variables[text.substr(0, equals)] = text.substr(equals + 1);
  }
  return variables;
}

std::string login_name() {
  errno = 0;
  const auto* user = ::getpwuid(::geteuid());
  if (user != nullptr) return user->pw_name;
  // Not to be found is one thing, not to be looked for another: the log would name nobody.
  if (errno == ENOMEM) throw std::bad_alloc();
  if (errno != 0 && errno != ENOENT) throw std::system_error(errno, std::generic_category());
  return "";
}

leadbook::Day local_today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&now, &local);
  using namespace std::chrono;
  return sys_days(year(local.tm_year + 1900) / month(static_cast<unsigned>(local.tm_mon + 1)) /
                  day(static_cast<unsigned>(local.tm_mday)));
}

std::string utc_now() {
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  ::gmtime_r(&now, &utc);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
  return text;
}

std::string random_request() {
  unsigned char bytes[16] = {};
  if (::getrandom(bytes, sizeof bytes, 0) != static_cast<ssize_t>(sizeof bytes)) {
    throw std::system_error(errno, std::generic_category());
  }
  std::string text;
  for (const auto byte : bytes) {
    text += "0123456789abcdef"[byte >> 4];
    text += "0123456789abcdef"[byte & 15];
  }
  return text;
}

/// What the command has written so far, for when nothing else is left to tell it.
const leadbook::store::Outcome* outcome = nullptr;

/// An exception that nobody caught or that met another: mostly memory that stays gone.
[[noreturn]] void end_at_once() noexcept {
  bool out_of_memory = true;
  try {
    if (std::current_exception()) throw;
  } catch (const std::bad_alloc&) {
  } catch (...) {
    out_of_memory = false;
  }
  static const leadbook::store::Outcome nothing_yet;
  leadbook::cli::end_process(outcome == nullptr ? nothing_yet : *outcome, out_of_memory);
}

/// Before everything else, as what is made ahead of main() takes memory too.
[[gnu::constructor(101)]] void watch_the_end() { std::set_terminate(end_at_once); }

bool reader_is_gone() {
  pollfd output{STDOUT_FILENO, POLLOUT, 0};
  return ::poll(&output, 1, 0) == 1 && (output.revents & POLLERR) != 0;
}

}  // namespace

int main(int argc, char** argv) {
  // A reader that went away ends the command by a failed write, not by a signal.
  std::signal(SIGPIPE, SIG_IGN);
  const auto variables = environment();
  const bool out_is_terminal = ::isatty(STDOUT_FILENO) == 1;
  std::optional<leadbook::cli::PagedOutput> paged;
  if (out_is_terminal) paged.emplace(STDOUT_FILENO, variables);
  std::ostream out(paged ? static_cast<std::streambuf*>(&*paged) : std::cout.rdbuf());
  leadbook::cli::World world{std::cin,
                             out,
                             std::cerr,
                             variables,
                             local_today(),
                             utc_now,
                             random_request,
                             login_name,
                             "",
                             ::isatty(STDIN_FILENO) == 1,
                             out_is_terminal,
                             ::isatty(STDERR_FILENO) == 1,
                             reader_is_gone};
  outcome = &world.outcome;
  return leadbook::cli::run({argv + 1, argv + argc}, world);
}
