#include "leadbook/text/read_file.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <system_error>

namespace leadbook::text {

std::optional<std::string> read_file(const std::string& path, std::size_t most) {
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  if (!file.is_open()) {
    if (errno == ENOENT || errno == ENOTDIR) return {};
    throw std::system_error(errno, std::generic_category());
  }
  // Piece by piece, as a stream that appends for itself takes a failure for the end.
  std::string bytes;
  std::array<char, 16'384> piece;
  while (file && bytes.size() < most) {
    const auto size = std::min(piece.size(), most - bytes.size());
    file.read(piece.data(), static_cast<std::streamsize>(size));
    bytes.append(piece.data(), static_cast<std::size_t>(file.gcount()));
  }
  if (file.bad()) throw std::system_error(EIO, std::generic_category());
  return bytes;
}

}  // namespace leadbook::text
