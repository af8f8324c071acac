#include "leadbook/ingest/rejects.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <string_view>

#include "ingest/rejects_form.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/text/encoding.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::ingest {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t piece_size = 65'536;
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
    if (buffer_.size() >= piece_size) flush();
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
    std::string_view left = buffer_;
    while (!left.empty()) {
      const auto written = write(descriptor_, left.data(), left.size());
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) fail();
      left.remove_prefix(static_cast<std::size_t>(written));
    }
    buffer_.clear();
  }

  std::string shown_;
  fs::path target_;
  text::Encoder encoder_;
  std::string name_;
  std::string buffer_;
  int descriptor_ = -1;
};

RejectWriter::RejectWriter(const std::string& path,
                           const SourceFacts& facts,
                           const std::vector<std::string>& headings)
    : file_(std::make_unique<File>(path, encoding_of(facts))),
      form_(std::make_unique<Form>(facts, headings)) {
  if (facts.byte_order_mark || facts.format == Format::xlsx) file_->add(byte_order_mark);
  file_->add(form_->beginning());
}

RejectWriter::~RejectWriter() = default;

void RejectWriter::add(const Row& row, const std::string& column, const std::string& reason) {
  file_->add(form_->row(row, column, reason));
}

void RejectWriter::finish() {
  file_->add(form_->end());
  file_->finish();
}

}  // namespace leadbook::ingest
