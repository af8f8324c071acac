// Names compared as people mean them: of companies without legal form, place, script, width or
// spacing.
#pragma once

#include <string>
#include <string_view>

namespace leadbook {

/// What tells a company from others: "精易诚食品" of "徐州精易诚食品有限公司", "jingyicheng food"
/// of "Xuzhou Jingyicheng Food Co., Ltd.". Gone are legal forms (有限公司, 集团, Co., Ltd., Group),
/// a bracketed place or form, the places at the front, case, width, punctuation and the difference
/// between Traditional and Simplified. A place stays where the rest would only be a trade
/// ("北京银行", "齐齐哈尔商会"), and a legal form where nothing else would be left. A few
/// microseconds.
std::string normalise_company(std::string_view name);

/// What tells a project's title from others of its county: without case, width, spaces, punctuation
/// (but between digits, as in 1.5) and 项目 at its end. Projects of one county with the same plain
/// title are the same.
std::string plain_title(std::string_view title);

/// Whether one plain title is the other with some of its characters left out, and not too many:
/// "精易诚肉鸭全产业链" and "肉鸭产业链". Numbers must be the same. Equal ones are none.
bool is_shortened_title(std::string_view plain, std::string_view other);

/// How alike two names are once normalised, 0 to 1: Jaro-Winkler by character. It suits names of
/// three to eight Chinese characters, of which one mistyped (精易诚, 精易城) changes half of all
/// pairs but a small part of the characters, and it weighs the beginning, where names differ.
double similarity(std::string_view left, std::string_view right);

/// The same of two names that are normalised and decoded already: at least `threshold`, or 0, which
/// is found out faster.
double similarity_of_normal(std::u32string_view left, std::u32string_view right, double threshold);

}  // namespace leadbook
