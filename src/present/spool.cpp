#include "present/spool.hpp"

#include <unistd.h>

#include <cerrno>

#include "leadbook/domain/error.hpp"
#include "leadbook/text/temporary_file.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::present {
namespace {

constexpr std::size_t most_held = 4'000'000;

[[noreturn]] void throw_no_room() {
  throw Error(ErrorKind::failed,
              say("what is to be shown cannot be kept in {}, which is full or closed to you: name "
                  "another folder in TMPDIR",
                  text::visible(text::temporary_folder())));
}

void read_all(int file, off_t at, std::string& bytes) {
  std::size_t got = 0;
  while (got < bytes.size()) {
    const auto part =
        ::pread(file, bytes.data() + got, bytes.size() - got, at + static_cast<off_t>(got));
    if (part < 0 && errno == EINTR) continue;
    if (part <= 0) throw_no_room();
    got += static_cast<std::size_t>(part);
  }
}

}  // namespace

Spool::~Spool() {
  if (file_ >= 0) ::close(file_);
}

void Spool::add(std::string_view piece) {
  held_ += piece;
  sizes_.push_back(piece.size());
  if (held_.size() < most_held) return;
  if (file_ < 0) file_ = text::open_unnamed_file();
  if (file_ < 0 || !text::write_all(file_, held_)) throw_no_room();
  held_.clear();
  in_file_ = sizes_.size();
}

void Spool::each(const std::function<void(std::string_view)>& take) const {
  off_t at = 0;
  std::string piece;
  for (std::size_t index = 0; index < in_file_; ++index) {
    piece.resize(sizes_[index]);
    read_all(file_, at, piece);
    at += static_cast<off_t>(piece.size());
    take(piece);
  }
  std::string_view rest = held_;
  for (std::size_t index = in_file_; index < sizes_.size(); ++index) {
    take(rest.substr(0, sizes_[index]));
    rest.remove_prefix(sizes_[index]);
  }
}

}  // namespace leadbook::present
