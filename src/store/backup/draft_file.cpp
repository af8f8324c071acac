#include "store/backup/draft_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <chrono>
#include <system_error>
#include <utility>

#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::store {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view beginning = ".leadbook-";
constexpr std::string_view end = ".part";

}  // namespace

bool store_on_disk(const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const bool stored = file >= 0 && ::fsync(file) == 0;
  if (file >= 0) ::close(file);
  return stored;
}

DraftFile::DraftFile(const fs::path& folder) : folder_(folder) {
  std::error_code ignored;  // making the file says what is wrong with its folder
  fs::create_directories(folder_, ignored);
  auto name = (folder_ / (std::string(beginning) + "XXXXXX" + std::string(end))).string();
  const int file = ::mkostemps(name.data(), static_cast<int>(end.size()), O_CLOEXEC);
  if (file < 0) fail(say("the folder {} cannot be written", text::visible(folder_.string())));
  ::close(file);
  file_ = name;
}

DraftFile::~DraftFile() {
  std::error_code ignored;
  if (file_.empty()) return;
  fs::remove(file_, ignored);
  remove_beside();
}

void DraftFile::remove_beside() const {
  for (const auto* beside : {"-journal", "-queue"}) {
    std::error_code ignored;
    fs::remove(file_.string() + beside, ignored);
  }
}

void DraftFile::become(const fs::path& name, Outcome& outcome) {
  const auto shown = text::visible(name.string());
  remove_beside();
  if (!store_on_disk(file_)) fail(say("the disk of {} did not store the copy", shown));
  const auto before = std::exchange(outcome.state, Outcome::State::unconfirmed);
  std::error_code problem;
  fs::rename(file_, name, problem);
  if (problem) {
    // A call that reports a failure may have been done: then the draft is gone.
    const bool is_draft = fs::exists(file_, problem);
    if (is_draft) outcome.state = before;
    if (is_draft || problem) fail(say("the copy cannot be named {}", shown));
  }
  outcome.state = Outcome::State::stored;
  file_.clear();
  if (!store_on_disk(folder_)) fail(say("the disk of {} did not store the copy", shown));
}

void remove_old_drafts(const fs::path& folder) {
  std::error_code problem;
  for (const auto& entry : fs::directory_iterator(folder, problem)) {
    const auto name = entry.path().filename().string();
    if (!name.starts_with(beginning) || !name.ends_with(end)) continue;
    std::error_code ignored;
    const auto written = fs::last_write_time(entry.path(), ignored);
    if (ignored || fs::file_time_type::clock::now() - written < std::chrono::hours(24)) continue;
    fs::remove(entry.path(), ignored);
  }
}

}  // namespace leadbook::store
