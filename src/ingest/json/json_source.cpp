#include "ingest/json/json_source.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "ingest/json/json_row.hpp"
#include "ingest/json/json_text.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/text/ascii.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::ingest {
namespace {

/// Whether the outermost object of a text has a list of a name: what the parser calls, until one
/// answers false.
class ListSearch {
 public:
  ListSearch(JsonText& text, const std::string& key) : text_(text), key_(key) {}

  bool found() const { return found_; }

  bool null() { return go_on(); }
  bool boolean(bool) { return go_on(); }
  bool number_integer(std::int64_t) { return go_on(); }
  bool number_unsigned(std::uint64_t) { return go_on(); }
  bool number_float(double, const std::string&) { return go_on(); }
  bool string(const std::string&) { return go_on(); }
  bool binary(const nlohmann::json::binary_t&) { return false; }
  bool key(const std::string& value) {
    if (depth_ == 1) is_wanted_ = value == key_;
    return go_on();
  }
  bool start_object(std::size_t) { return ++depth_ <= deepest_json && go_on(); }
  bool end_object() { return leave(); }
  bool start_array(std::size_t) {
    found_ = depth_ == 1 && is_wanted_;
    const bool is_outermost = depth_ == 0;
    return !found_ && !is_outermost && ++depth_ <= deepest_json && go_on();
  }
  bool end_array() { return leave(); }
  bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) {
    return false;
  }

 private:
  bool leave() {
    --depth_;
    return go_on();
  }
  /// Nothing is kept, so that the text may be of any length.
  bool go_on() {
    text_.mark();
    return true;
  }

  JsonText& text_;
  const std::string& key_;
  std::size_t depth_ = 0;
  bool is_wanted_ = false;
  bool found_ = false;
};

/// Reads as far as it takes to know; a text that is no JSON has none.
bool has_list(JsonText& text, const std::string& key) {
  ListSearch search(text, key);
  nlohmann::json::sax_parse(JsonBytes(&text), JsonBytes(), &search);
  return search.found();
}

constexpr int number_too_large = 406;  // nlohmann's number for it

/// The end of what the parser took in before it gave up, in whole characters.
std::string last_of(std::string_view token) {
  token.remove_suffix(text::unfinished_utf8(token));
  if (token.size() > 30) token.remove_prefix(token.size() - 30);
  while (!token.empty() && text::continues_character(token[0])) {
    token.remove_prefix(1);
  }
  return text::visible(token);
}

std::string shown(const std::string& name) { return text::visible(text::cut(name, 30)); }

/// 1.5E3 as 1500, exactly; a number of more than forty digits stays as it is written.
std::string without_exponent(const std::string& number) {
  const auto mark = number.find_first_of("eE");
  if (mark == std::string::npos) return number;
  const bool is_negative = number.front() == '-';
  auto digits = number.substr(is_negative ? 1 : 0, mark - (is_negative ? 1 : 0));
  const auto exponent = std::strtol(number.c_str() + mark + 1, nullptr, 10);
  const auto point = std::min(digits.find('.'), digits.size());
  if (point < digits.size()) digits.erase(point, 1);
  constexpr std::int64_t most = 40;
  const auto whole = static_cast<std::int64_t>(point) + exponent;  // digits before the point
  if (whole < -most || whole > most) return number;
  if (whole <= 0) digits.insert(0, static_cast<std::size_t>(1 - whole), '0');
  const auto at = static_cast<std::size_t>(std::max<std::int64_t>(whole, 1));
  if (digits.size() < at) digits.append(at - digits.size(), '0');
  auto fraction = digits.substr(at);
  fraction.erase(fraction.find_last_not_of('0') + 1);
  digits.resize(at);
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
  return (is_negative ? "-" : "") + digits + (fraction.empty() ? "" : "." + fraction);
}

/// Finds the records in what a JSON parser tells, and makes each a row.
class JsonRecords {
 public:
  enum class Place {
    list,   // of the text, or the one in its object; each row is given as it comes
    value,  // the text is the record; the row is ready when the parser succeeds
  };

  /// All must outlive it. Of an object's lists the one called `list_key` is read; where that is
  /// empty, the only list of objects.
  JsonRecords(JsonText& text,
              JsonRow& row,
              Place place,
              const std::string& list_key,
              const std::function<bool(Row&)>& take);

  /// What was wrong where the parser did not come to the text's end; empty where a row was enough.
  const std::string& problem() const { return problem_; }

  /// Throws Error{usage} where a text that was read to its end holds no list of records.
  void check_found() const;

