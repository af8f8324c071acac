#include "leadbook/text/translate.hpp"

#include <libintl.h>

#include <clocale>
#include <cstdlib>

namespace leadbook {
namespace {

Language& chosen() {
  static Language value = Language::english;
  return value;
}

}  // namespace

void use_language(Language language, const std::filesystem::path& catalogues) {
  chosen() = language;
  // English is in the source; a locale and a catalogue would be looked up for nothing.
  if (language == Language::english) return;
  // C.UTF-8 is always there; LANGUAGE then names the catalogue without any locale installed.
  ::setenv("LANGUAGE", "zh_CN", 1);
  std::setlocale(LC_MESSAGES, "C.UTF-8");
  std::setlocale(LC_CTYPE, "C.UTF-8");
  ::bindtextdomain("leadbook", catalogues.c_str());
  ::bind_textdomain_codeset("leadbook", "UTF-8");
  ::textdomain("leadbook");
}

Language language() { return chosen(); }

const char* translate(const char* message) {
  // gettext answers "" with the catalogue's header.
  if (chosen() == Language::english || *message == '\0') return message;
  return ::gettext(message);
}

const char* translate(const char* singular, const char* plural, std::int64_t count) {
  if (chosen() == Language::english) return count == 1 ? singular : plural;
  return ::ngettext(singular, plural, static_cast<unsigned long>(count));
}

}  // namespace leadbook
