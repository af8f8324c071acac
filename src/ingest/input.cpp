#include "leadbook/ingest/input.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string_view>
#include <utility>
#include <vector>

#include "leadbook/domain/error.hpp"
#include "leadbook/text/temporary_file.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::ingest {
namespace {

constexpr std::size_t piece_size = 65'536;

[[noreturn]] void throw_unreadable() {
  throw Error(ErrorKind::failed, say("the file cannot be read to its end"));
}

/// Closed with its owner.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) close(number_);
  }

  int number() const { return number_; }
  int release() { return std::exchange(number_, -1); }

 private:
  int number_;
};

[[noreturn]] void throw_no_room() {
  const auto shown = text::visible(text::temporary_folder());
  throw Error(ErrorKind::failed,
              say("what is read cannot be kept in {}, which is full or closed to you: name another "
                  "folder in TMPDIR",
                  shown));
}

/// A file without a name, so that nothing of it is left behind.
class Keeper {
 public:
  Keeper() : file_(text::open_unnamed_file()) {
    if (file_.number() < 0) throw_no_room();
  }

  void add(std::string_view bytes) {
    if (!text::write_all(file_.number(), bytes)) throw_no_room();
  }

  int release() { return file_.release(); }

 private:
  Descriptor file_;
};

std::size_t read_some(int descriptor, char* to, std::size_t size) {
  while (true) {
    const auto got = ::read(descriptor, to, size);
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno != EINTR) throw_unreadable();
  }
}

/// All of what can be read once, a pipe or a terminal.
int keep_all(int descriptor) {
  Keeper keeper;
  std::vector<char> piece(piece_size);
  while (const auto size = read_some(descriptor, piece.data(), piece.size())) {
    keeper.add({piece.data(), size});
  }
  return keeper.release();
}

}  // namespace

Input::Input(int descriptor, std::string name) : descriptor_(descriptor), name_(std::move(name)) {
  struct stat facts {};
  if (fstat(descriptor_, &facts) == 0) size_ = static_cast<std::uint64_t>(facts.st_size);
}

Input::Input(Input&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      size_(other.size_),
      name_(std::move(other.name_)) {}

Input::~Input() {
  if (descriptor_ >= 0) close(descriptor_);
}

Input Input::open(const std::string& path) {
  const auto name = text::visible(path);
  // What the system cannot name is not there.
  const bool nameless = path.find('\0') != std::string::npos;
  Descriptor file(nameless ? -1 : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number() < 0) {
    const bool missing =
        nameless || errno == ENOENT || errno == ENOTDIR || errno == ENAMETOOLONG || errno == ELOOP;
    throw Error(ErrorKind::failed,
                missing ? say("there is no file {}", name)
                        : say("the file {} may not be read by you", name));
  }
  struct stat facts {};
  if (fstat(file.number(), &facts) != 0) throw_unreadable();
  if (S_ISDIR(facts.st_mode)) {
    throw Error(ErrorKind::failed, say("{} is a folder: name the file in it", name));
  }
  if (!S_ISREG(facts.st_mode)) return Input(keep_all(file.number()), path);
  return Input(file.release(), path);
}

Input Input::keep(std::istream& in, std::string name) {
  Keeper keeper;
  std::vector<char> piece(piece_size);
  while (in) {
    in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
    keeper.add({piece.data(), static_cast<std::size_t>(in.gcount())});
  }
  if (in.bad()) throw_unreadable();
  return Input(keeper.release(), std::move(name));
}

std::size_t Input::read(std::uint64_t at, char* to, std::size_t size) const {
  std::size_t got = 0;
  while (got < size) {
    const auto part = pread(descriptor_, to + got, size - got, static_cast<off_t>(at + got));
    if (part < 0 && errno == EINTR) continue;
    if (part < 0) throw_unreadable();
    if (part == 0) break;
    got += static_cast<std::size_t>(part);
  }
  return got;
}

}  // namespace leadbook::ingest
