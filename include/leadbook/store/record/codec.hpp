// How each type of field lies in columns: one codec a type, from which tables, snapshots in the
// change log and structs all follow.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "leadbook/domain/record/records.hpp"
#include "leadbook/store/value.hpp"

namespace leadbook::store {

struct Column {
  std::string name;
  bool nullable;                    // absent is NULL; else absent text is ''
  std::optional<Kind> refers = {};  // the kind of record its number names
  bool personal = false;            // it lies beside the record and never enters the log
  bool is_text = false;             // in words of somebody, which a search reads
};

/// Takes values off a row in order; throws Error{failed} where one has not the type wanted.
class Cursor {
 public:
  explicit Cursor(const std::vector<Value>& values) : values_(values) {}
  bool next_is_null() const;
  void skip(std::size_t count) { at_ += count; }
  std::int64_t integer();
  const std::string& text();
  Day day();

 private:
  const Value& next() const;
  const std::vector<Value>& values_;
  std::size_t at_ = 0;
};

/// Throws Error{failed}: a word of a newer program, or damage.
[[noreturn]] void throw_unknown_word(std::string_view word);

template <class T>
struct Codec;

template <>
struct Codec<std::string> {
  static void name_columns(std::vector<Column>& out, const std::string& name) {
    out.push_back({name, false, {}, false, true});
  }
  static void write(std::vector<Value>& out, const std::string& text) { out.push_back(text); }
  static std::string read(Cursor& in) { return in.text(); }
};

template <>
struct Codec<std::int64_t> {
  static void name_columns(std::vector<Column>& out, const std::string& name) {
    out.push_back({name, true});
  }
  static void write(std::vector<Value>& out, std::int64_t number) { out.push_back(number); }
  static std::int64_t read(Cursor& in) { return in.integer(); }
};

template <>
struct Codec<Date> {
  static void name_columns(std::vector<Column>& out, const std::string& name);
  static void write(std::vector<Value>& out, const Date& date);
  static Date read(Cursor& in);
};

template <>
struct Codec<Amount> {
  static void name_columns(std::vector<Column>& out, const std::string& name);
  static void write(std::vector<Value>& out, const Amount& amount);
  static Amount read(Cursor& in);
};

template <>
struct Codec<Currency> {
  static void name_columns(std::vector<Column>& out, const std::string& name) {
    out.push_back({name, false});
  }
  static void write(std::vector<Value>& out, const Currency& currency) {
    out.push_back(std::string(currency.code()));
  }
  static Currency read(Cursor& in);
};

template <class Unit>
struct Codec<Quantity<Unit>> {
  static void name_columns(std::vector<Column>& out, const std::string& name) {
    out.push_back({name + "_hundredths", true});
  }
  static void write(std::vector<Value>& out, const Quantity<Unit>& quantity) {
    out.push_back(quantity.hundredths);
  }
  static Quantity<Unit> read(Cursor& in) { return {in.integer()}; }
};

template <>
struct Codec<RateValue> {
  static void name_columns(std::vector<Column>& out, const std::string& name) {
    out.push_back({name + "_e10", true});
  }
  static void write(std::vector<Value>& out, const RateValue& rate) { out.push_back(rate.e10); }
  static RateValue read(Cursor& in) { return {in.integer()}; }
};

template <class R>
struct Codec<Id<R>> {
  static void name_columns(std::vector<Column>& out, const std::string& name) {
    out.push_back({name + "_id", true, kind_of<R>});
  }
  static void write(std::vector<Value>& out, const Id<R>& id) {
    out.push_back(number_or_null(id.number));
  }
  static Id<R> read(Cursor& in) {
    if (!in.next_is_null()) return {in.integer()};
    in.skip(1);
    return {};
  }
};

template <class E>
requires std::is_enum_v<E>
struct Codec<E> {
  static void name_columns(std::vector<Column>& out, const std::string& name) {
    out.push_back({name, false});
  }
  static void write(std::vector<Value>& out, E value) {
    out.push_back(std::string(identifier(value)));
  }
  static E read(Cursor& in) {
    const auto& text = in.text();
    for (const auto& word : words<E>()) {
      if (word.identifier == text) return word.value;
    }
    throw_unknown_word(text);
  }
};

template <class T>
struct Codec<std::optional<T>> {
  static std::size_t width() {
    static const std::size_t count = [] {
      std::vector<Column> columns;
      Codec<T>::name_columns(columns, "");
      return columns.size();
    }();
    return count;
  }
  static void name_columns(std::vector<Column>& out, const std::string& name) {
    const auto from = out.size();
    Codec<T>::name_columns(out, name);
    for (auto at = from; at < out.size(); ++at) out[at].nullable = true;
  }
  static void write(std::vector<Value>& out, const std::optional<T>& value) {
    if (value) {
      Codec<T>::write(out, *value);
    } else {
      out.resize(out.size() + width());
    }
  }
  static std::optional<T> read(Cursor& in) {
    if (!in.next_is_null()) return Codec<T>::read(in);
    in.skip(width());
    return {};
  }
};

}  // namespace leadbook::store
