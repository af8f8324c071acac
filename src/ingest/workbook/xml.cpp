#include "ingest/workbook/xml.hpp"

#include <expat.h>

#include <charconv>
#include <exception>
#include <memory>

namespace leadbook::ingest {
namespace {

constexpr int deepest = 64;
/// A tag or comment longer than this is an attempt to fill the memory.
constexpr std::uint64_t longest_token = 4'000'000;

std::string_view without_prefix(std::string_view name) {
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// What the library calls back. Nothing may be thrown through it.
struct Session {
  XmlReader& reader;
  XML_Parser parser = nullptr;
  int depth = 0;
  bool refused = false;
  std::exception_ptr failure = nullptr;

  template <class Call>
  void guard(const Call& call) {
    if (failure || refused || reader.stopped()) return;
    try {
      call();
    } catch (...) {
      failure = std::current_exception();
    }
    if (failure || refused || reader.stopped()) XML_StopParser(parser, XML_FALSE);
  }

  static void open(void* user, const char* name, const char** attributes) {
    auto& session = *static_cast<Session*>(user);
    session.guard([&] {
      session.refused = ++session.depth > deepest;
      if (!session.refused) session.reader.open(without_prefix(name), XmlAttributes(attributes));
    });
  }

  static void close(void* user, const char* name) {
    auto& session = *static_cast<Session*>(user);
    session.guard([&] {
      --session.depth;
      session.reader.close(without_prefix(name));
    });
  }

  static void text(void* user, const char* bytes, int count) {
    auto& session = *static_cast<Session*>(user);
    session.guard([&] { session.reader.text({bytes, static_cast<std::size_t>(count)}); });
  }

  static void doctype(void* user, const char*, const char*, const char*, int) {
    auto& session = *static_cast<Session*>(user);
    session.guard([&] { session.refused = true; });
  }
};

/// How far the parser came in the bytes it was fed; below 0 where it does not know. Newer libraries
/// call it by a new name and deprecate the old one.
template <class Parser>
std::int64_t byte_index(Parser parser) {
  if constexpr (requires { XML_GetCurrentByteIndex64(parser); }) {
    return XML_GetCurrentByteIndex64(parser);
  } else {
    return XML_GetCurrentByteIndex(parser);
  }
}

}  // namespace

std::optional<std::string_view> XmlAttributes::find(std::string_view name) const {
  for (const char** pair = pairs_; *pair != nullptr; pair += 2) {
    if (without_prefix(pair[0]) == name) return pair[1];
  }
  return {};
}

void read_xml(const ZipArchive& archive, const ZipEntry& entry, XmlReader& reader) {
  const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(
      XML_ParserCreate(nullptr), XML_ParserFree);
  if (!parser) throw std::bad_alloc();
  Session session{reader, parser.get()};
  XML_SetUserData(parser.get(), &session);
  XML_SetElementHandler(parser.get(), Session::open, Session::close);
  XML_SetCharacterDataHandler(parser.get(), Session::text);
  XML_SetStartDoctypeDeclHandler(parser.get(), Session::doctype);
  std::uint64_t fed = 0;
  const auto feed = [&](std::string_view piece, bool last) {
    const auto state =
        XML_Parse(parser.get(), piece.data(), static_cast<int>(piece.size()), last ? 1 : 0);
    if (session.failure) std::rethrow_exception(session.failure);
    if (reader.stopped()) return false;
    fed += piece.size();
    const auto told = byte_index(parser.get());
    const bool stuck = told >= 0 && fed - static_cast<std::uint64_t>(told) > longest_token;
    if (state != XML_STATUS_OK || session.refused || stuck) {
      throw damaged_workbook(archive.file(), entry.name);
    }
    return true;
  };
  archive.read(entry, [&](std::string_view piece) { return feed(piece, false); });
  if (!reader.stopped()) feed({}, true);
}

std::optional<std::uint64_t> parse_count(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return {};
  return number;
}

}  // namespace leadbook::ingest
