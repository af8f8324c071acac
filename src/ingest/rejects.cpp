#include "leadbook/ingest/rejects.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string_view>

#include "leadbook/domain/error.hpp"
#include "leadbook/text/encoding.hpp"
#include "leadbook/text/temporary_file.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::ingest {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t flushed_size = 65'536;
constexpr int most_tries = 100;
constexpr std::string_view byte_order_mark = "\uFEFF";

/// That of the input, where its name is known; a workbook has none.
text::Encoding encoding_of(const SourceFacts& facts) {
  const auto nothing = [](std::uint64_t, char*, std::size_t) { return std::size_t{0}; };
  return text::named_encoding(facts.encoding, nothing).value_or(text::Encoding{});
}

/// What a name leads to, so that a link stays one.
fs::path target_of(const std::string& path) {
  std::error_code problem;
  auto target = fs::weakly_canonical(path, problem);
  return problem ? fs::path(path) : target;
}

/// What is said of a row is no formula. The row's own cells are as they came.
std::string harmless(const std::string& text) {
  const bool formula =
      !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos;
  return formula ? "'" + text : text;
}

std::string quote(const std::string& text, char delimiter) {
  constexpr std::string_view special = "\"\r\n";
  const bool plain =
      text.find(delimiter) == std::string::npos && text.find_first_of(special) == std::string::npos;
  if (plain) return text;
  std::string quoted = "\"";
  for (const char byte : text) quoted.append(byte == '"' ? 2 : 1, byte);
  return quoted + '"';
}

/// With a quote at its beginning escaped, which could be taken for one around the cell.
std::string escape(const std::string& text, char delimiter) {
  std::string escaped;
  for (const char byte : text) {
    const bool opens = byte == '"' && escaped.empty();
    if (byte == '\n') {
      escaped += "\\n";
    } else if (byte == '\r') {
      escaped += "\\r";
    } else if (byte == '\t' && delimiter == '\t') {
      escaped += "\\t";
    } else {
      if (byte == '\\' || opens) escaped += '\\';
      escaped += byte;
    }
  }
  return escaped;
}

std::string dump(const nlohmann::ordered_json& json) {
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

const char* const mark_key = "unmended";

/// In ASCII: a file's encoding may lack what a map names.
std::string run_text(const nlohmann::json& run) {
  return run.empty() ? "" : run.dump(-1, ' ', true);
}

/// Whether a file holds refused rows, or nothing at all.
bool is_reject_file(const fs::path& path) {
  constexpr std::size_t enough = 100;
  std::ifstream file(path, std::ios::binary);
  std::string beginning(enough, '\0');
  file.read(beginning.data(), static_cast<std::streamsize>(enough));
  beginning.resize(static_cast<std::size_t>(file.gcount()));
  std::erase(beginning, '\0');  // of UTF-16
  return beginning.empty() || beginning == "[]\n" || beginning.find("_line") != beginning.npos;
}

}  // namespace

