#include "store/query/text.hpp"

#include <algorithm>
#include <array>

#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"
#include "store/query/refusal.hpp"

namespace leadbook::store {
namespace {

using TokenKind = QueryToken::Kind;

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

bool begins_word(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_' ||
         static_cast<unsigned char>(byte) >= 0x80;
}

bool is_of_word(char byte) { return begins_word(byte) || is_digit(byte); }

std::string in_small_letters(std::string_view word) {
  std::string small(word);
  for (auto& byte : small) {
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
  }
  return small;
}

/// Reads tokens by the rules both engines share; what only one of them reads is refused, so that
/// nothing means one thing here and another there.
class Lexer {
 public:
  explicit Lexer(QueryText& query) : query_(query), text_(query.text) {}

  void read() {
    for (pass_blank(); at_ < text_.size(); pass_blank()) {
      read_token();
    }
  }

 private:
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }

  [[noreturn]] void refuse(std::size_t at, const std::string& message) const {
    refuse_at(query_, at, message);
  }

  void pass_blank() {
    for (;;) {
      if (peek() == ' ' || peek() == '\n' || peek() == '\t') {
        ++at_;
      } else if (peek() == '-' && peek(1) == '-') {
        at_ = std::min(text_.find('\n', at_), text_.size());
      } else if (peek() == '/' && peek(1) == '*') {
        pass_comment();
      } else {
        return;
      }
    }
  }

  void pass_comment() {
    const auto end = text_.find("*/", at_ + 2);
    if (end == std::string::npos) refuse(at_, say("this comment has no end"));
    // One engine counts comments within comments, the other does not.
    if (text_.substr(0, end).find("/*", at_ + 2) != std::string::npos) {
      refuse(at_, say("a comment within a comment is not read"));
    }
    at_ = end + 2;
  }

  void read_token() {
    const char first = peek();
    if (begins_word(first)) {
      read_word();
    } else if (is_digit(first) || (first == '.' && is_digit(peek(1)))) {
      read_number();
    } else if (first == '\'') {
      read_quoted(TokenKind::text, say("this text has no end: a ' is missing"));
    } else if (first == '"') {
      read_quoted(TokenKind::quoted, say("this name has no end: a \" is missing"));
    } else if (first == ':' && begins_word(peek(1))) {
      ++at_;
      const auto end = end_of_word();
      add(TokenKind::parameter, at_ - 1, end, text_.substr(at_, end - at_));
    } else {
      read_symbol();
    }
  }

  std::size_t end_of_word() const {
    auto end = at_;
    while (end < text_.size() && is_of_word(text_[end])) ++end;
    return end;
  }

  void read_word() {
    const auto end = end_of_word();
    const char next = end < text_.size() ? text_[end] : '\0';
    const char after = end + 1 < text_.size() ? text_[end + 1] : '\0';
    // E'..', X'..', U&'..': escapes that only one engine knows.
    if (next == '\'' || next == '"' || (next == '&' && (after == '\'' || after == '"'))) {
      refuse(at_, say("a text is written as 'text', with no letters before it"));
    }
    refuse_wide_signs(end);
    add(TokenKind::word, at_, end, in_small_letters(text_.substr(at_, end - at_)));
  }

  /// What a Chinese keyboard types in place of the signs of the language would pass for a letter.
  void refuse_wide_signs(std::size_t end) const {
    constexpr std::array wide = {
        "（", "）", "，", "；", "＝", "＞", "＜", "＊", "：", "‘", "’", "“", "”", "　"};
    for (const std::string_view sign : wide) {
      const auto at = text_.find(sign, at_);
      if (at < end) refuse(at, say("the sign '{}' is not read here", sign));
    }
  }

  void read_number() {
    auto end = at_;
    const auto pass_digits = [&] {
      while (end < text_.size() && is_digit(text_[end])) ++end;
    };
    pass_digits();
    if (end < text_.size() && text_[end] == '.') ++end;
    pass_digits();
    if (end < text_.size() && (text_[end] == 'e' || text_[end] == 'E')) {
      const bool has_sign =
          end + 1 < text_.size() && (text_[end + 1] == '+' || text_[end + 1] == '-');
      end += has_sign ? 2 : 1;
      pass_digits();
    }
    if (end < text_.size() && is_of_word(text_[end])) {
      refuse(at_, say("this is no number"));
    }
    add(TokenKind::number, at_, end, text_.substr(at_, end - at_));
  }

  void read_quoted(TokenKind kind, const std::string& without_end) {
    const char quote = peek();
    std::string value;
    for (auto at = at_ + 1; at < text_.size(); ++at) {
      if (text_[at] == quote) {
        if (at + 1 == text_.size() || text_[at + 1] != quote) {
          add(kind, at_, at + 1, std::move(value));
          return;
        }
        ++at;
      }
      value += text_[at];
    }
    refuse(at_, without_end);
  }

