// A bad line to a server: it hands on what is said until a planned moment, then it is cut.
#pragma once

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "scratch_book.hpp"

namespace server {

/// When a connection is cut, around a command the client sends alone, as COMMIT.
struct Cut {
  enum class When {
    before,    // the command does not reach the server
    answered,  // the server has done it; its answer does not reach the client
    after      // the client has the answer, and nothing after it
  };
  std::string command;
  When when = When::before;
  bool for_good = false;  // no further connection is taken
};

/// A socket in a folder of its own, before that of the server.
class Proxy {
 public:
  /// The cuts happen in their order, each once, on whichever connection comes to it.
  Proxy(std::string server, std::vector<Cut> cuts)
      : server_(std::move(server)), cuts_(std::move(cuts)) {
    listener_ = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto address = address_in(folder());
    if (::bind(listener_, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) != 0 ||
        ::listen(listener_, 16) != 0) {
      throw std::runtime_error("no socket for the test");
    }
    acceptor_ = std::thread([this] { accept_all(); });
  }
  ~Proxy() {
    stopping_ = true;
    acceptor_.join();
    for (auto& line : lines_) line.join();
    ::close(listener_);
  }
  Proxy(const Proxy&) = delete;
  Proxy& operator=(const Proxy&) = delete;

  std::string folder() const { return folder_.path.string(); }

  /// How many of the cuts have happened.
  std::size_t cuts_made() {
    const std::lock_guard guard(mutex_);
    return made_;
  }

 private:
  static sockaddr_un address_in(const std::string& folder) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const auto path = folder + "/.s.PGSQL.5432";
    if (path.size() >= sizeof(address.sun_path)) throw std::runtime_error("too long: " + path);
    std::copy(path.begin(), path.end(), std::begin(address.sun_path));
    return address;
  }

  /// A command as the client sends it: Q, its length, its text and a zero.
  static std::string message_of(const std::string& command) {
    const auto length = command.size() + 5;
    return std::string("Q") + std::string(3, '\0') + static_cast<char>(length) + command + '\0';
  }

  static bool is_ready(int socket, int milliseconds) {
    pollfd waiting{socket, POLLIN, 0};
    return ::poll(&waiting, 1, milliseconds) > 0;
  }

  static void write_all(int socket, const std::string& bytes) {
    std::size_t written = 0;
    while (written < bytes.size()) {
      const auto count =
          ::send(socket, bytes.data() + written, bytes.size() - written, MSG_NOSIGNAL);
      if (count <= 0) return;
      written += static_cast<std::size_t>(count);
    }
  }

  static std::string read_some(int socket) {
    std::array<char, 65536> buffer{};
    const auto count = ::read(socket, buffer.data(), buffer.size());
    return count <= 0 ? "" : std::string(buffer.data(), static_cast<std::size_t>(count));
  }

  void accept_all() {
    while (!stopping_) {
      if (!is_ready(listener_, 20)) continue;
      const int client = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
      if (client >= 0) lines_.emplace_back([this, client] { carry(client); });
    }
  }

  /// One connection from its beginning to its end or its cut.
  void carry(int client) {
    const int server = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto address = address_in(server_);
    if (::connect(server, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0) {
      while (!stopping_ && hand_on(client, server)) continue;
    }
    ::close(client);
    ::close(server);
  }

  /// Whether the connection goes on.
  bool hand_on(int client, int server) {
    std::array<pollfd, 2> waiting{{{client, POLLIN, 0}, {server, POLLIN, 0}}};
    if (::poll(waiting.data(), waiting.size(), 20) <= 0) return true;
    if (waiting[1].revents != 0) {
      const auto said = read_some(server);
      write_all(client, said);
      return !said.empty();
    }
    const auto said = read_some(client);
    const auto cut = cut_at(said);
    if (cut.command.empty()) write_all(server, said);
    if (!cut.command.empty()) cut_off(cut, said, client, server);
    return cut.command.empty() && !said.empty();
  }

  /// The planned cut this message comes to; one without command for none.
  Cut cut_at(const std::string& said) {
    const std::lock_guard guard(mutex_);
    if (made_ == cuts_.size() || said != message_of(cuts_[made_].command)) return {};
    return cuts_[made_++];
  }

  void cut_off(const Cut& cut, const std::string& said, int client, int server) {
    if (cut.for_good) ::unlink((folder() + "/.s.PGSQL.5432").c_str());
    if (cut.when == Cut::When::before) return;
    write_all(server, said);
    // The short answer to a command comes in one piece.
    if (!is_ready(server, 10'000)) return;
    const auto answer = read_some(server);
    if (cut.when == Cut::When::after) write_all(client, answer);
  }

  scratch::Folder folder_;
  std::string server_;
  std::vector<Cut> cuts_;
  std::size_t made_ = 0;
  std::mutex mutex_;
  std::atomic<bool> stopping_ = false;
  int listener_ = -1;
  std::thread acceptor_;
  std::vector<std::thread> lines_;
};

}  // namespace server
