#include "leadbook/text/translate.hpp"

#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "catch.hpp"
#include "scratch_book.hpp"

namespace {

using namespace leadbook;
namespace fs = std::filesystem;

const fs::path catalogues = LEADBOOK_BUILD "/share/locale";

/// Puts the language back for the tests that follow.
struct InChinese {
  explicit InChinese(const fs::path& folder) { use_language(Language::chinese, folder); }
  ~InChinese() { use_language(Language::english, ""); }
  InChinese(const InChinese&) = delete;
  InChinese& operator=(const InChinese&) = delete;
};

std::string catalogue_bytes() {
  std::ifstream file(catalogues / "zh_CN/LC_MESSAGES/leadbook.mo", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write_catalogue(const fs::path& folder, const std::string& bytes) {
  fs::create_directories(folder / "zh_CN/LC_MESSAGES");
  std::ofstream(folder / "zh_CN/LC_MESSAGES/leadbook.mo", std::ios::binary) << bytes;
}

}  // namespace

TEST_CASE("messages are translated without any locale of the system") {
  const InChinese chinese(catalogues);
  CHECK(say("County") == "县区");
  CHECK(say("there is no entry {}; see 'leadbook history'", 7).find('7') != std::string::npos);
  CHECK(say("there is no entry {}; see 'leadbook history'", 7).find("there") == std::string::npos);
  // One form for every number.
  const auto* form =
      translate("{} problem; nothing was imported", "{} problems; nothing was imported", 1);
  CHECK(form ==
        translate("{} problem; nothing was imported", "{} problems; nothing was imported", 2));
  CHECK(std::string(form).find("problem") == std::string::npos);
}

TEST_CASE("what has no translation stays as it is in the source") {
  {
    const InChinese chinese(catalogues);
    CHECK(std::string(translate("no message of this program")) == "no message of this program");
    CHECK(std::string(translate("")) == "");
    CHECK(std::string(translate("one of these", "many of these", 3)) == "many of these");
  }
  CHECK(say("County") == "County");
  const InChinese nowhere("/nonexistent");
  CHECK(say("County") == "County");
}

TEST_CASE("a catalogue that is cut short or damaged is left aside, and nothing breaks") {
  const auto whole = catalogue_bytes();
  REQUIRE(whole.size() > 10'000);
  scratch::Folder folder;
  for (std::size_t size = 0; size < whole.size(); size += 997) {
    write_catalogue(folder.path, whole.substr(0, size));
    const InChinese chinese(folder.path);
    REQUIRE(say("County") == "County");
  }
  for (std::size_t at = 0; at < 12'000; at += 7) {
    auto damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
    write_catalogue(folder.path, damaged);
    const InChinese chinese(folder.path);
    const std::string text = translate("County");
    REQUIRE(text.size() < whole.size());
  }
}

TEST_CASE("a catalogue of the other byte order is read as well") {
  auto swapped = catalogue_bytes();
  const auto swap_at = [&](std::size_t at) {
    std::swap(swapped[at], swapped[at + 3]);
    std::swap(swapped[at + 1], swapped[at + 2]);
  };
  const auto number_at = [&](std::size_t at) {
    std::uint32_t number = 0;
    std::memcpy(&number, swapped.data() + at, sizeof number);
    return number;
  };
  const auto count = number_at(8);
  for (const auto table : {number_at(12), number_at(16)}) {
    for (std::size_t at = table; at < table + 8 * count; at += 4) swap_at(at);
  }
  for (std::size_t at = 0; at < 28; at += 4) swap_at(at);
  scratch::Folder folder;
  write_catalogue(folder.path, swapped);
  const InChinese chinese(folder.path);
  CHECK(say("County") == "县区");
}
