// The functions a user's statement may call: none that reads, writes, waits or reaches beyond the
// statement, and on a server none that makes a text of any length from nothing.
#include <algorithm>
#include <span>

#include "leadbook/domain/error.hpp"
#include "store/query/refusal.hpp"
#include "store/query/text.hpp"

namespace leadbook::store {
namespace {

using Names = std::string_view;
using TokenKind = QueryToken::Kind;

constexpr Names common[] = {
    "abs",     "avg",        "ceil",    "ceiling",     "coalesce",  "count",  "cume_dist",
    "degrees", "dense_rank", "exp",     "first_value", "floor",     "lag",    "last_value",
    "lead",    "length",     "ln",      "log",         "log10",     "lower",  "ltrim",
    "max",     "min",        "mod",     "nth_value",   "ntile",     "nullif", "percent_rank",
    "pi",      "power",      "radians", "rank",        "replace",   "round",  "row_number",
    "rtrim",   "sign",       "sqrt",    "substr",      "substring", "sum",    "trim",
    "trunc",   "upper"};

constexpr Names of_files[] = {
    "char",   "date",     "datetime", "format",    "glob",   "group_concat", "hex",
    "ifnull", "iif",      "instr",    "julianday", "like",   "pow",          "printf",
    "quote",  "strftime", "time",     "total",     "typeof", "unicode",      "unixepoch"};

constexpr Names of_servers[] = {"age",
                                "bool_and",
                                "bool_or",
                                "btrim",
                                "char_length",
                                "chr",
                                "concat",
                                "concat_ws",
                                "corr",
                                "date_part",
                                "date_trunc",
                                "div",
                                "every",
                                "extract",
                                "generate_series",
                                "greatest",
                                "initcap",
                                "least",
                                "left",
                                "make_date",
                                "mode",
                                "percentile_cont",
                                "percentile_disc",
                                "position",
                                "regexp_replace",
                                "regr_intercept",
                                "regr_r2",
                                "regr_slope",
                                "reverse",
                                "right",
                                "split_part",
                                "starts_with",
                                "stddev",
                                "stddev_pop",
                                "stddev_samp",
                                "string_agg",
                                "strpos",
                                "to_char",
                                "to_date",
                                "to_number",
                                "translate",
                                "var_pop",
                                "var_samp",
                                "variance",
                                "width_bucket"};

constexpr Names syntax[] = {
    "all",       "and",          "any",       "as",     "between", "by",        "case",
    "cast",      "char",         "character", "cross",  "cube",    "decimal",   "distinct",
    "else",      "escape",       "except",    "exists", "filter",  "following", "from",
    "full",      "group",        "grouping",  "having", "ilike",   "in",        "inner",
    "intersect", "interval",     "is",        "join",   "lateral", "left",      "like",
    "limit",     "materialized", "natural",   "not",    "null",    "numeric",   "offset",
    "on",        "or",           "order",     "outer",  "over",    "partition", "preceding",
    "range",     "recursive",    "right",     "rollup", "row",     "rows",      "select",
    "sets",      "similar",      "some",      "then",   "to",      "union",     "using",
    "values",    "varchar",      "when",      "where",  "window",  "with",      "within"};

bool holds(std::span<const Names> names, Names name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// The ')' that belongs to the '(' at `open`.
std::size_t closing(const std::vector<QueryToken>& tokens, std::size_t open) {
  std::size_t depth = 0;
  for (auto at = open; at < tokens.size(); ++at) {
    if (tokens[at].is("(")) ++depth;
    if (tokens[at].is(")") && --depth == 0) return at;
  }
  return tokens.size();
}

/// Whether at `at` stands "name (column, ...) AS (SELECT": a table the statement itself defines,
/// after another one. What follows AS tells it from a function that answers records.
bool defines_table(const std::vector<QueryToken>& tokens, std::size_t at) {
  const auto close = closing(tokens, at + 1);
  for (auto inner = at + 2; inner < close; ++inner) {
    if (!tokens[inner].is_name() && !tokens[inner].is(",")) return false;
  }
  auto next = close + 1;
  if (next >= tokens.size() || !tokens[next].is("as")) return false;
  ++next;
  if (next < tokens.size() && tokens[next].is("not")) ++next;
  if (next < tokens.size() && tokens[next].is("materialized")) ++next;
  if (next + 1 >= tokens.size() || !tokens[next].is("(")) return false;
  ++next;
  if (tokens[next].is("values")) return next + 1 < tokens.size() && tokens[next + 1].is("(");
  return tokens[next].is("select") || tokens[next].is("with") || tokens[next].is("(");
}

/// Whether the name at `at`, which '(' follows, is a new name and calls nothing.
bool names_something(const std::vector<QueryToken>& tokens, std::size_t at) {
  if (at == 0) return false;
  const auto& before = tokens[at - 1];
  if (before.is("as") || before.is("with") || before.is("recursive")) return true;
  return before.is(",") && defines_table(tokens, at);
}

}  // namespace

bool is_function(std::string_view name, Dialect dialect) {
  if (holds(common, name)) return true;
  return dialect == Dialect::sqlite ? holds(of_files, name) : holds(of_servers, name);
}

bool is_syntax_word(std::string_view word) { return holds(syntax, word); }

std::vector<std::string_view> functions_of(Dialect dialect) {
  std::vector<std::string_view> names(std::begin(common), std::end(common));
  const std::span<const Names> own = dialect == Dialect::sqlite
                                         ? std::span<const Names>(of_files)
                                         : std::span<const Names>(of_servers);
  names.insert(names.end(), own.begin(), own.end());
  std::sort(names.begin(), names.end());
  return names;
}

void check_functions(const QueryText& query, Dialect dialect) {
  const auto& tokens = query.tokens;
  for (std::size_t at = 0; at + 1 < tokens.size(); ++at) {
    const auto& token = tokens[at];
    if (!token.is_name() || !tokens[at + 1].is("(")) continue;
    if (is_function(token.value, dialect)) continue;
    if (token.kind == TokenKind::word && is_syntax_word(token.value)) continue;
    if (names_something(tokens, at)) continue;
    refuse_query(query, QueryFault::function, token.at);
  }
}

}  // namespace leadbook::store
