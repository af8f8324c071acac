#include "ingest/json_source_records.hpp"

#include <utility>

#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::ingest {
namespace {

constexpr int number_too_large = 406;  // nlohmann's number for it

/// The end of what the parser took in before it gave up, in whole characters.
std::string last_of(std::string_view token) {
  token.remove_suffix(text::unfinished_utf8(token));
  if (token.size() > 30) token.remove_prefix(token.size() - 30);
  while (!token.empty() && (static_cast<unsigned char>(token[0]) & 0xC0) == 0x80) {
    token.remove_prefix(1);
  }
  return text::visible(token);
}

std::string shown(const std::string& name) { return text::visible(text::cut(name, 30)); }

}  // namespace

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
bool JsonRecords::take_other(std::string_view what) {
  if (list_ == List::unknown) list_ = List::others;
  if (list_ == List::others) return true;
  row_.refuse(text_.line(), say("this is {}, not an object with the record's keys", what));
  return give();
}

bool JsonRecords::add(std::string value) {
  if (row_.is_open()) {
    row_.text(std::move(value));
    return true;
  }
  text_.mark();
  return !is_item() || take_other(say("a bare value"));
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
        ErrorKind::usage,
        say("{}:{}: the list '{}' holds both objects and other values: make all of it objects",
            name,
            text_.line(),
            list));
  }
  if (list_ == List::unknown) find_list(member_);
  list_ = List::records;
  row_.begin(text_.line());
}

void JsonRecords::find_list(const std::string& name) {
  if (found_) {
    const auto file = text::visible(text_.name());
    const auto first = shown(found_name_);
    const auto second = shown(name);
    throw Error(ErrorKind::usage,
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
  return !row_.is_open() || !row_.close() || give();
}

bool JsonRecords::start_array(std::size_t) {
  const bool item = !row_.is_open() && is_item();
  if (!go_deeper()) return false;
  if (row_.is_open()) {
    row_.open(JsonValue::Shape::list);
  } else if (item) {
    return take_other(say("a list"));
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
  throw Error(ErrorKind::usage,
              say("{} holds no list of records: write [{{…}}, {{…}}], or an object with one such "
                  "list",
                  name));
}

}  // namespace leadbook::ingest
