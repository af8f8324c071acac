// Output to a terminal: what is longer than the screen goes through a pager.
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <map>
#include <streambuf>
#include <string>

namespace leadbook::cli {

/// Holds what is written until it is more than a screen, then starts the pager of LEADBOOK_PAGER or
/// PAGER, else less; `sync` ends a page: what is held is shown, or the reader is waited for.
/// Whoever leaves the pager early has seen enough: the rest is dropped, and that is no error.
class PagedOutput : public std::streambuf {
 public:
  /// Writes to this descriptor, which is a terminal.
  PagedOutput(int terminal, const std::map<std::string, std::string>& environment);
  ~PagedOutput() override;

 protected:
  int_type overflow(int_type letter) override;
  std::streamsize xsputn(const char* text, std::streamsize size) override;
  int sync() override;

 private:
  bool is_longer_than_screen();
  bool start_pager();
  bool put(const std::string& text);

  int terminal_;
  std::string pager_;  // its command; "" for none
  std::string held_;
  std::size_t counted_ = 0;  // how much of it
  std::size_t lines_ = 0;
  pid_t process_ = 0;
  int pipe_ = -1;
  bool left_ = false;  // the pager was left
};

}  // namespace leadbook::cli
