#include "leadbook/domain/record/fields/field_text.hpp"

#include "leadbook/text/utf8.hpp"

namespace leadbook {

Result<std::string> FieldText<std::string>::read(std::string_view text, Reading&) {
  if (text::first_bad_byte(text)) {
    return Problem{say("'{}' holds bytes that are not text", text::visible(text))};
  }
  return std::string(text::trim(text));
}

Result<std::optional<Amount>> FieldText<std::optional<Amount>>::read(std::string_view text,
                                                                     Reading& reading) {
  auto rules = rules_of_bare(reading.unit);
  rules.needs_bare = rules.needs_bare && !reading.unit_holds;
  auto parsed = parse_amount(text, rules);
  if (!parsed) return parsed.problem();
  if (!parsed->note.empty()) reading.notes.push_back(parsed->note);
  if (!parsed->amount && !parsed->kept.empty()) {
    reading.notes.push_back(
        say("'{}' names no amount: it stays unknown, the words are kept in the note",
            text::visible(text)));
  }
  if (!parsed->kept.empty()) reading.kept.push_back(parsed->kept);
  if (parsed->is_rounded) {
    const auto taken = format_amount(*parsed->amount);
    reading.notes.push_back(say("'{}' was rounded to {}", text, taken));
  }
  return parsed->amount;
}

std::string FieldText<std::optional<Amount>>::write(const std::optional<Amount>& amount,
                                                    const Naming&) {
  if (!amount) return "";
  std::string text;
  // The qualifier's identifier is read back in every language; at_least is typed "at least".
  if (amount->qualifier != Qualifier::exact) {
    text = qualifier_identifier(amount->qualifier);
    for (auto& symbol : text) symbol = symbol == '_' ? ' ' : symbol;
    text += ' ';
  }
  text += decimal_text(amount->money);
  text += ' ';
  text += amount->money.currency.code();
  return text;
}

}  // namespace leadbook
