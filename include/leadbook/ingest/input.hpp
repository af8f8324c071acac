// Bytes that can be read more than once: a file, or a stream kept in a temporary file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <istream>
#include <string>

namespace leadbook::ingest {

class Input {
 public:
  /// A pipe is read to its end and kept as a stream is. Throws Error{failed} that says why the file
  /// cannot be read.
  static Input open(const std::string& path);

  /// All of a stream that can be read once, kept in a file without a name until the end; `name` is
  /// what messages call it. Throws Error{failed} where it cannot be kept.
  static Input keep(std::istream& in, std::string name);

  Input(Input&& other) noexcept;
  Input& operator=(Input&&) = delete;
  ~Input();

  /// Up to `size` bytes from offset `at`; fewer at the end only. Throws Error{failed}.
  std::size_t read(std::uint64_t at, char* to, std::size_t size) const;

  std::uint64_t size() const { return size_; }
  const std::string& name() const { return name_; }

 private:
  Input(int descriptor, std::string name);

  int descriptor_;
  std::uint64_t size_ = 0;
  std::string name_;
};

}  // namespace leadbook::ingest
