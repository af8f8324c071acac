// A PostgreSQL server of a campaign's own, that may be killed.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>

namespace faults {

/// A server of the campaign's own.
class Server {
 public:
  Server() {
    ::setenv("LEADBOOK_TEST_FSYNC", "on", 1);
    const auto told = output_of(script + "start");
    const auto begin = told.find('\'');
    const auto end = told.rfind('\'');
    if (begin != std::string::npos && end > begin)
      folder_ = told.substr(begin + 1, end - begin - 1);
  }
  ~Server() {
    if (!folder_.empty()) output_of(script + "stop " + folder_);
  }
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  const std::string& folder() const { return folder_; }
  std::string address(const std::string& database) const {
    return "postgresql://leadbook@/" + database + "?host=" + folder_;
  }

  void kill() const { run("kill "); }
  void start_again() const { run("again "); }

 private:
  static std::string output_of(const std::string& command) {
    std::string text;
    auto* pipe = ::popen(command.c_str(), "r");
    if (pipe == nullptr) return text;
    for (int symbol = std::fgetc(pipe); symbol != EOF; symbol = std::fgetc(pipe)) {
      text += static_cast<char>(symbol);
    }
    return ::pclose(pipe) == 0 ? text : "";
  }

  void run(const std::string& verb) const {
    if (std::system((script + verb + folder_ + " >/dev/null 2>&1").c_str()) != 0) {
      throw std::runtime_error("the server does not " + verb);
    }
  }

  inline static const std::string script = LEADBOOK_SOURCE "/tests/server ";
  std::string folder_;
};

}  // namespace faults
