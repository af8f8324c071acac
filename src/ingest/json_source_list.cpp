#include "ingest/json_source_list.hpp"

#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>

namespace leadbook::ingest {
namespace {

/// What the parser calls, until one answers false.
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

}  // namespace

bool has_list(JsonText& text, const std::string& key) {
  ListSearch search(text, key);
  nlohmann::json::sax_parse(JsonBytes(&text), JsonBytes(), &search);
  return search.found();
}

}  // namespace leadbook::ingest