  // What the parser calls.
  bool null() { return is_other() ? take_value("null") : add(""); }
  bool boolean(bool value) { return add(value ? "true" : "false"); }
  bool number_integer(std::int64_t value) { return add(std::to_string(value)); }
  bool number_unsigned(std::uint64_t value) { return add(std::to_string(value)); }
  bool number_float(double, const std::string& digits) { return add(without_exponent(digits)); }
  bool string(std::string& value) {
    return is_other() ? take_value(nlohmann::json(value).dump()) : add(std::move(value));
  }
  bool binary(nlohmann::json::binary_t&) { return false; }
  bool start_object(std::size_t);
  bool key(std::string& value);
  bool end_object();
  bool start_array(std::size_t);
  bool end_array();
  bool parse_error(std::size_t, const std::string& token, const nlohmann::json::exception& error);

 private:
  enum class List {
    none,
    unknown,  // its first item will tell
    records,
    others,
  };

  bool add(std::string value);
  bool is_other() const { return !row_.is_open() && is_item(); }
  bool take_value(std::string raw);
  bool go_deeper();
  bool is_item() const { return list_ != List::none && depth_ == list_depth_; }
  bool take_other(std::size_t line, std::string_view what, std::string raw);
  void begin_member_list();
  void begin_record();
  void find_list(const std::string& name);
  bool give();

  JsonText& text_;
  JsonRow& row_;
  Place place_;
  const std::string& list_key_;
  const std::function<bool(Row&)>& take_;
  List list_ = List::none;
  std::size_t list_depth_ = 0;
  std::size_t depth_ = 0;
  std::size_t other_line_ = 0;  // where a list begins that stands in a record's place
  std::string member_;          // of the outermost object
  std::string found_name_;
  bool found_ = false;
  bool has_empty_list_ = false;
  std::string problem_;
};

JsonRecords::JsonRecords(JsonText& text,
                         JsonRow& row,
                         Place place,
                         const std::string& list_key,
                         const std::function<bool(Row&)>& take)
    : text_(text), row_(row), place_(place), list_key_(list_key), take_(take) {
  row_.abandon();
  if (place_ == Place::value) list_ = List::records;
}

bool JsonRecords::give() {
  text_.mark();
  return place_ == Place::value || take_(row_.row());
}

bool JsonRecords::go_deeper() {
  if (!row_.is_open()) text_.mark();
  if (++depth_ <= deepest_json) return true;
  problem_ = say("objects and lists stand more than {} deep in one another", deepest_json);
  return false;
}

/// A value that is no object where a record should be.
bool JsonRecords::take_other(std::size_t line, std::string_view what, std::string raw) {
  if (list_ == List::unknown) list_ = List::others;
  if (list_ == List::others) return true;
  row_.refuse(line, say("this is {}, not an object with the record's keys", what));
  row_.row().raw = std::move(raw);
  return give();
}

bool JsonRecords::take_value(std::string raw) {
  text_.mark();
  return take_other(text_.line(), say("a bare value"), std::move(raw));
}

bool JsonRecords::add(std::string value) {
  if (row_.is_open()) {
    row_.text(std::move(value));
    return true;
  }
  if (is_item()) return take_value(std::move(value));
  text_.mark();
  return true;
}

bool JsonRecords::start_object(std::size_t) {
  const bool item = !row_.is_open() && is_item();
  if (!go_deeper()) return false;
  if (item) {
    begin_record();
  } else if (row_.is_open()) {
    row_.open(JsonValue::Shape::object);
  }
  return true;
}

void JsonRecords::begin_record() {
  if (list_ == List::others) {
    const auto name = text::visible(text_.name());
    const auto list = shown(member_);
    throw Error(
        ErrorKind::refused,
        say("{}:{}: the list '{}' holds both objects and other values: make all of it objects",
            name,
            text_.line(),
            list));
  }
  if (list_ == List::unknown) find_list(member_);
  list_ = List::records;
  row_.begin(text_.line());
  if (place_ == Place::list) text_.begin_raw(1);
}

void JsonRecords::find_list(const std::string& name) {
  if (found_) {
    const auto file = text::visible(text_.name());
    const auto first = shown(found_name_);
    const auto second = shown(name);
    throw Error(ErrorKind::refused,
                say("{}:{}: both '{}' and '{}' are lists of records: keep only the one to import",
                    file,
                    text_.line(),
                    first,
                    second));
  }
  found_ = true;
  found_name_ = name;
}

bool JsonRecords::key(std::string& value) {
  if (row_.is_open()) {
    row_.key(std::move(value));
  } else if (depth_ == 1) {
    member_ = std::move(value);
  }
  return true;
}

bool JsonRecords::end_object() {
  --depth_;
  if (!row_.is_open() || !row_.close()) return true;
  if (place_ == Place::list) row_.row().raw = text_.take_raw();
  return give();
}

