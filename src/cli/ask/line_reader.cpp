#include "cli/ask/line_reader.hpp"

#include <dlfcn.h>
#include <editline/readline.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <memory>

#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

volatile std::sig_atomic_t was_interrupted = 0;

void note_interrupt(int) { was_interrupted = 1; }

/// Ctrl-C ends the reading of a line while this lives.
class InterruptWatch {
 public:
  InterruptWatch() {
    was_interrupted = 0;
    struct sigaction watch {};
    watch.sa_handler = note_interrupt;  // without SA_RESTART: a read is cut short
    ::sigaction(SIGINT, &watch, &before_);
  }
  ~InterruptWatch() { ::sigaction(SIGINT, &before_, nullptr); }
  InterruptWatch(const InterruptWatch&) = delete;
  InterruptWatch& operator=(const InterruptWatch&) = delete;

 private:
  struct sigaction before_ {};
};

/// The functions and variables used of libedit, loaded when the first line is asked for.
struct Libedit {
  decltype(&::readline) read_line = nullptr;
  decltype(&::rl_initialize) initialize = nullptr;
  decltype(&::rl_completion_matches) matches = nullptr;
  decltype(&::rl_attempted_completion_function) complete = nullptr;
  decltype(&::rl_getc_function) read_character = nullptr;
  decltype(&::rl_outstream) output = nullptr;

  bool is_whole() const {
    return read_line != nullptr && initialize != nullptr && matches != nullptr &&
           complete != nullptr && read_character != nullptr && output != nullptr;
  }
};

template <class Symbol>
void find_symbol(void* library, const char* name, Symbol& symbol) {
  symbol = reinterpret_cast<Symbol>(::dlsym(library, name));
}

/// While a line is edited Ctrl-C is let in only where the next key is waited for: it can then not
/// come between a look at the flag and the wait.
class InterruptHold {
 public:
  InterruptHold() {
    sigset_t interrupt;
    sigemptyset(&interrupt);
    sigaddset(&interrupt, SIGINT);
    ::sigprocmask(SIG_BLOCK, &interrupt, &open_mask);
  }
  ~InterruptHold() { ::sigprocmask(SIG_SETMASK, &open_mask, nullptr); }
  InterruptHold(const InterruptHold&) = delete;
  InterruptHold& operator=(const InterruptHold&) = delete;

  static sigset_t open_mask;  // as it was, for the wait
};
sigset_t InterruptHold::open_mask;

/// The next character of the terminal as a code point; -1 at its end and on Ctrl-C.
int read_code_point(FILE*) {
  unsigned char byte = 0;
  pollfd key{STDIN_FILENO, POLLIN, 0};
  if (::ppoll(&key, 1, nullptr, &InterruptHold::open_mask) != 1) return -1;
  if (::read(STDIN_FILENO, &byte, 1) != 1) return -1;
  if (byte < 0x80) return byte;
  int more = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1;
  int point = byte & (0x3F >> more);
  for (; more > 0; --more) {
    if (::read(STDIN_FILENO, &byte, 1) != 1) return -1;
    point = point << 6 | (byte & 0x3F);
  }
  return point;
}

/// What the library's callbacks, which are given nothing, work with.
const LineReader::Complete* completer = nullptr;
const Libedit* library_in_use = nullptr;
std::vector<std::string> candidates;

char* next_candidate(const char*, int state) {
  static std::size_t next = 0;
  if (state == 0) next = 0;
  return next < candidates.size() ? ::strdup(candidates[next++].c_str()) : nullptr;
}

char** complete_line(const char* text, int, int) {
  if (completer == nullptr || !*completer) return nullptr;
  candidates = (*completer)(text);
  return candidates.empty() ? nullptr : library_in_use->matches(text, next_candidate);
}

/// nullptr where it is not installed.
const Libedit* load_libedit() {
  static const auto library = [] {
    Libedit table;
    void* file = ::dlopen("libedit.so.2", RTLD_NOW | RTLD_LOCAL);
    if (file == nullptr) return table;
    find_symbol(file, "readline", table.read_line);
    find_symbol(file, "rl_initialize", table.initialize);
    find_symbol(file, "rl_completion_matches", table.matches);
    find_symbol(file, "rl_attempted_completion_function", table.complete);
    find_symbol(file, "rl_getc_function", table.read_character);
    find_symbol(file, "rl_outstream", table.output);
    if (!table.is_whole()) return table;
    // Widths of characters are asked of the C library.
    std::setlocale(LC_CTYPE, "C.UTF-8");
    *table.output = stderr;
    *table.read_character = read_code_point;  // is asked for while it is initialised
    table.initialize();
    *table.complete = complete_line;
    return table;
  }();
  return library.is_whole() ? &library : nullptr;
}

std::optional<std::string> read_edited(const Libedit& library,
                                       const std::string& prompt,
                                       const LineReader::Complete& complete) {
  const InterruptHold hold;
  completer = &complete;
  library_in_use = &library;
  const std::unique_ptr<char, decltype(&std::free)> line(library.read_line(prompt.c_str()),
                                                         std::free);
  completer = nullptr;
  if (line == nullptr) return {};
  return std::string(line.get());
}

}  // namespace

std::optional<std::string> LineReader::read(const std::string& prompt, const Complete& complete) {
  const InterruptWatch watch;
  const bool is_terminal = &world_.in == &std::cin && world_.in_is_terminal;
  const auto* library = is_terminal ? load_libedit() : nullptr;
  world_.out.flush();
  std::optional<std::string> line;
  if (library != nullptr) {
    world_.err.flush();
    line = read_edited(*library, prompt, complete);
  } else {
    world_.err << prompt << std::flush;
    if (std::string read; std::getline(world_.in, read)) line = read;
  }
  if (was_interrupted != 0) {
    world_.err << '\n';
    throw Error(ErrorKind::interrupted, say("stopped; nothing was written"));
  }
  if (!line) return {};
  // A byte that is no text cannot be kept, and none can be typed on purpose.
  if (text::first_bad_byte(*line)) return std::string();
  return std::string(text::trim(*line));
}

}  // namespace leadbook::cli
