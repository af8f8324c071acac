#include "present/bulletin/package.hpp"

#include <minizip/zip.h>

#include <algorithm>
#include <cstring>

#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::present {
namespace {

/// A file in memory, as the zip library writes it.
struct MemoryFile {
  std::string bytes;
  std::size_t place = 0;
};

MemoryFile& file_of(voidpf stream) { return *static_cast<MemoryFile*>(stream); }

voidpf open_memory(voidpf file, const void*, int) { return file; }

uLong read_memory(voidpf, voidpf stream, void* to, uLong size) {
  auto& file = file_of(stream);
  const auto most = std::min<std::size_t>(size, file.bytes.size() - file.place);
  std::memcpy(to, file.bytes.data() + file.place, most);
  file.place += most;
  return static_cast<uLong>(most);
}

uLong write_memory(voidpf, voidpf stream, const void* from, uLong size) {
  auto& file = file_of(stream);
  if (file.bytes.size() < file.place + size) file.bytes.resize(file.place + size);
  std::memcpy(file.bytes.data() + file.place, from, size);
  file.place += size;
  return size;
}

ZPOS64_T tell_memory(voidpf, voidpf stream) { return file_of(stream).place; }

long seek_memory(voidpf, voidpf stream, ZPOS64_T offset, int origin) {
  auto& file = file_of(stream);
  const auto from = origin == ZLIB_FILEFUNC_SEEK_CUR   ? file.place
                    : origin == ZLIB_FILEFUNC_SEEK_END ? file.bytes.size()
                                                       : 0;
  if (from + offset > file.bytes.size()) return -1;
  file.place = from + static_cast<std::size_t>(offset);
  return 0;
}

int close_memory(voidpf, voidpf) { return 0; }
int error_of_memory(voidpf, voidpf) { return 0; }

void require(int result) {
  if (result != ZIP_OK) throw Error(ErrorKind::failed, say("the document cannot be made"));
}

void add_part(zipFile zip, const std::string& name, const std::string& text) {
  zip_fileinfo about{};
  // The first day a zip can tell of: the file depends on nothing but what is in it.
  constexpr uLong first_day = (1U << 21U) | (1U << 16U);
  about.dosDate = first_day;
  require(zipOpenNewFileInZip(zip,
                              name.c_str(),
                              &about,
                              nullptr,
                              0,
                              nullptr,
                              0,
                              nullptr,
                              Z_DEFLATED,
                              Z_DEFAULT_COMPRESSION));
  require(zipWriteInFileInZip(zip, text.data(), static_cast<unsigned>(text.size())));
  require(zipCloseFileInZip(zip));
}

}  // namespace

std::string pack(const PackageParts& parts) {
  MemoryFile file;
  zlib_filefunc64_def functions{};
  functions.zopen64_file = open_memory;
  functions.zread_file = read_memory;
  functions.zwrite_file = write_memory;
  functions.ztell64_file = tell_memory;
  functions.zseek64_file = seek_memory;
  functions.zclose_file = close_memory;
  functions.zerror_file = error_of_memory;
  functions.opaque = &file;
  const auto zip = zipOpen2_64("", APPEND_STATUS_CREATE, nullptr, &functions);
  if (zip == nullptr) require(ZIP_INTERNALERROR);
  for (const auto& [name, text] : parts) add_part(zip, name, text);
  require(zipClose(zip, nullptr));
  return std::move(file.bytes);
}

}  // namespace leadbook::present
