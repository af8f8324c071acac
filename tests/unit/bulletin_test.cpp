// A bulletin says what its facts say: each number of its text is a fact of its JSON.
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "catch.hpp"
#include "command_runner.hpp"

namespace {

using Json = nlohmann::json;

const std::string folder = LEADBOOK_SOURCE "/data/qiqihar/";

struct SampleBook {
  std::filesystem::path path = std::filesystem::temp_directory_path() /
                               ("leadbook-bulletin-" + std::to_string(::getpid()) + ".db");
  SampleBook() {
    std::filesystem::remove(path);
    REQUIRE(runner::run(path, {"book", "init", "--city", "齐齐哈尔", "-q"}).code == 0);
    for (const std::string kind : {"counties",
                                   "companies",
                                   "rates",
                                   "projects",
                                   "delegations",
                                   "negotiations",
                                   "signings",
                                   "events",
                                   "tasks",
                                   "figures"}) {
      REQUIRE(runner::run(path, {"-y", "-q", "import", kind, folder + kind + ".csv"}).code == 0);
    }
  }
  ~SampleBook() {
    for (const auto* suffix : {"", "-queue"}) {
      std::error_code ignored;
      std::filesystem::remove(path.string() + suffix, ignored);
    }
  }
  SampleBook(const SampleBook&) = delete;
  SampleBook& operator=(const SampleBook&) = delete;
};

/// The text without these parts, each of which must stand in it.
std::string without(std::string text, const Json& parts) {
  for (const auto& part : parts) {
    const auto words = part.get<std::string>();
    if (words.find_first_of("0123456789") == std::string::npos) continue;
    for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at)) {
      text.replace(at, words.size(), " ");
    }
  }
  return text;
}

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

/// "1234.5" and the like, in their order.
std::vector<std::string> numbers_in(const std::string& text) {
  std::vector<std::string> found;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      ++at;
      continue;
    }
    auto end = at;
    while (end < text.size() &&
           (is_digit(text[end]) ||
            (text[end] == '.' && end + 1 < text.size() && is_digit(text[end + 1])))) {
      ++end;
    }
    found.push_back(text.substr(at, end - at));
    at = end;
  }
  return found;
}

void check_paragraphs(const Json& paragraphs, const Json& facts, std::size_t& checked) {
  for (const auto& paragraph : paragraphs) {
    std::vector<std::string> printed;
    for (const auto& id : paragraph["facts"]) {
      bool is_there = false;
      for (const auto& fact : facts) {
        if (fact["id"] != id) continue;
        is_there = true;
        for (auto& number : numbers_in(fact["printed"].get<std::string>())) {
          printed.push_back(std::move(number));
        }
      }
      INFO(id);
      CHECK(is_there);
    }
    const auto text = without(paragraph["text"].get<std::string>(), paragraph["names"]);
    INFO(text);
    for (const auto& number : numbers_in(text)) {
      INFO(number);
      CHECK(std::find(printed.begin(), printed.end(), number) != printed.end());
      ++checked;
    }
  }
}

}  // namespace

TEST_CASE("each number of a bulletin's text is a fact of its JSON") {
  const SampleBook book;
  for (const std::string language : {"zh", "en"}) {
    for (const auto& [kind, period] :
         std::vector<std::pair<std::string, std::string>>{{"weekly", "2020-W19"},
                                                          {"monthly", "2020-05"},
                                                          {"quarterly", "2020Q2"},
                                                          {"yearly", "2020"}}) {
      INFO(language << " " << kind);
      const auto answer = runner::run(
          book.path, {"bulletin", kind, "--period", period, "--json", "--lang", language});
      REQUIRE(answer.code == 0);
      const auto bulletin = Json::parse(answer.out);
      std::size_t checked = 0;
      check_paragraphs(bulletin["opening"], bulletin["facts"], checked);
      check_paragraphs(bulletin["notes"], bulletin["facts"], checked);
      for (const auto& section : bulletin["sections"]) {
        check_paragraphs(section["paragraphs"], bulletin["facts"], checked);
      }
      CHECK(checked > 8);
      // And the text is that of the paragraphs.
      const auto text = runner::run(
          book.path, {"bulletin", kind, "--period", period, "-F", "md", "--lang", language});
      CHECK(text.code == 0);
      CHECK(text.out.find(bulletin["title"].get<std::string>()) != std::string::npos);
    }
  }
}
