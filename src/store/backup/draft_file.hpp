// A file being made under a temporary name, which gets its own once it is on the disk.
#pragma once

#include <filesystem>

#include "leadbook/store/outcome.hpp"

namespace leadbook::store {

/// Gone again with this, and what the engine put beside it, unless it was given its name.
class DraftFile {
 public:
  /// Makes the folder and an empty file in it that only its owner may read. Throws Error{failed}.
  explicit DraftFile(const std::filesystem::path& folder);
  ~DraftFile();
  DraftFile(const DraftFile&) = delete;
  DraftFile& operator=(const DraftFile&) = delete;

  const std::filesystem::path& file() const { return file_; }

  /// Stored on the disk and under this name, in place of what had it, once this returns. Throws
  /// Error{failed}; `outcome` is kept true of whether it has the name.
  void become(const std::filesystem::path& name, Outcome& outcome);

 private:
  void remove_beside() const;

  std::filesystem::path folder_;
  std::filesystem::path file_;
};

/// Has the disk store a file or a folder; false where it did not.
bool store_on_disk(const std::filesystem::path& path);

/// Removes the drafts of a folder that are older than a day, whose makers were killed.
void remove_old_drafts(const std::filesystem::path& folder);

}  // namespace leadbook::store
