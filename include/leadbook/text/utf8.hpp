// UTF-8 text as people see it: display columns, cutting, padding, folding, and what may enter.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace leadbook::text {

/// Offset of the first byte that is not strict UTF-8 or is a forbidden control character
/// (all of C0 but tab and newline, DEL, C1); nothing where the text is clean.
std::optional<std::size_t> first_bad_byte(std::string_view text);

/// Width in terminal columns: Han and full-width two, combining none, emoji sequences two.
std::size_t display_width(std::string_view text);

/// The same of a text that is shown as it is, every character for itself: printable ASCII and the
/// common Han. Nothing where it may hold anything else.
std::optional<std::size_t> simple_width(std::string_view text);

enum class Align { left, right };

/// Padded with spaces to `columns`; a longer text comes back as it is.
std::string pad(std::string_view text, std::size_t columns, Align align = Align::left);

/// At most `columns` wide, ending in "…" where something was cut; never within a grapheme.
std::string cut(std::string_view text, std::size_t columns);

/// Lines of at most `columns`, broken at spaces or between Han characters.
std::vector<std::string> wrap(std::string_view text, std::size_t columns);

/// Control, bidi-override and other unprintable characters made visible (␛, ␊, <U+202E>), so that
/// data never steers a terminal.
std::string visible(std::string_view text);

/// For comparing: NFKC (full width to half width), case folded, outer spaces gone and inner runs
/// of spaces made one.
std::string fold(std::string_view text);

/// The code points of strict UTF-8 text, and back.
std::u32string decode(std::string_view text);
std::string encode(std::u32string_view text);

std::string_view trim(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char separator);

/// Edits (insert, delete, replace, swap of neighbours) from one text to the other, by code point.
std::size_t edit_distance(std::string_view left, std::string_view right);

/// The candidates nearest to `text`, best first, none further than a third of its length plus one.
std::vector<std::string> closest(std::string_view text,
                                 std::span<const std::string> candidates,
                                 std::size_t most = 3);

}  // namespace leadbook::text
