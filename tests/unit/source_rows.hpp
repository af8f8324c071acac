// The rows of a text as a source gives them, for the tests of each format.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "leadbook/ingest/source.hpp"

namespace source_test {

using leadbook::ingest::Format;
using leadbook::ingest::Input;
using leadbook::ingest::Row;
using leadbook::ingest::RowProblem;
using leadbook::ingest::SourceFacts;
using leadbook::ingest::SourceOptions;
using Cells = std::vector<std::string>;
using Problems = std::vector<RowProblem>;

/// A folder of the test's own, gone with it.
class Folder {
 public:
  Folder() {
    auto name = (std::filesystem::temp_directory_path() / "leadbook-source-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for the test");
    path_ = name;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { std::filesystem::remove_all(path_); }

  std::string operator/(const std::string& name) const { return path_ / name; }

  /// The path of the file made.
  std::string write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    return path_ / name;
  }

  Cells names() const {
    Cells names;
    for (const auto& entry : std::filesystem::directory_iterator(path_)) {
      names.push_back(entry.path().filename());
    }
    return names;
  }

 private:
  std::filesystem::path path_;
};

/// All that a source says of a text.
struct Reading {
  SourceFacts facts;
  std::vector<Row> rows;
  Cells keys;

  std::vector<Cells> cells() const {
    std::vector<Cells> all;
    for (const auto& row : rows) all.push_back(row.cells);
    return all;
  }
  Problems problems() const {
    Problems all;
    for (const auto& row : rows) all.insert(all.end(), row.problems.begin(), row.problems.end());
    return all;
  }
  std::vector<std::size_t> lines() const {
    std::vector<std::size_t> all;
    for (const auto& row : rows) all.push_back(row.line);
    return all;
  }
};

inline Input input_of(const std::string& text, const std::string& name = "f") {
  std::istringstream in(text);
  return Input::keep(in, name);
}

inline Reading read_input(const Input& input, const SourceOptions& options = {}) {
  const auto source = leadbook::ingest::open_source(input, options);
  Reading reading;
  reading.facts = source->facts();
  source->each([&reading](Row& row) {
    reading.rows.push_back(row);
    return true;
  });
  if (source->keys() != nullptr) reading.keys = *source->keys();
  return reading;
}

inline Reading read_text(const std::string& text, const SourceOptions& options = {}) {
  return read_input(input_of(text), options);
}

inline SourceOptions in_format(Format format) {
  SourceOptions options;
  options.format = format;
  return options;
}

/// All of a file; nothing where there is none.
inline std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

}  // namespace source_test
