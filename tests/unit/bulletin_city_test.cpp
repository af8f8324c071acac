// The bulletins of a city of 16 counties and three years, each as its file holds it:
// LEADBOOK_UPDATE=1 writes what came out into the files.
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "catch.hpp"
#include "command_runner.hpp"
#include "scratch_book.hpp"

namespace {

const std::string city = LEADBOOK_SOURCE "/tests/city/";

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("a city's bulletins of every kind come out as they are held") {
  const scratch::Folder folder;
  const auto book = (folder.path / "city.db").string();
  const auto files = (folder.path / "files").string();
  REQUIRE(std::system((city + "make " + files).c_str()) == 0);
  const runner::Moment moment{
      leadbook::Day{std::chrono::year{2025} / 6 / 5}, "2025-06-05T01:00:00Z", {}};
  int requests = 0;
  const auto run = [&](const std::vector<std::string>& arguments) {
    return runner::run(book, arguments, "city-" + std::to_string(++requests), "", moment);
  };
  REQUIRE(run({"book", "init", "--city", "齐齐哈尔", "-q"}).code == 0);
  for (const std::string kind : {"companies",
                                 "projects",
                                 "signings",
                                 "delegations",
                                 "negotiations",
                                 "tasks",
                                 "funds",
                                 "targets"}) {
    const auto answer =
        run({"-y", "-q", "import", kind, files + "/" + kind + ".csv", "--allow-twins"});
    INFO(answer.err);
    REQUIRE(answer.code == 0);
  }
  struct Held {
    std::string name;
    std::vector<std::string> arguments;
  };
  const std::vector<Held> held = {
      {"week", {"weekly", "--period", "2025-05-19..2025-05-25"}},
      {"month", {"monthly", "--period", "2025-05", "--sender", "齐齐哈尔市经济合作局"}},
      {"quarter", {"quarterly", "--period", "2025Q1"}},
      {"year", {"yearly", "--period", "2024"}},
      {"county", {"monthly", "--period", "2025-05", "--county", "克山县"}}};
  for (const std::string language : {"zh", "en"}) {
    for (const auto& one : held) {
      std::vector<std::string> arguments = {"bulletin"};
      arguments.insert(arguments.end(), one.arguments.begin(), one.arguments.end());
      arguments.insert(arguments.end(), {"--lang", language});
      const auto answer = run(arguments);
      INFO(one.name << " " << language << " " << answer.err);
      REQUIRE(answer.code == 0);
      const auto path = city + one.name + "." + language + ".txt";
      if (std::getenv("LEADBOOK_UPDATE") != nullptr) std::ofstream(path) << answer.out;
      CHECK(answer.out == bytes_of(path));
      // A document is the same bytes for the same bulletin.
      const auto document = [&](const std::string& name) {
        auto with_file = arguments;
        with_file.insert(with_file.end(), {"-o", (folder.path / name).string(), "-q"});
        CHECK(run(with_file).code == 0);
        return bytes_of((folder.path / name).string());
      };
      const auto first = document("first.docx");
      CHECK(first.starts_with("PK"));
      CHECK(first == document("second.docx"));
    }
  }
}