bool JsonRecords::start_array(std::size_t) {
  const bool item = !row_.is_open() && is_item();
  if (!go_deeper()) return false;
  if (row_.is_open()) {
    row_.open(JsonValue::Shape::list);
  } else if (item) {
    other_line_ = text_.line();
    if (place_ == Place::list) text_.begin_raw(1);
  } else if (depth_ == 1 && place_ == Place::list) {
    list_ = List::records;
    list_depth_ = 1;
    found_ = true;
  } else if (depth_ == 2 && list_ == List::none) {
    begin_member_list();
  }
  return true;
}

void JsonRecords::begin_member_list() {
  if (!list_key_.empty() && member_ != list_key_) return;
  list_ = list_key_.empty() ? List::unknown : List::records;
  list_depth_ = 2;
  if (list_ == List::records) find_list(member_);
}

bool JsonRecords::end_array() {
  --depth_;
  if (row_.is_open()) return !row_.close() || give();
  if (is_item()) {
    auto raw = place_ == Place::list ? text_.take_raw() : std::string();
    return take_other(other_line_, say("a list"), std::move(raw));
  }
  if (list_ != List::none && place_ == Place::list && depth_ + 1 == list_depth_) {
    has_empty_list_ |= list_ == List::unknown;
    list_ = List::none;
  }
  return true;
}

bool JsonRecords::parse_error(std::size_t,
                              const std::string& token,
                              const nlohmann::json::exception& error) {
  const auto near = last_of(token);
  const std::string_view cause = error.what();
  const bool at_end = cause.find("unexpected end of input") != std::string_view::npos ||
                      cause.find("missing closing quote") != std::string_view::npos;
  if (error.id == number_too_large) {
    problem_ = say("the number {} is too large", near);
  } else if (at_end && !text_.has_byte()) {
    problem_ = say("it ends before the JSON is complete");
  } else {
    problem_ = say("the JSON goes wrong at the end of '{}'", near);
  }
  return false;
}

void JsonRecords::check_found() const {
  if (found_ || has_empty_list_) return;
  const auto name = text::visible(text_.name());
  throw Error(ErrorKind::refused,
              say("{} holds no list of records: write [{{…}}, {{…}}], or an object with one such "
                  "list",
                  name));
}

bool parse(JsonText& text, JsonRecords& records) {
  return nlohmann::json::sax_parse(JsonBytes(&text), JsonBytes(), &records);
}

class JsonSource : public Source {
 public:
  JsonSource(const Input& input, text::Encoding encoding, std::string list_key, SourceFacts facts)
      : input_(input),
        encoding_(std::move(encoding)),
        list_key_(std::move(list_key)),
        facts_(std::move(facts)) {}

  const SourceFacts& facts() const override { return facts_; }
  const std::vector<std::string>* keys() const override { return &row_.keys(); }

  void each(const std::function<bool(Row&)>& take) override {
    const bool by_line = facts_.format == Format::jsonl;
    if (!by_line) look_for_list();
    auto text = open_text(by_line);
    by_line ? read_lines(text, take) : read_text(text, take);
  }

 private:
  JsonText open_text(bool by_line) const {
    return JsonText(TextReader(input_, encoding_), input_.name(), by_line);
  }

  /// A list that has another name than the one to expect may still be the only one.
  void look_for_list() {
    if (looked_) return;
    looked_ = true;
    auto text = open_text(false);
    if (!list_key_.empty() && !has_list(text, list_key_)) list_key_.clear();
  }

  void read_text(JsonText& text, const std::function<bool(Row&)>& take) {
    JsonRecords records(text, row_, JsonRecords::Place::list, list_key_, take);
    if (parse(text, records)) {
      records.check_found();
    } else if (!records.problem().empty()) {
      const auto name = text::visible(text.name());
      throw Error(ErrorKind::refused,
                  say("{}:{}: column {}: {}", name, text.line(), text.column(), records.problem()));
    }
  }

  void read_lines(JsonText& text, const std::function<bool(Row&)>& take) {
    while (text.next_line()) {
      text.mark();
      text.begin_raw(0);
      JsonRecords records(text, row_, JsonRecords::Place::value, list_key_, take);
      if (!parse(text, records)) {
        const auto message = say("character {}: {}", text.column(), records.problem());
        row_.refuse(text.line(), message);
      }
      while (text.has_byte()) text.take();
      row_.row().raw = text.take_raw();
      if (!take(row_.row())) return;
    }
  }

  const Input& input_;
  text::Encoding encoding_;
  std::string list_key_;
  SourceFacts facts_;
  bool looked_ = false;
  JsonRow row_;
};

}  // namespace

std::unique_ptr<Source> open_json(const Input& input,
                                  const SourceOptions& options,
                                  Format format,
                                  const text::Encoding& encoding) {
  SourceFacts facts;
  facts.format = format;
  facts.encoding = encoding.name;
  facts.byte_order_mark = encoding.mark > 0;
  return std::make_unique<JsonSource>(input, encoding, options.list_key, std::move(facts));
}

}  // namespace leadbook::ingest
