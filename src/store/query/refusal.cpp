#include "store/query/refusal.hpp"

#include <algorithm>
#include <array>

#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::store {
namespace {

/// The line around a place, cut to what fits beside its number, and a caret below the place:
///   line 1, column 8: select titel from project
///                            ^
std::string excerpt(const std::string& text, std::size_t at) {
  constexpr std::size_t before_most = 30;
  constexpr std::size_t most = 50;
  at = std::min(at, text.size());
  const auto begin = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;  // 0 where there is none
  const auto end = std::min(text.find('\n', at), text.size());
  const auto line_number =
      std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
  auto before = text::decode(std::string_view(text).substr(begin, at - begin));
  const auto column = before.size() + 1;
  auto after = text::decode(std::string_view(text).substr(at, end - at));
  std::string lead;
  if (before.size() > before_most) {
    before.erase(0, before.size() - before_most);
    lead = "…";
  }
  const auto shown_before = lead + text::visible(text::encode(before));
  const auto shown_after = text::cut(text::visible(text::encode(after)), most);
  const auto place = "  " + say("line {}, column {}:", line_number + 1, column) + " ";
  const auto indent = text::display_width(place) + text::display_width(shown_before);
  return place + shown_before + shown_after + "\n" + std::string(indent, ' ') + "^";
}

const QueryToken* token_at(const QueryText& query, std::size_t at) {
  const auto found = std::find_if(
      query.tokens.begin(), query.tokens.end(), [&](const auto& token) { return token.end > at; });
  return found == query.tokens.end() ? nullptr : &*found;
}

/// Of "table.column" the column.
const QueryToken* last_part(const QueryText& query, const QueryToken* token) {
  const auto* end = query.tokens.data() + query.tokens.size();
  while (token + 2 < end && token->is_name() && token[1].is(".") && token[2].is_name()) token += 2;
  return token;
}

/// The columns of the views a statement names.
std::vector<std::string> columns_within_reach(const QueryText& query) {
  std::vector<std::string> names;
  for (const auto& view : query_views()) {
    const bool named =
        std::any_of(query.tokens.begin(), query.tokens.end(), [&](const auto& token) {
          return token.is_name() && token.value == view.name;
        });
    if (!named) continue;
    for (const auto& column : view.columns) names.push_back(column.name);
  }
  return names;
}

std::vector<std::string> view_names() {
  std::vector<std::string> names;
  for (const auto& view : query_views()) names.push_back(view.name);
  return names;
}

std::string unknown_column(const QueryText& query, const std::string& name) {
  const auto shown = text::visible(name);
  const auto near = text::closest(name, columns_within_reach(query), 1);
  return near.empty()
             ? say("there is no column '{}' here; 'leadbook sql --views' lists them", shown)
             : say("there is no column '{}' here; did you mean '{}'? 'leadbook sql --views' lists "
                   "them",
                   shown,
                   near.front());
}

std::string unknown_view(const std::string& name) {
  const auto shown = text::visible(name);
  const auto near = text::closest(name, view_names(), 1);
  return near.empty()
             ? say("there is no view '{}'; 'leadbook sql --views' lists them", shown)
             : say("there is no view '{}'; did you mean '{}'? 'leadbook sql --views' lists them",
                   shown,
                   near.front());
}

/// What is wrong with a thing the statement names.
std::string message_on_name(const QueryText& query, QueryFault fault, const std::string& name) {
  switch (fault) {
    case QueryFault::table:
      return unknown_view(name);
    case QueryFault::column:
      return unknown_column(query, name);
    case QueryFault::function:
      return say("there is no function '{}' for a statement; 'leadbook help sql' lists them",
                 text::visible(name));
    case QueryFault::ambiguous:
      return say(
          "'{}' could be a column of more than one table: put the table's name and a dot "
          "before it",
          text::visible(name));
    case QueryFault::arguments:
      return say("'{}' is not called with what it takes", text::visible(name));
    default:
      return say("the statement cannot be read near '{}'", text::visible(name));
  }
}

struct FaultMessage {
  QueryFault fault;
  const char* message;
};

constexpr std::array messages = {
    FaultMessage{QueryFault::syntax, N_("the statement ends too early or cannot be read")},
    FaultMessage{QueryFault::table,
                 N_("the statement names no view; 'leadbook sql --views' lists them")},
    FaultMessage{QueryFault::column,
                 N_("the statement names a column that is not there; 'leadbook sql --views' lists "
                    "them")},
    FaultMessage{
        QueryFault::function,
        N_("the statement calls a function it may not use; 'leadbook help sql' lists them")},
    FaultMessage{
        QueryFault::ambiguous,
        N_("a column could be of more than one table: put the table's name and a dot before "
           "it")},
    FaultMessage{
        QueryFault::aggregate,
        N_("sums and counts, and columns beside them, need GROUP BY, and a condition on them "
           "HAVING")},
    FaultMessage{QueryFault::arguments, N_("a function is not called with what it takes")},
    FaultMessage{QueryFault::widths,
                 N_("what is put together has different numbers of columns, or more than one row "
                    "where one value is wanted")},
    FaultMessage{
        QueryFault::type,
        N_("texts and numbers do not go together here: use CAST(... AS TEXT) or CAST(... AS "
           "BIGINT)")},
    FaultMessage{QueryFault::writing,
                 N_("a statement only reads: it begins with SELECT, WITH or VALUES and changes "
                    "nothing")},
    FaultMessage{QueryFault::division, N_("a division by zero: write x / nullif(y, 0)")},
    FaultMessage{QueryFault::overflow, N_("a number grows beyond what is kept")},
    FaultMessage{QueryFault::size, N_("a text grows too long, or a pattern is")},
    FaultMessage{QueryFault::complexity,
                 N_("the statement is too large: too many tables, terms or levels")}};

/// What is wrong with the statement as a whole.
std::string message_on_all(QueryFault fault) {
  const auto found = std::find_if(
      messages.begin(), messages.end(), [&](const auto& one) { return one.fault == fault; });
  if (found != messages.end()) return translate(found->message);
  return say(
      "the statement cannot be run; 'leadbook sql --views' lists the views and 'leadbook "
      "help sql' has examples");
}

bool is_about_a_name(QueryFault fault) {
  return fault == QueryFault::table || fault == QueryFault::column ||
         fault == QueryFault::function || fault == QueryFault::ambiguous ||
         fault == QueryFault::arguments || fault == QueryFault::syntax;
}

}  // namespace

