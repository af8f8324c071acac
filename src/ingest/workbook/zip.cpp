#include "ingest/workbook/zip.hpp"

#include <minizip/unzip.h>

#include <algorithm>
#include <exception>
#include <limits>

#include "leadbook/text/ascii.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::ingest {

/// Where the library stands in the input, and what went wrong there: nothing may be thrown through
/// the library.
struct ZipArchive::Cursor {
  const Input& input;
  std::uint64_t at = 0;
  std::exception_ptr failure = nullptr;

  void rethrow() {
    if (failure) std::rethrow_exception(failure);
  }

  static uLong read(void* opaque, void*, void* to, uLong size) {
    auto& cursor = *static_cast<Cursor*>(opaque);
    try {
      const auto count = cursor.input.read(cursor.at, static_cast<char*>(to), size);
      cursor.at += count;
      return static_cast<uLong>(count);
    } catch (...) {
      cursor.failure = std::current_exception();
      return 0;
    }
  }

  static long seek(void* opaque, void*, ZPOS64_T offset, int origin) {
    auto& cursor = *static_cast<Cursor*>(opaque);
    std::uint64_t from = 0;
    if (origin == ZLIB_FILEFUNC_SEEK_CUR) from = cursor.at;
    if (origin == ZLIB_FILEFUNC_SEEK_END) from = cursor.input.size();
    const std::uint64_t to = from + offset;
    if (to > cursor.input.size()) return -1;
    cursor.at = to;
    return 0;
  }

  static ZPOS64_T tell(void* opaque, void*) { return static_cast<Cursor*>(opaque)->at; }
  static void* open(void* opaque, const void*, int) { return opaque; }
  static int close(void*, void*) { return 0; }
  static int error(void* opaque, void*) { return static_cast<Cursor*>(opaque)->failure ? 1 : 0; }
};

void ZipArchive::Closer::operator()(void* handle) const { unzClose(handle); }

namespace {

constexpr std::uint64_t most_entries = 256;
constexpr std::uint64_t most_expansion = 50;
constexpr std::uint64_t harmless_size = 10'000'000;
constexpr std::size_t piece_size = 65'536;
constexpr unsigned long is_encrypted = 1;

bool leads_out(std::string_view name) {
  if (name.starts_with('/') || name.find(':') != std::string_view::npos) return true;
  for (const auto part : text::split(name, '/')) {
    if (part == "..") return true;
  }
  return false;
}

bool same_name(std::string_view left, std::string_view right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(), [](char a, char b) {
    return text::to_small(a) == text::to_small(b);
  });
}

void check_entry(const ZipEntry& entry, const std::string& file) {
  if (entry.encrypted) {
    throw Error(ErrorKind::refused,
                say("{} is protected by a password: save it without one", file));
  }
  const bool readable = entry.method == 0 || entry.method == Z_DEFLATED;
  if (!readable) throw damaged_workbook(file, entry.name);
  if (entry.size > harmless_size && entry.size / most_expansion > entry.packed) {
    throw Error(ErrorKind::refused,
                say("{}: '{}' would grow to more than {} times its size, as no honest workbook "
                    "does; save the rows as CSV",
                    file,
                    text::visible(entry.name),
                    most_expansion));
  }
}

}  // namespace

Error damaged_workbook(const std::string& file, std::string_view part) {
  if (part.empty()) {
    return Error(ErrorKind::refused,
                 say("{} is no workbook that can be read, or is damaged: open it in a spreadsheet "
                     "program and save it anew as .xlsx",
                     file));
  }
  return Error(ErrorKind::refused,
               say("{} is damaged in its part '{}': open it in a spreadsheet program and save it "
                   "anew as .xlsx",
                   file,
                   text::visible(part)));
}