class RejectWriter::File {
 public:
  File(const std::string& path, const text::Encoding& encoding)
      : shown_(text::visible(path)), target_(target_of(path)), encoder_(encoding) {
    std::error_code problem;
    const auto status = fs::status(target_, problem);
    if (fs::exists(status) && !fs::is_regular_file(status)) fail();
    open_beside();
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  ~File() {
    if (descriptor_ < 0) return;
    close(descriptor_);
    unlink(name_.c_str());
  }

  void add(std::string_view text) {
    buffer_ += encoder_.encode(text);
    if (buffer_.size() >= flushed_size) flush();
  }

  void finish() {
    flush();
    if (fsync(descriptor_) != 0 || std::rename(name_.c_str(), target_.c_str()) != 0) fail();
    close(descriptor_);
    descriptor_ = -1;
    const auto folder = target_.has_parent_path() ? target_.parent_path() : fs::path(".");
    const int opened = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (opened < 0) return;
    fsync(opened);
    close(opened);
  }

 private:
  [[noreturn]] void fail() const {
    throw Error(ErrorKind::failed, say("the file {} cannot be written", shown_));
  }

  void open_beside() {
    for (int tries = 0; tries < most_tries; ++tries) {
      name_ = target_.string() + ".part" + std::to_string(getpid()) + "-" + std::to_string(tries);
      descriptor_ = open(name_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
      if (descriptor_ >= 0) return;
      if (errno != EEXIST) break;
    }
    fail();
  }

  void flush() {
    if (!text::write_all(descriptor_, buffer_)) fail();
    buffer_.clear();
  }

  std::string shown_;
  fs::path target_;
  text::Encoder encoder_;
  std::string name_;
  std::string buffer_;
  int descriptor_ = -1;
};

/// How a refused row is written: as CSV, TSV, JSON or JSON Lines.
class RejectWriter::Form {
 public:
  Form(const SourceFacts& facts, const std::vector<std::string>& headings, const ImportRun& run)
      : format_(facts.format),
        delimiter_(facts.delimiter.value_or(facts.format == Format::tsv ? '\t' : ',')),
        headings_(headings),
        run_(run),
        run_text_(run_text(run_)) {}

  std::string beginning() const;
  std::string row(const Row& row, const Rejection& why);
  std::string end() const;

 private:
  bool is_json() const { return format_ == Format::json || format_ == Format::jsonl; }
  std::string rejected_by(const Rejection& why) const;
  std::string line_of_cells(const std::vector<std::string>& own,
                            const std::vector<std::string>& cells) const;
  std::string cell(const std::string& text) const;
  Format format_;
  char delimiter_;
  std::vector<std::string> headings_;
  nlohmann::json run_;
  std::string run_text_;
  bool has_rows_ = false;
};

std::string RejectWriter::Form::cell(const std::string& text) const {
  return format_ == Format::tsv ? escape(text, delimiter_) : quote(text, delimiter_);
}

std::string RejectWriter::Form::line_of_cells(const std::vector<std::string>& own,
                                              const std::vector<std::string>& cells) const {
  std::string line;
  for (const auto& text : own) line.append(cell(text)).append(1, delimiter_);
  for (std::size_t column = 0; column < cells.size(); ++column) {
    const bool is_own = column < headings_.size() && is_reject_heading(headings_[column]);
    if (!is_own) line.append(cell(cells[column])).append(1, delimiter_);
  }
  line.back() = '\n';
  return line;
}

std::string RejectWriter::Form::beginning() const {
  if (format_ == Format::json) return "[";
  if (is_json()) return "";
  const bool is_chinese = language() == Language::chinese;
  const std::span said(is_chinese ? reject_headings_in_chinese : reject_headings);
  return line_of_cells({said.begin(), said.end()}, headings_);
}

std::string RejectWriter::Form::rejected_by(const Rejection& why) const {
  if (why.mark.empty()) return run_text_;
  auto marked = run_;
  marked[mark_key] = {why.mark};
  return run_text(marked);
}

std::string RejectWriter::Form::row(const Row& row, const Rejection& why) {
  const auto by = rejected_by(why);
  const auto line = std::to_string(row.line);
  if (!is_json()) {
    return line_of_cells({line, harmless(why.column), harmless(why.reason), by}, row.cells);
  }
  nlohmann::ordered_json said = {
      {"_line", row.line}, {"_column", why.column}, {"_reason", why.reason}};
  if (!by.empty()) said[std::string(run_heading)] = by;
  if (format_ == Format::jsonl) return dump(said) + '\n' + row.raw + '\n';
  const bool first = !has_rows_;
  has_rows_ = true;
  return (first ? "\n" : ",\n") + dump(said) + ",\n" + row.raw;
}

std::string RejectWriter::Form::end() const {
  if (format_ != Format::json) return "";
  return has_rows_ ? "\n]\n" : "]\n";
}

RejectWriter::RejectWriter(const std::string& path,
                           const SourceFacts& facts,
                           const std::vector<std::string>& headings,
                           const ImportRun& run)
    : path_(path),
      file_(std::make_unique<File>(path, encoding_of(facts))),
      form_(std::make_unique<Form>(facts, headings, run)) {
  if (facts.byte_order_mark || facts.format == Format::xlsx) file_->add(byte_order_mark);
  file_->add(form_->beginning());
}

RejectWriter::RejectWriter(RejectWriter&&) noexcept = default;
RejectWriter::~RejectWriter() = default;

void RejectWriter::add(const Row& row, const Rejection& why) { file_->add(form_->row(row, why)); }

void RejectWriter::finish() {
  file_->add(form_->end());
  file_->finish();
}

bool is_reject_heading(std::string_view heading, std::string_view name) {
  return heading == name ||
         (heading.starts_with(name) && heading.substr(name.size()).starts_with(' '));
}

bool is_reject_heading(std::string_view heading) {
  return std::any_of(std::begin(reject_headings),
                     std::end(reject_headings),
                     [&](std::string_view name) { return is_reject_heading(heading, name); });
}

std::optional<RejectedBy> read_rejected_by(std::string_view cell) {
  if (cell.empty()) return {};
  try {
    RejectedBy by{nlohmann::json::parse(cell).get<ImportRun>(), ""};
    const auto mark = by.run.extract(mark_key);
    if (!mark.empty() && !mark.mapped().empty()) by.mark = mark.mapped().front();
    return by;
  } catch (const nlohmann::json::exception&) {
    throw Error(ErrorKind::refused,
                say("what stands under _import is not as it was written: '{}'",
                    text::visible(text::cut(cell, 60))));
  }
}

/// A file, and what rows must have in common to stand in it.
struct RejectFiles::Part {
  SourceFacts facts;
  std::vector<std::string> headings;
  ImportRun run;
  RejectWriter writer;

  bool holds(const SourceFacts& of,
             const std::vector<std::string>& with,
             const ImportRun& how) const {
    return facts.format == of.format && facts.encoding == of.encoding &&
           facts.byte_order_mark == of.byte_order_mark && facts.delimiter == of.delimiter &&
           headings == with && run == how;
  }
};

RejectFiles::RejectFiles(std::string path) : path_(std::move(path)) {
  std::error_code problem;
  if (fs::is_regular_file(path_, problem) && !is_reject_file(path_)) {
    throw Error(ErrorKind::usage,
                say("--rejects: {} is there and holds no refused rows: name another file",
                    text::visible(path_)));
  }
}

RejectFiles::~RejectFiles() = default;

std::string RejectFiles::name_of(std::size_t number) const {
  if (number == 1) return path_;
  const fs::path path(path_);
  auto name = path.stem();
  name += "-" + std::to_string(number);
  name += path.extension();
  return (path.parent_path() / name).string();
}

RejectWriter& RejectFiles::file_for(const SourceFacts& facts,
                                    const std::vector<std::string>& headings,
                                    const ImportRun& run) {
  // What JSON's rows are called may grow, and does not stand above them.
  const bool is_json = facts.format == Format::json || facts.format == Format::jsonl;
  const auto above = is_json ? std::vector<std::string>() : headings;
  for (const auto& part : parts_) {
    if (part->holds(facts, above, run)) return part->writer;
  }
  RejectWriter writer(name_of(parts_.size() + 1), facts, above, run);
  parts_.emplace_back(new Part{facts, above, run, std::move(writer)});
  return parts_.back()->writer;
}

void RejectFiles::finish() {
  for (const auto& part : parts_) part->writer.finish();
  std::error_code problem;
  for (auto number = parts_.size() + 1;; ++number) {
    const auto name = name_of(number);
    if (!fs::is_regular_file(name, problem) || !is_reject_file(name)) return;
    if (!fs::remove(name, problem)) {
      throw Error(ErrorKind::failed,
                  say("the file {} cannot be removed, and its rows are of an earlier import",
                      text::visible(name)));
    }
  }
}

}  // namespace leadbook::ingest
