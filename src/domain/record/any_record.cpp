#include "leadbook/domain/record/any_record.hpp"

#include <utility>

#include "leadbook/domain/record/fields/all.hpp"

namespace leadbook {
namespace {

template <std::size_t... Kinds>
constexpr bool is_ordered(std::index_sequence<Kinds...>) {
  return ((kind_of<std::variant_alternative_t<Kinds, AnyRecord>> == static_cast<Kind>(Kinds)) &&
          ...);
}
static_assert(is_ordered(std::make_index_sequence<std::variant_size_v<AnyRecord>>()));

/// Calls visit(left, right) with two records of one kind as what they are.
template <class Left, class Right, class Visit>
decltype(auto) visit_both(Left& left, Right& right, Visit&& visit) {
  return std::visit(
      [&](auto& of) { return visit(of, std::get<std::decay_t<decltype(of)>>(right)); }, left);
}

/// Calls visit(field) for the field of R at a place in its list.
template <class R, class Visit>
void visit_field(std::size_t field, Visit&& visit) {
  std::size_t at = 0;
  for_each_field<R>([&](const auto& of) {
    if (at++ == field) visit(of);
  });
}

template <class T>
void visit_references_of(T& part, const std::function<void(Kind, std::int64_t&)>& visit);

template <class R>
void visit_value(Id<R>& id, const std::function<void(Kind, std::int64_t&)>& visit) {
  if (id) visit(kind_of<R>, id.number);
}

template <class T>
void visit_value(std::vector<T>& list, const std::function<void(Kind, std::int64_t&)>& visit) {
  if constexpr (!std::is_same_v<T, std::string>) {
    for (auto& item : list) visit_references_of(item, visit);
  }
}

template <class T>
void visit_value(T&, const std::function<void(Kind, std::int64_t&)>&) {}

template <class T>
void visit_references_of(T& part, const std::function<void(Kind, std::int64_t&)>& visit) {
  for_each_field<T>([&](const auto& field) { visit_value(part.*field.member, visit); });
}

}  // namespace

AnyRecord blank_record(Kind kind) {
  return with_record(kind, []<class R>() { return AnyRecord(std::in_place_type<R>); });
}

Reference reference_of(const AnyRecord& record) {
  return std::visit(
      [&](const auto& of) {
        return Reference{which_kind(record), of.id.number};
      },
      record);
}

void set_number(AnyRecord& record, std::int64_t number) {
  std::visit([&](auto& of) { of.id.number = number; }, record);
}

const std::string& identity_of(const AnyRecord& record) {
  return std::visit([](const auto& of) -> const std::string& { return of.uid; }, record);
}

void set_identity(AnyRecord& record, std::string identity) {
  std::visit([&](auto& of) { of.uid = std::move(identity); }, record);
}

std::int64_t revision_of(const AnyRecord& record) {
  return std::visit([](const auto& of) { return of.revision; }, record);
}

void set_revision(AnyRecord& record, std::int64_t revision) {
  std::visit([&](auto& of) { of.revision = revision; }, record);
}

bool is_same_content(const AnyRecord& left, const AnyRecord& right) {
  return visit_both(left, right, []<class R>(const R& one, const R& other) {
    bool same = true;
    for_each_field<R>(
        [&](const auto& field) { same = same && one.*field.member == other.*field.member; });
    return same;
  });
}

bool is_same_field(const AnyRecord& left, const AnyRecord& right, std::size_t field) {
  return visit_both(left, right, [&]<class R>(const R& one, const R& other) {
    bool same = true;
    visit_field<R>(field, [&](const auto& of) { same = one.*of.member == other.*of.member; });
    return same;
  });
}

void copy_field(const AnyRecord& from, AnyRecord& into, std::size_t field) {
  visit_both(from, into, [&]<class R>(const R& one, R& other) {
    visit_field<R>(field, [&](const auto& of) { other.*of.member = one.*of.member; });
  });
}

void visit_references(AnyRecord& record, const std::function<void(Kind, std::int64_t&)>& visit) {
  std::visit([&](auto& of) { visit_references_of(of, visit); }, record);
}

}  // namespace leadbook