  void read_symbol() {
    constexpr std::string_view read = "(),.;+-*/%<>=!|&~^:";
    if (read.find(peek()) == std::string_view::npos) {
      refuse(at_, say("the sign '{}' is not read here", text_.substr(at_, 1)));
    }
    const std::size_t length = peek() == ':' && peek(1) == ':' ? 2 : 1;
    add(TokenKind::symbol, at_, at_ + length, text_.substr(at_, length));
  }

  void add(TokenKind kind, std::size_t at, std::size_t end, std::string value) {
    query_.tokens.push_back({kind, at, end, std::move(value)});
    at_ = end;
  }

  QueryText& query_;
  const std::string& text_;
  std::size_t at_ = 0;
};

void refuse_second_statement(QueryText& query) {
  auto& tokens = query.tokens;
  while (!tokens.empty() && tokens.back().is(";")) tokens.pop_back();
  for (const auto& token : tokens) {
    if (token.is(";")) refuse_at(query, token.at, say("only one statement is run at a time"));
  }
}

void check_parentheses(const QueryText& query) {
  constexpr std::size_t deepest = 100;
  std::vector<std::size_t> open;
  for (const auto& token : query.tokens) {
    if (token.is("(")) {
      open.push_back(token.at);
      if (open.size() > deepest) {
        refuse_at(query, token.at, say("this is nested too deeply: at most {} levels", deepest));
      }
    } else if (token.is(")")) {
      if (open.empty()) refuse_at(query, token.at, say("this ')' has no '('"));
      open.pop_back();
    }
  }
  if (!open.empty()) refuse_at(query, open.back(), say("this '(' has no ')'"));
}

/// What writes is refused by the engines as well; here it is told what it is.
void refuse_writing(const QueryText& query) {
  constexpr std::array writing = {"insert", "update", "delete", "merge", "replace"};
  for (std::size_t at = 1; at < query.tokens.size(); ++at) {
    const auto& token = query.tokens[at];
    const bool begins = query.tokens[at - 1].is("(") || query.tokens[at - 1].is(")");
    const bool calls = at + 1 < query.tokens.size() && query.tokens[at + 1].is("(");
    if (query.tokens[at - 1].is("for") &&
        (token.is("update") || token.is("share") || token.is("no") || token.is("key"))) {
      refuse_query(query, QueryFault::writing, token.at);
    }
    if (!begins || calls || token.kind != TokenKind::word) continue;
    if (std::find(writing.begin(), writing.end(), token.value) != writing.end()) {
      refuse_query(query, QueryFault::writing, token.at);
    }
  }
}

/// The engines' own tables.
void refuse_system_names(const QueryText& query) {
  for (const auto& token : query.tokens) {
    if (!token.is_name()) continue;
    const auto name = in_small_letters(token.value);
    if (name.starts_with("pg_") || name.starts_with("sqlite_") || name == "information_schema") {
      refuse_at(query,
                token.at,
                say("'{}' belongs to the engine, not to the book's views; 'leadbook sql --views' "
                    "lists these",
                    text::visible(token.value)));
    }
  }
}

}  // namespace

QueryText read_query(std::string text) {
  constexpr std::size_t longest = 100'000;
  std::erase(text, '\r');
  QueryText query{std::move(text), {}};
  if (query.text.size() > longest) {
    throw Error(ErrorKind::usage, say("the statement is longer than {} bytes", longest));
  }
  if (const auto bad = text::first_bad_byte(query.text)) {
    throw Error(ErrorKind::usage,
                say("the statement holds a byte that is no text, at byte {}", *bad + 1));
  }
  Lexer(query).read();
  refuse_second_statement(query);
  if (query.tokens.empty()) {
    throw Error(ErrorKind::usage, say("there is no statement; 'leadbook help sql' has examples"));
  }
  const auto& first = query.tokens.front();
  if (!first.is("select") && !first.is("with") && !first.is("values")) {
    refuse_query(query, QueryFault::writing, first.at);
  }
  check_parentheses(query);
  refuse_writing(query);
  refuse_system_names(query);
  return query;
}

void refuse_qualifiers(const QueryText& query, const std::vector<std::string>& schemas) {
  for (std::size_t at = 0; at + 1 < query.tokens.size(); ++at) {
    const auto& token = query.tokens[at];
    if (!token.is_name() || !query.tokens[at + 1].is(".")) continue;
    const auto small = in_small_letters(token.value);
    for (const auto& schema : schemas) {
      if (token.value != schema && small != schema) continue;
      refuse_at(query,
                token.at,
                say("'{}' is a schema: name a view alone, as 'project', and give no table that "
                    "name",
                    text::visible(token.value)));
    }
  }
}

}  // namespace leadbook::store