void refuse_at(const QueryText& query, std::size_t at, const std::string& message) {
  throw Error(ErrorKind::usage, message + "\n" + excerpt(query.text, at));
}

void refuse_query(const QueryText& query, QueryFault fault, std::optional<std::size_t> at) {
  if (fault == QueryFault::memory) {
    throw Error(ErrorKind::failed, say("the statement needs more memory than there is"));
  }
  if (fault == QueryFault::right) {
    throw Error(ErrorKind::failed,
                say("this account may not read what the statement asks for: whoever made the book "
                    "grants the right ('leadbook help server')"));
  }
  const auto* token = at ? token_at(query, *at) : nullptr;
  if (token != nullptr && fault != QueryFault::table) {
    const auto* last = last_part(query, token);
    // Where there is such a column, it is the table before it that is not there.
    const auto columns = columns_within_reach(query);
    const bool is_there = std::find(columns.begin(), columns.end(), last->value) != columns.end();
    if (fault == QueryFault::column && last != token && is_there) {
      fault = QueryFault::table;
    } else {
      token = last;
    }
  }
  if (token == nullptr) {
    const auto message = message_on_all(fault);
    if (at && fault == QueryFault::syntax) refuse_at(query, query.text.size(), message);
    throw Error(ErrorKind::usage, message);
  }
  refuse_at(
      query,
      fault == QueryFault::syntax ? std::max(*at, token->at) : token->at,
      is_about_a_name(fault) ? message_on_name(query, fault, token->value) : message_on_all(fault));
}

void refuse_slow(const Query& limits) {
  throw Error(
      ErrorKind::failed,
      say_count("the statement was stopped after {} second: make it smaller, or allow more "
                "with --timeout",
                "the statement was stopped after {} seconds: make it smaller, or allow more "
                "with --timeout",
                static_cast<std::int64_t>(limits.longest.count())));
}

}  // namespace leadbook::store
