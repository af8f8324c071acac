// Any text as an amount of money: one that reads is printed, in every unit and language, as a text
// that reads back the same.
#include "leadbook/domain/amount/money.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "leadbook/domain/record/fields/field_text.hpp"
#include "leadbook/text/translate.hpp"

namespace {

using namespace leadbook;

void expect_same(const std::string& printed, const Amount& amount) {
  const auto again = parse_amount(printed);
  if (!again || again->amount != amount || !again->note.empty()) __builtin_trap();
}

void check_amount(const Amount& amount) {
  if (amount.money.minor < 0) __builtin_trap();
  for (const auto unit :
       {AmountUnit::yuan, AmountUnit::wan, AmountUnit::yi, AmountUnit::automatic}) {
    expect_same(format_amount(amount, unit), amount);
  }
  expect_same(FieldText<std::optional<Amount>>::write(amount, {}), amount);
}

void check_text(std::string_view text) {
  for (const auto bare : {std::optional<AmountUnit>(), std::optional(AmountUnit::wan)}) {
    const auto read = parse_amount(text, bare);
    if (!read) {
      if (read.problem().message.empty()) __builtin_trap();
    } else if (read->amount) {
      check_amount(*read->amount);
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  for (const auto language : {Language::english, Language::chinese}) {
    use_language(language, "");
    check_text(text);
  }
  return 0;
}
