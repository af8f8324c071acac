// Every command has a help page, a place in the guide and a golden transcript.
#include <filesystem>
#include <fstream>
#include <sstream>

#include "catch.hpp"
#include "cli/frame/commands.hpp"
#include "cli/help/help.hpp"
#include "command_runner.hpp"

namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

/// The commands typed in the transcripts, one a line, options before the noun left out.
std::string transcribed() {
  std::string commands;
  for (const auto& entry : std::filesystem::directory_iterator(LEADBOOK_SOURCE "/tests/golden")) {
    std::istringstream lines(read_file(entry.path()));
    for (std::string line; std::getline(lines, line);) {
      if (line.starts_with("$ ")) commands += line + " \n";
    }
  }
  return commands;
}

/// Neither clock, user nor book.
const runner::Surroundings nothing = {
    {{"HOME", "/nonexistent"}}, {leadbook::Day{}, ""}, "", "", ""};

std::vector<std::string> words_of(const leadbook::cli::Command& command) {
  std::vector<std::string> words = {command.noun};
  if (*command.verb != '\0') words.emplace_back(command.verb);
  return words;
}

}  // namespace

TEST_CASE("every command has a line in the guide and a transcript") {
  const auto readme = read_file(LEADBOOK_SOURCE "/src/GUIDE.md");
  const auto typed = transcribed();
  for (const auto& command : leadbook::cli::commands()) {
    const auto name = leadbook::cli::command_name(command);
    INFO(name);
    CHECK((readme.find("`" + name + "`") != std::string::npos ||
           readme.find("`" + name + " ") != std::string::npos));
    CHECK(typed.find("$ " + name + " ") != std::string::npos);
  }
}

TEST_CASE("every command has a help page that opens no book and fits 80 columns") {
  for (const auto& command : leadbook::cli::commands()) {
    auto arguments = words_of(command);
    INFO(leadbook::cli::command_name(command));
    arguments.emplace_back("--help");
    const auto answer = runner::run_in(nothing, arguments);
    CHECK(answer.code == 0);
    CHECK(answer.err == "");
    CHECK(answer.out.starts_with(command.summary));
    CHECK(answer.out.find("Usage: leadbook ") != std::string::npos);
    std::istringstream lines(answer.out);
    for (std::string line; std::getline(lines, line);) {
      CHECK(leadbook::text::display_width(line) <= 80);
    }
  }
}

TEST_CASE("every option of every command says what it is for") {
  for (const auto& command : leadbook::cli::commands()) {
    INFO(leadbook::cli::command_name(command));
    std::istringstream in;
    std::ostringstream out;
    auto world = runner::world_of(nothing, in, out, out);
    leadbook::cli::Env env(world, {});
    env.settings() = leadbook::cli::Settings::load(world);
    leadbook::cli::CommandLine line;
    leadbook::cli::declare_command(line, env, command);
    for (const auto& option : line.options()) {
      INFO(option.names.front());
      CHECK_FALSE(option.help.empty());
    }
  }
}

TEST_CASE("the list of commands and the page of help name every topic") {
  const auto list = runner::run_in(nothing, {"--help"}).out;
  const auto page = runner::run_in(nothing, {"help", "--help"}).out;
  for (const auto& topic : leadbook::cli::topics()) {
    INFO(topic);
    CHECK(list.find(topic) != std::string::npos);
    CHECK(page.find(topic) != std::string::npos);
  }
}

TEST_CASE("the first page of help fits a screen and leads to every command, in both languages") {
  for (const auto* lang : {"en", "zh"}) {
    const auto around = runner::Surroundings{{{"HOME", "/nonexistent"}, {"COLUMNS", "80"}}};
    const auto page = runner::run_in(around, {"--help", "--lang", lang}).out;
    INFO(page);
    CHECK(std::count(page.begin(), page.end(), '\n') <= 23);
    std::istringstream lines(page);
    for (std::string line; std::getline(lines, line);) {
      CHECK(leadbook::text::display_width(line) <= 80);
    }
    for (const auto& command : leadbook::cli::commands()) {
      INFO(command.noun);
      CHECK(page.find(command.noun) != std::string::npos);
    }
  }
}

TEST_CASE("what help shows as to be given is what a command asks for first") {
  for (const auto& command : leadbook::cli::commands()) {
    INFO(leadbook::cli::command_name(command));
    auto arguments = words_of(command);
    arguments.insert(arguments.end(), {"--db", "/nonexistent/book.db"});
    const auto answer = runner::run_in(nothing, arguments);
    std::istringstream in;
    std::ostringstream out;
    auto world = runner::world_of(nothing, in, out, out);
    leadbook::cli::Env env(world, {});
    env.settings() = leadbook::cli::Settings::load(world);
    leadbook::cli::CommandLine line;
    leadbook::cli::declare_command(line, env, command);
    std::string first;
    for (const auto& option : line.options()) {
      if (first.empty() && option.is_argument() && leadbook::cli::is_required(command, option)) {
        first = option.names.front();
      }
    }
    // edit takes a condition in the place of a record
    const bool edits = std::string_view(command.verb) == "edit";
    if (!edits && answer.err.find(" is missing; see ") != std::string::npos) {
      CHECK(answer.err.starts_with("leadbook: " + (first.empty() ? "--city" : first)));
    }
  }
}
