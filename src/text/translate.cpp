#include "leadbook/text/translate.hpp"

#include <memory>

#include "text/catalogue.hpp"

namespace leadbook {
namespace {

/// The language of all messages and, where it is not that of the source, its catalogue.
struct Chosen {
  Language language = Language::english;
  std::unique_ptr<text::Catalogue> catalogue;
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

void use_language(Language language, const std::filesystem::path& catalogues) {
  chosen().language = language;
  chosen().catalogue.reset();
  // English is in the source: a catalogue would be read for nothing.
  if (language == Language::english) return;
  chosen().catalogue =
      std::make_unique<text::Catalogue>(catalogues / "zh_CN" / "LC_MESSAGES" / "leadbook.mo");
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
