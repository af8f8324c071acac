// A compiled catalogue of messages (.mo), as msgfmt writes it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace leadbook::text {

class Catalogue {
 public:
  /// Without a file, or with one that is no whole catalogue, it holds no message.
  explicit Catalogue(const std::filesystem::path& file);

  /// The translation; nullptr where there is none. It lives as long as the catalogue.
  const char* find(const char* message) const;

 private:
  std::uint32_t number_at(std::size_t at) const;
  bool is_whole() const;
  const char* text_at(std::size_t table, std::uint32_t index) const;

  std::string bytes_;
  bool swapped_ = false;  // written by a machine of the other byte order
  std::uint32_t count_ = 0;
  std::uint32_t messages_ = 0;      // where the table of the messages begins
  std::uint32_t translations_ = 0;  // and that of their translations
};

}  // namespace leadbook::text
