#include "store/sqlite/book_file.hpp"

#include <system_error>

#include "leadbook/domain/error.hpp"
#include "leadbook/text/read_file.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"
#include "store/engine.hpp"

namespace leadbook::store {
namespace {

/// The engine's header: its magic in the first 16 bytes, the version a program keeps for itself at
/// 60, its application id at 68, both big-endian.
constexpr std::size_t header_size = 72;

std::uint32_t big_endian(const std::string& header, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t index = at; index < at + 4; ++index) {
    value = value << 8 | static_cast<unsigned char>(header[index]);
  }
  return value;
}

std::string header_of(const std::filesystem::path& file, const std::string& name) {
  try {
    return text::read_file(file.string(), header_size).value_or("");
  } catch (const std::system_error& problem) {
    if (problem.code() != std::errc::permission_denied) throw;
    fail(say("the book {} cannot be read: no permission", name));
  }
}

}  // namespace

std::filesystem::path book_path(const std::filesystem::path& file) {
  const auto name = file.string();
  if (name.starts_with("file:") || name.find("://") != std::string::npos) {
    throw Error(ErrorKind::usage,
                say("'{}' is not a file name: give the book's path, as --db ~/book.db",
                    text::visible(name)));
  }
  return std::filesystem::absolute(file).lexically_normal();
}

bool is_book_file(const std::filesystem::path& file) {
  const auto name = text::visible(file.string());
  std::error_code problem;
  const auto status = std::filesystem::status(file, problem);
  if (status.type() == std::filesystem::file_type::not_found) return false;
  if (problem == std::errc::permission_denied) {
    fail(say("the book {} cannot be read: no permission for its folder", name));
  }
  if (problem) throw std::system_error(problem);
  if (std::filesystem::is_directory(status)) fail(say("{} is a folder, not a book", name));
  const auto header = header_of(file, name);
  if (header.empty()) return false;  // so is a book whose making was cut short
  const std::string_view magic("SQLite format 3\0", 16);
  const bool is_database = header.size() == header_size && header.starts_with(magic);
  if (!is_database || big_endian(header, 68) != application_id) {
    fail(say("{} is not a leadbook book; it was left as it is", name));
  }
  const auto version = static_cast<int>(big_endian(header, 60));
  if (version > schema_version()) refuse_newer_book(file.string(), version);
  return true;
}

}  // namespace leadbook::store
