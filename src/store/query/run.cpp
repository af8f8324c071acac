#include "store/query/run.hpp"

#include <algorithm>
#include <charconv>
#include <set>

#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::store {
namespace {

std::string filled(const std::string& text, const std::string& schema) {
  constexpr std::string_view mark = "{book}";
  std::string filled;
  std::size_t from = 0;
  for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, from)) {
    filled += text.substr(from, at - from) + schema;
    from = at + mark.size();
  }
  return filled + text.substr(from);
}

/// The view as a table expression. Columns nobody asks for are never worked out, as each engine
/// reads it into the statement.
std::string definition_of(const QueryView& view,
                          const std::string& schema,
                          const std::string& mark) {
  std::string columns;
  for (const auto& column : view.columns) {
    columns += (columns.empty() ? "" : ", ") + column.sql + " AS " + column.name;
  }
  const auto select = "(SELECT " + columns + " FROM " + filled(view.from, schema) + ")";
  if (mark.empty()) return view.name + " AS NOT MATERIALIZED " + select;
  const auto inner = "\"" + mark + view.name + "\"";
  return inner + " AS NOT MATERIALIZED " + select + ", " + view.name +
         " AS NOT MATERIALIZED (SELECT * FROM " + inner + ")";
}

/// All views whose names are among the statement's words.
std::string definitions_for(const QueryText& text,
                            const std::string& schema,
                            const std::string& mark) {
  std::set<std::string_view> names;
  for (const auto& token : text.tokens) {
    if (token.is_name()) names.insert(token.value);
  }
  std::string definitions;
  for (const auto& view : query_views()) {
    if (names.count(view.name) == 0) continue;
    definitions += (definitions.empty() ? "WITH " : ", ") + definition_of(view, schema, mark);
  }
  return definitions;
}

void refuse_unused(const QueryText& text, const Query& query) {
  for (const auto& [name, value] : query.values) {
    const bool used =
        std::any_of(text.tokens.begin(), text.tokens.end(), [&, wanted = &name](const auto& token) {
          return token.kind == QueryToken::Kind::parameter && token.value == *wanted;
        });
    if (used) continue;
    throw Error(ErrorKind::usage, say("--set: the statement has no :{}", text::visible(name)));
  }
}

const std::string& value_of(const QueryText& text, const QueryToken& token, const Query& query) {
  for (const auto& [name, value] : query.values) {
    if (name == token.value) return value;
  }
  refuse_at(text,
            token.at,
            say(":{} has no value: give one with --set {}=VALUE",
                text::visible(token.value),
                text::visible(token.value)));
}

/// Puts a value in its place.
void add_value(ReadyQuery& ready,
               std::vector<std::string>& names,
               const std::string& name,
               const std::string& value,
               Dialect dialect) {
  // A server takes a value's type from where it stands: beside a whole number it would refuse one
  // with decimals, which is therefore written out.
  if (dialect == Dialect::postgres && std::holds_alternative<Fraction>(read_number(value))) {
    ready.sql += "(" + value + ")";
    return;
  }
  auto known = std::find(names.begin(), names.end(), name);
  if (known == names.end()) {
    ready.values.push_back(value);
    known = names.insert(names.end(), name);
  }
  ready.sql += (dialect == Dialect::sqlite ? "?" : "$") + std::to_string(known - names.begin() + 1);
}

/// The digits of a number, and how many of them stand before the point.
struct Digits {
  std::string digits;
  std::int64_t whole = 0;
};

/// Takes "12.50", "1.5e+20" apart; nothing where it is no such number.
std::optional<Digits> take_apart(std::string_view text) {
  Digits number;
  std::size_t at = 0;
  bool point = false;
  for (; at < text.size() && text[at] != 'e'; ++at) {
    if (text[at] == '.' && !point) {
      point = true;
    } else if (text[at] >= '0' && text[at] <= '9') {
      number.digits += text[at];
      if (!point) ++number.whole;
    } else {
      return {};
    }
  }
  if (at < text.size()) {
    auto exponent = text.substr(at + 1);
    if (exponent.starts_with('+')) exponent.remove_prefix(1);
    int power = 0;
    const auto [end, problem] =
        std::from_chars(exponent.data(), exponent.data() + exponent.size(), power);
    if (problem != std::errc() || end != exponent.data() + exponent.size()) return {};
    number.whole += power;
  }
  if (number.digits.empty()) return {};
  const auto zeros = std::min(number.digits.find_first_not_of('0'), number.digits.size());
  number.digits.erase(0, zeros);
  number.whole -= static_cast<std::int64_t>(zeros);
  return number;
}

