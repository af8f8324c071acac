#include "faults/said/program.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <new>
#include <stdexcept>
#include <utility>

namespace faults {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

/// A command takes milliseconds; what takes this long waits for something that never comes.
constexpr auto longest = std::chrono::seconds(60);

using Pipe = std::array<int, 2>;

Pipe make_pipe() {
  Pipe pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  return pipe;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> all;
  for (auto& text : texts) all.push_back(text.data());
  all.push_back(nullptr);
  return all;
}

/// The environment of every run: nothing of this process's own.
std::vector<std::string> environment(const Program& program,
                                     const fs::path& folder,
                                     const InjectionPage& page) {
  return {"LD_PRELOAD=" + program.injector.string(),
          std::string(injection_variable) + "=" + page.file().string(),
          "HOME=" + folder.string(),
          "XDG_CONFIG_HOME=" + (folder / "config").string(),
          "LEADBOOK_DB=" + (folder / "book.db").string(),
          "PATH=/usr/bin:/bin"};
}

/// Reads both outputs to their ends; whether these came before the time was up.
bool read_outputs(int out, int err, Run& run) {
  const auto until = Clock::now() + longest;
  std::array<pollfd, 2> files = {pollfd{out, POLLIN, 0}, pollfd{err, POLLIN, 0}};
  std::array<std::string*, 2> texts = {&run.out, &run.err};
  int open = 2;
  while (open > 0) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
    if (left <= 0 || ::poll(files.data(), files.size(), static_cast<int>(left)) <= 0) return false;
    for (std::size_t index = 0; index < files.size(); ++index) {
      if (files[index].revents == 0) continue;
      std::array<char, 4096> bytes{};
      const auto size = ::read(files[index].fd, bytes.data(), bytes.size());
      if (size > 0) {
        texts[index]->append(bytes.data(), static_cast<std::size_t>(size));
      } else {
        files[index].fd = -1;
        --open;
      }
    }
  }
  return true;
}

}  // namespace

InjectionPage::InjectionPage(fs::path file) : file_(std::move(file)) {
  const int opened = ::open(file_.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (opened < 0 || ::ftruncate(opened, sizeof(Injection)) != 0) {
    throw std::runtime_error("no page for injections");
  }
  page_ = ::mmap(nullptr, sizeof(Injection), PROT_READ | PROT_WRITE, MAP_SHARED, opened, 0);
  ::close(opened);
  if (page_ == MAP_FAILED) throw std::runtime_error("no page for injections");
}

InjectionPage::~InjectionPage() { ::munmap(page_, sizeof(Injection)); }

Injection& InjectionPage::begin(const Fault& fault, const Moment& moment) {
  return *new (page_)
      Injection{fault.target, fault.manner, fault.at, fault.error, moment.now, moment.seed};
}

Run run_program(const Program& program,
                const fs::path& folder,
                const std::vector<std::string>& arguments,
                InjectionPage& page,
                const Fault& fault,
                const Moment& moment) {
  auto& injection = page.begin(fault, moment);
  std::vector<std::string> words = {"leadbook"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  auto variables = environment(program, folder, page);
  const auto word_pointers = pointers(words);
  const auto variable_pointers = pointers(variables);
  const auto out_pipe = make_pipe();
  const auto err_pipe = make_pipe();
  const auto child = ::fork();
  if (child < 0) throw std::runtime_error("no process");
  if (child == 0) {
    const int in = ::open("/dev/null", O_RDONLY);
    ::dup2(in, STDIN_FILENO);
    ::dup2(out_pipe[1], STDOUT_FILENO);
    ::dup2(err_pipe[1], STDERR_FILENO);
    if (::chdir(folder.c_str()) == 0) {
      ::execve(program.file.c_str(), word_pointers.data(), variable_pointers.data());
    }
    ::_exit(127);
  }
  ::close(out_pipe[1]);
  ::close(err_pipe[1]);
  Run run;
  run.hung = !read_outputs(out_pipe[0], err_pipe[0], run);
  if (run.hung) ::kill(child, SIGKILL);
  ::close(out_pipe[0]);
  ::close(err_pipe[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  run.code = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  run.points = {injection.calls, injection.room, injection.allocations};
  run.struck = injection.struck > 0;
  run.struck_at = injection.struck_at.data();
  return run;
}

}  // namespace faults
