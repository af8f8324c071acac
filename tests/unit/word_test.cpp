#include "leadbook/domain/word.hpp"

#include <string>
#include <string_view>

#include "catch.hpp"

namespace {

enum class Colour { red, dark_blue, none };

std::string problem_of(std::string_view typed) {
  const auto colour = leadbook::parse_word<Colour>(typed, "colour");
  return colour ? "" : colour.problem().message;
}

}  // namespace

namespace leadbook {

template <>
std::span<const Word<Colour>> words<Colour>() {
  static constexpr Word<Colour> table[] = {
      {Colour::red, "red", "Red", "红色", "scarlet|赤"},
      {Colour::dark_blue, "dark_blue", "Navy", "深蓝"},
      {Colour::none, "none", "No colour", "无色"},
  };
  return table;
}

}  // namespace leadbook

TEST_CASE("a word is read as identifier, name or synonym in whatever case and width") {
  for (const char* typed :
       {"dark_blue", "dark-blue", "Dark Blue", "ｄａｒｋ＿ｂｌｕｅ", " NAVY ", "深蓝"}) {
    INFO(typed);
    const auto colour = leadbook::parse_word<Colour>(typed, "colour");
    REQUIRE(colour);
    CHECK(*colour == Colour::dark_blue);
  }
  CHECK(*leadbook::parse_word<Colour>("Scarlet", "colour") == Colour::red);
  CHECK(*leadbook::parse_word<Colour>("赤", "colour") == Colour::red);
}

TEST_CASE("an unknown word is quoted with the closest one, or with all there are") {
  CHECK(problem_of("dark_bleu") == "there is no colour 'dark_bleu'; did you mean 'dark_blue'?");
  CHECK(problem_of("深兰") == "there is no colour '深兰'; did you mean '深蓝'?");
  CHECK(problem_of("ultraviolet") ==
        "there is no colour 'ultraviolet'; there are red, dark_blue, none");
  CHECK(problem_of("") == "there is no colour ''; there are red, dark_blue, none");
  CHECK(problem_of("\x1B[2J!") == "there is no colour '␛[2J!'; there are red, dark_blue, none");
}