/// Rounds to 15 digits: where the engines' arithmetic is the same.
void round_digits(Digits& number) {
  constexpr std::int64_t kept = 15;
  const auto most = static_cast<std::size_t>(std::max(kept, number.whole));
  if (number.digits.size() > most) {
    const bool up = number.digits[most] >= '5';
    number.digits.resize(most);
    auto at = up ? most : 0;
    for (; at > 0; --at) {
      auto& digit = number.digits[at - 1];
      if (digit != '9') {
        ++digit;
        break;
      }
      digit = '0';
    }
    if (up && at == 0) {
      number.digits.insert(0, "1");
      ++number.whole;
    }
  }
  while (static_cast<std::int64_t>(number.digits.size()) > number.whole && !number.digits.empty() &&
         number.digits.back() == '0') {
    number.digits.pop_back();
  }
}

std::string unlike(const std::vector<std::string>& taken, const std::string& name) {
  auto unlike = name;
  for (int count = 2; std::find(taken.begin(), taken.end(), unlike) != taken.end(); ++count) {
    unlike = name + "_" + std::to_string(count);
  }
  return unlike;
}

}  // namespace

std::optional<std::size_t> ReadyQuery::place_of(std::size_t byte) const {
  std::optional<std::size_t> place;
  for (const auto& [in_sql, in_text] : places) {
    if (in_sql > byte) break;
    place = in_text;
  }
  return place;
}

ReadyQuery make_ready(const QueryText& text,
                      const Query& query,
                      Dialect dialect,
                      const std::string& schema,
                      const std::string& mark) {
  refuse_unused(text, query);
  ReadyQuery ready;
  std::vector<std::string> names;
  ready.sql = definitions_for(text, schema, mark) + " SELECT * FROM (\n";
  for (const auto& token : text.tokens) {
    ready.places.emplace_back(ready.sql.size(), token.at);
    if (token.kind != QueryToken::Kind::parameter) {
      ready.sql += text.text.substr(token.at, token.end - token.at);
    } else {
      add_value(ready, names, token.value, value_of(text, token, query), dialect);
    }
    // Blanks between tokens are the user's: none where there were none, so that < and = stay <=.
    const auto* next = &token + 1 == text.tokens.data() + text.tokens.size() ? nullptr : &token + 1;
    if (next != nullptr && next->at > token.end) ready.sql += ' ';
  }
  ready.places.emplace_back(ready.sql.size() + 1, text.text.size());
  ready.sql += "\n) AS answer";
  return ready;
}

QueryValue read_number(std::string_view text) {
  std::int64_t whole = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), whole);
  if (problem == std::errc() && end == text.data() + text.size()) return whole;
  const bool negative = text.starts_with('-');
  auto number = take_apart(negative ? text.substr(1) : text);
  constexpr std::int64_t most = 18;  // digits of a 64-bit number that are never too many
  if (!number) return std::string(text);
  round_digits(*number);
  const auto decimals =
      std::max<std::int64_t>(static_cast<std::int64_t>(number->digits.size()) - number->whole, 0);
  if (number->whole > most || decimals > most) return std::string(text);
  while (static_cast<std::int64_t>(number->digits.size()) < number->whole) number->digits += '0';
  std::int64_t minor = 0;
  std::from_chars(number->digits.data(), number->digits.data() + number->digits.size(), minor);
  if (negative) minor = -minor;
  if (decimals == 0) return minor;
  return Fraction{minor, static_cast<int>(decimals)};
}

void AnswerKeeper::name_columns(std::vector<std::string> names) {
  for (auto& name : names) {
    const auto shown = text::visible(name);
    answer_.columns.push_back(unlike(answer_.columns, shown.empty() ? "column" : shown));
  }
}

bool AnswerKeeper::keep(std::vector<QueryValue> row) {
  constexpr std::size_t most_bytes = 256U << 20U;
  if (answer_.rows.size() >= query_.most_rows) {
    answer_.is_cut = true;
    return false;
  }
  bytes_ += sizeof(row) + row.size() * sizeof(QueryValue);
  for (const auto& value : row) {
    if (const auto* text = std::get_if<std::string>(&value)) bytes_ += text->size();
  }
  if (bytes_ > most_bytes) {
    throw Error(
        ErrorKind::failed,
        say("the answer is larger than {} MB: ask for fewer rows or columns", most_bytes >> 20U));
  }
  answer_.rows.push_back(std::move(row));
  return true;
}

}  // namespace leadbook::store
