// Records from rows and back: compiled once for each kind, not in every file that reads a record.
#include <type_traits>

#include "leadbook/domain/record/fields/all.hpp"
#include "store/record/rows.hpp"

namespace leadbook::store {
namespace {

template <class T>
void write_fields(std::vector<Value>& out, const T& part) {
  for_each_field<T>([&](const auto& field) {
    using Type = typename std::decay_t<decltype(field)>::Type;
    if constexpr (!is_list<Type>) Codec<Type>::write(out, part.*field.member);
  });
}

template <class T>
T part_from(const std::vector<Value>& values) {
  T part;
  Cursor cursor(values);
  for_each_field<T>([&](const auto& field) {
    using Type = typename std::decay_t<decltype(field)>::Type;
    if constexpr (!is_list<Type>) part.*field.member = Codec<Type>::read(cursor);
  });
  return part;
}

template <class T>
std::vector<T> list_from(const PartRows& rows) {
  std::vector<T> list;
  for (const auto& values : rows) {
    if constexpr (std::is_same_v<T, std::string>) {
      list.push_back(std::get<std::string>(values.front()));
    } else {
      list.push_back(part_from<T>(values));
    }
  }
  return list;
}

template <class R>
RecordRow row_of(const R& record) {
  RecordRow row{record.id.number, {record.uid, record.revision}, {}};
  write_fields(row.values, record);
  for_each_field<R>([&](const auto& field) {
    using Type = typename std::decay_t<decltype(field)>::Type;
    if constexpr (is_list<Type>) {
      auto& rows = row.parts.emplace_back();
      for (const auto& item : record.*field.member) {
        auto& values = rows.emplace_back();
        if constexpr (std::is_same_v<typename Type::value_type, std::string>) {
          values.push_back(item);
        } else {
          write_fields(values, item);
        }
      }
    }
  });
  return row;
}

template <class R>
AnyRecord record_of(const Selection& selection, const RecordRow& row) {
  AnyRecord any(std::in_place_type<R>);
  auto& record = std::get<R>(any);
  record.id = {row.id};
  Cursor cursor(row.values);
  if (selection.reads_identity()) {
    record.uid = cursor.text();
    record.revision = cursor.integer();
  }
  std::size_t at = 0;
  std::size_t part = 0;
  for_each_field<R>([&](const auto& field) {
    using Type = typename std::decay_t<decltype(field)>::Type;
    if constexpr (is_list<Type>) {
      if (selection.reads_part(part)) {
        record.*field.member = list_from<typename Type::value_type>(row.parts[part]);
      }
      ++part;
    } else {
      if (selection.reads_field(at)) record.*field.member = Codec<Type>::read(cursor);
      ++at;
    }
  });
  return any;
}

}  // namespace

RecordRow to_row(const AnyRecord& record) {
  return std::visit([](const auto& of) { return row_of(of); }, record);
}

AnyRecord to_record(const Selection& selection, const RecordRow& row) {
  return with_record(selection.shape().kind,
                     [&]<class R>() { return record_of<R>(selection, row); });
}

AnyRecord to_record(Kind kind, const RecordRow& row) {
  return with_record(kind, [&]<class R>() {
    static const Selection all(kind_of<R>);
    return record_of<R>(all, row);
  });
}

}  // namespace leadbook::store
