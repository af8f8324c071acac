// HZ, Chinese in seven bits (RFC 1843), which iconv lacks: pairs of GB 2312 between ~{ and ~}.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace leadbook::text {

/// One character between EUC-CN and UTF-8; empty where the other has none.
using ConvertCharacter = std::function<std::string(std::string_view)>;

enum class HzStop { end, unfinished, bad };

/// Appends what the bytes say and takes them off the front, but for those that it stopped at.
/// `shifted` says whether they begin within ~{ and ~}, and then whether they end there.
HzStop decode_hz(std::string_view& bytes,
                 bool& shifted,
                 const ConvertCharacter& from_gb,
                 std::string& text);

/// With '?' for what GB 2312 lacks.
std::string encode_hz(std::string_view text, const ConvertCharacter& to_gb);

}  // namespace leadbook::text