ZipArchive::ZipArchive(const Input& input)
    : input_(input), cursor_(new Cursor{input}, [](Cursor* cursor) { delete cursor; }) {
  zlib_filefunc64_def functions{};
  functions.zopen64_file = Cursor::open;
  functions.zread_file = Cursor::read;
  functions.ztell64_file = Cursor::tell;
  functions.zseek64_file = Cursor::seek;
  functions.zclose_file = Cursor::close;
  functions.zerror_file = Cursor::error;
  functions.opaque = cursor_.get();
  handle_.reset(unzOpen2_64("", &functions));
  cursor_->rethrow();
  if (!handle_) throw damaged_workbook(file());
  list_entries();
}

void ZipArchive::list_entries() {
  unz_global_info64 all{};
  unzGetGlobalInfo64(handle_.get(), &all);
  if (all.number_entry > most_entries) {
    throw Error(ErrorKind::refused,
                say("{} has more than {} parts: save the sheet to import as a workbook of its own",
                    file(),
                    most_entries));
  }
  std::uint64_t packed = 0;
  for (int state = unzGoToFirstFile(handle_.get()); state == UNZ_OK;
       state = unzGoToNextFile(handle_.get())) {
    unz_file_info64 about{};
    char name[1024] = "";
    unz64_file_pos place{};
    const bool known =
        unzGetCurrentFileInfo64(
            handle_.get(), &about, name, sizeof name - 1, nullptr, 0, nullptr, 0) == UNZ_OK &&
        unzGetFilePos64(handle_.get(), &place) == UNZ_OK;
    if (!known || about.size_filename >= sizeof name) throw damaged_workbook(file());
    ZipEntry entry{name,
                   about.compressed_size,
                   about.uncompressed_size,
                   place.pos_in_zip_directory,
                   place.num_of_file,
                   about.compression_method,
                   (about.flag & is_encrypted) != 0};
    std::replace(entry.name.begin(), entry.name.end(), '\\', '/');
    // Entries that share their bytes make a bomb of a small file.
    if (entry.packed > input_.size() - packed) throw damaged_workbook(file());
    packed += entry.packed;
    if (leads_out(entry.name)) throw damaged_workbook(file(), entry.name);
    entries_.push_back(std::move(entry));
  }
  cursor_->rethrow();
  if (entries_.empty() || entries_.size() != all.number_entry) throw damaged_workbook(file());
}

const ZipEntry* ZipArchive::find(std::string_view name) const {
  for (const auto& entry : entries_) {
    if (same_name(entry.name, name)) return &entry;
  }
  return nullptr;
}

void ZipArchive::open(const ZipEntry& entry) const {
  check_entry(entry, file());
  const unz64_file_pos place{entry.place, entry.number};
  const bool opened = unzGoToFilePos64(handle_.get(), &place) == UNZ_OK &&
                      unzOpenCurrentFile(handle_.get()) == UNZ_OK;
  cursor_->rethrow();
  if (!opened) throw damaged_workbook(file(), entry.name);
}

void ZipArchive::read(const ZipEntry& entry,
                      const std::function<bool(std::string_view)>& take) const {
  open(entry);
  const auto close = [](void* handle) { unzCloseCurrentFile(handle); };
  std::unique_ptr<void, decltype(close)> guard(handle_.get(), close);
  std::vector<char> piece(piece_size);
  std::uint64_t total = 0;
  while (true) {
    const int count =
        unzReadCurrentFile(handle_.get(), piece.data(), static_cast<unsigned>(piece.size()));
    cursor_->rethrow();
    if (count < 0) throw damaged_workbook(file(), entry.name);
    if (count == 0) break;
    total += static_cast<std::uint64_t>(count);
    if (!take({piece.data(), static_cast<std::size_t>(count)})) return;
  }
  // Closing after the last byte compares the checksum.
  const bool whole = unzCloseCurrentFile(guard.release()) == UNZ_OK && total == entry.size;
  if (!whole) throw damaged_workbook(file(), entry.name);
}

}  // namespace leadbook::ingest
