// The encoding of a text: found out or named, decoded to UTF-8 and written back.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace leadbook::text {

struct Encoding {
  std::string name = "UTF-8";       // as people know it
  std::string converter = "UTF-8";  // as iconv knows it
  std::size_t mark = 0;             // bytes of the byte order mark that the text begins with

  bool is_utf8() const { return converter == "UTF-8"; }
};

/// Up to `size` bytes of a text from offset `at`; fewer at its end only.
using ReadBytes = std::function<std::size_t(std::uint64_t at, char* to, std::size_t size)>;

struct EncodingSearch {
  std::optional<Encoding> found;
  std::uint64_t bad_byte = 0;  // offset of the first that no encoding explains, where none is found
  std::vector<Encoding> readings = {};  // that explain the bytes equally well, where none is found
};

/// What a text is written in, all of which is read: by its byte order mark, else UTF-8, else
/// GB18030 or Big5, where every byte is of that. Nearly all of Big5 passes for GB18030 and much the
/// other way round: the one in which the characters are usual is found, or none.
EncodingSearch find_encoding(const ReadBytes& read);

/// The encoding a person names for a text ("gbk"); nothing where there is none of that name.
std::optional<Encoding> named_encoding(std::string_view name, const ReadBytes& read);

/// The names that are worth telling: "utf-8, gb18030, ...".
std::string_view usual_encodings();

/// Whether the system has what converts this encoding; it comes in a package of its own.
bool has_converter(const Encoding& encoding);

struct Scan {
  std::size_t valid = 0;  // bytes before the first that is not strict UTF-8
  bool controls = false;  // whether those hold control characters other than \t \n \r
};

/// Reads over a text, fast.
Scan scan_utf8(std::string_view text);

/// Bytes of a character that is begun at the text's end and not complete; 0 where there is none.
std::size_t unfinished_utf8(std::string_view text);

struct CloseConverter {
  void operator()(void* converter) const;
};

/// Decodes a text piece by piece.
class Decoder {
 public:
  /// The system must have a converter of the encoding.
  explicit Decoder(const Encoding& encoding);

  /// Appends to `text` what the bytes say, but for a character that they only begin, which is kept
  /// for the next piece. Answers the offset in all that was decoded of the first byte that is none
  /// of the encoding, after which nothing more may be decoded. `last` says that no piece follows.
  std::optional<std::uint64_t> decode(std::string_view bytes, bool last, std::string& text);

 private:
  std::unique_ptr<void, CloseConverter> converter_;
  std::string kept_;
  std::uint64_t at_ = 0;  // of the first kept byte
};

/// Writes UTF-8 in an encoding, with '?' for what that has no character for.
class Encoder {
 public:
  /// The system must have a converter of the encoding.
  explicit Encoder(const Encoding& encoding);

  std::string encode(std::string_view text);

 private:
  std::unique_ptr<void, CloseConverter> converter_;  // none for UTF-8
};

}  // namespace leadbook::text
