// The tables of each kind of record, from its field list.
#include "leadbook/store/record.hpp"

namespace leadbook::store {
namespace {

template <class T>
void name_fields(std::vector<Column>& columns) {
  for_each_field<T>([&](const auto& field) {
    using Type = typename std::decay_t<decltype(field)>::Type;
    if constexpr (!is_list<Type>) Codec<Type>::name_columns(columns, field.name);
  });
}

template <class R>
RecordShape make_shape() {
  const std::string table(identifier(Describe<R>::kind));
  RecordShape shape{Describe<R>::kind, table, {{"uid", false}, {"revision", true}}, {}};
  name_fields<R>(shape.columns);
  for_each_field<R>([&](const auto& field) {
    using Type = typename std::decay_t<decltype(field)>::Type;
    if constexpr (is_list<Type>) {
      PartShape part{field.name, table + "_" + field.name, {}};
      if constexpr (std::is_same_v<typename Type::value_type, std::string>) {
        part.columns.push_back({"value", false});
      } else {
        name_fields<typename Type::value_type>(part.columns);
      }
      shape.parts.push_back(std::move(part));
    }
  });
  return shape;
}

}  // namespace

const RecordShape& shape_of(Kind kind) {
  return with_record(kind, []<class R>() -> const RecordShape& {
    static const RecordShape shape = make_shape<R>();
    return shape;
  });
}

}  // namespace leadbook::store
