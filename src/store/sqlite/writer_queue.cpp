#include "store/sqlite/writer_queue.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <system_error>
#include <thread>

namespace leadbook::store {
namespace {

struct Waiting {
  std::mutex mutex;
  std::condition_variable changed;
  bool locked = false;
  bool given_up = false;
};

/// A blocking lock keeps the order of arrival, but cannot time out: a thread of its own takes it,
/// and lets go again when nobody waits any more.
bool wait_for_lock(int file, std::chrono::milliseconds limit) {
  auto waiting = std::make_shared<Waiting>();
  const auto wait = [file, waiting] {
    const bool taken = ::flock(file, LOCK_EX) == 0;
    const std::lock_guard guard(waiting->mutex);
    if (waiting->given_up) {
      ::close(file);
      return;
    }
    waiting->locked = taken;
    waiting->given_up = !taken;
    waiting->changed.notify_one();
  };
  try {
    std::thread(wait).detach();
  } catch (const std::system_error&) {
    return false;  // the engine's own waiting will have to do
  }
  std::unique_lock guard(waiting->mutex);
  waiting->changed.wait_for(guard, limit, [&] { return waiting->locked || waiting->given_up; });
  if (!waiting->locked) waiting->given_up = true;
  return waiting->locked;
}

}  // namespace

WriterTurn::WriterTurn(const std::filesystem::path& book, std::chrono::milliseconds limit) {
  const auto name = book.string() + "-queue";
  const int file = ::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file < 0) return;
  if (::flock(file, LOCK_EX | LOCK_NB) == 0) {
    file_ = file;
  } else if (errno == EWOULDBLOCK) {
    if (wait_for_lock(file, limit)) file_ = file;
  } else {
    ::close(file);
  }
}

WriterTurn::~WriterTurn() {
  if (file_ >= 0) ::close(file_);
}

}  // namespace leadbook::store
