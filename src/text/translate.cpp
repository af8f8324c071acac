#include "leadbook/text/translate.hpp"

#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>

#include "leadbook/text/read_file.hpp"
#include "text/chinese_catalogue.hpp"

namespace leadbook {
namespace {

constexpr std::uint32_t magic = 0x950412de;
constexpr std::uint32_t magic_swapped = 0xde120495;
constexpr std::size_t header = 28;
constexpr std::size_t row = 8;  // of a table: a text's length, then where it begins

/// A compiled catalogue of messages (.mo), as msgfmt writes it.
class Catalogue {
 public:
  /// That of a file. Without one, or with one that is no whole catalogue, it holds no message.
  explicit Catalogue(const std::string& file);
  /// That within the program, which is whole.
  Catalogue() : bytes_(embedded::chinese_catalogue()) { read_head(); }

  /// The translation; nullptr where there is none. It lives as long as the catalogue.
  const char* find(const char* message) const;

 private:
  void read_head();
  std::uint32_t number_at(std::size_t at) const;
  bool is_whole() const;
  const char* text_at(std::size_t table, std::uint32_t index) const;

  std::string read_;  // the bytes of a file
  std::string_view bytes_;
  bool swapped_ = false;  // written by a machine of the other byte order
  std::uint32_t count_ = 0;
  std::uint32_t messages_ = 0;      // where the table of the messages begins
  std::uint32_t translations_ = 0;  // and that of their translations
};

Catalogue::Catalogue(const std::string& file) {
  try {
    read_ = text::read_file(file).value_or("");
  } catch (const std::system_error&) {
    return;  // as from one that is not there
  }
  bytes_ = read_;
  read_head();
  if (!is_whole()) count_ = 0;
}

void Catalogue::read_head() {
  if (bytes_.size() < header) return;
  const auto mark = number_at(0);
  swapped_ = mark == magic_swapped;
  if (mark != magic && !swapped_) return;
  count_ = number_at(8);
  messages_ = number_at(12);
  translations_ = number_at(16);
}

std::uint32_t Catalogue::number_at(std::size_t at) const {
  std::uint32_t number = 0;
  std::memcpy(&number, bytes_.data() + at, sizeof number);
  if (!swapped_) return number;
  return number >> 24 | (number >> 8 & 0xff00U) | (number << 8 & 0xff0000U) | number << 24;
}

/// Every text must lie within the file, with the zero byte behind it.
bool Catalogue::is_whole() const {
  for (const std::size_t table : {messages_, translations_}) {
    if (table > bytes_.size() || count_ > (bytes_.size() - table) / row) return false;
    for (std::size_t index = 0; index < count_; ++index) {
      const std::size_t length = number_at(table + index * row);
      const std::size_t begin = number_at(table + index * row + 4);
      if (begin >= bytes_.size() || length >= bytes_.size() - begin) return false;
      if (bytes_[begin + length] != '\0') return false;
    }
  }
  return true;
}

const char* Catalogue::text_at(std::size_t table, std::uint32_t index) const {
  return bytes_.data() + number_at(table + index * row + 4);
}

// The messages are in the order of their bytes; of one with a plural the singular comes first.
const char* Catalogue::find(const char* message) const {
  std::uint32_t first = 0;
  std::uint32_t end = count_;
  while (first < end) {
    const auto middle = first + (end - first) / 2;
    const int order = std::strcmp(message, text_at(messages_, middle));
    if (order == 0) {
      const auto* found = text_at(translations_, middle);
      return *found == '\0' ? nullptr : found;
    }
    if (order < 0) {
      end = middle;
    } else {
      first = middle + 1;
    }
  }
  return nullptr;
}

/// The language of all messages and, where it is not that of the source, its catalogue.
struct Chosen {
  Language language = Language::english;
  std::unique_ptr<Catalogue> catalogue;
};

Chosen& chosen() {
  static Chosen value;
  return value;
}

/// nullptr in the language of the source and for what has no translation.
const char* translation_of(const char* message) {
  const auto& catalogue = chosen().catalogue;
  return catalogue && *message != '\0' ? catalogue->find(message) : nullptr;
}

}  // namespace

void use_language(Language language, const std::string& catalogues) {
  chosen().language = language;
  chosen().catalogue.reset();
  // English is in the source: a catalogue would be read for nothing.
  if (language == Language::english) return;
  chosen().catalogue =
      catalogues.empty()
          ? std::make_unique<Catalogue>()
          : std::make_unique<Catalogue>(catalogues + "/zh_CN/LC_MESSAGES/leadbook.mo");
}

Language language() { return chosen().language; }

const char* translate(const char* message) {
  const auto* found = translation_of(message);
  return found == nullptr ? message : found;
}

const char* translate(const char* singular, const char* plural, std::int64_t count) {
  // Chinese has one form for every number.
  const auto* found = translation_of(singular);
  if (found != nullptr) return found;
  return count == 1 ? singular : plural;
}

}  // namespace leadbook
