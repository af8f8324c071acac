#include "domain/condition/words.hpp"

namespace leadbook::conditions {
namespace {

using enum Comparison;

constexpr Operator operator_table[] = {
    {U"=", equal},
    {U"==", equal},
    {U"is", equal},
    {U"等于", equal},
    {U"是", equal},
    {U"为", equal},
    {U"!=", equal, true},
    {U"<>", equal, true},
    {U"≠", equal, true},
    {U"is not", equal, true},
    {U"不等于", equal, true},
    {U"不是", equal, true},
    {U"不为", equal, true},
    {U"in", equal, false, true},
    {U"属于", equal, false, true},
    {U"not in", equal, true, true},
    {U"不属于", equal, true, true},

    {U"~", contains},
    {U"like", contains},
    {U"contains", contains},
    {U"含", contains},
    {U"含有", contains},
    {U"包含", contains},
    {U"!~", contains, true},
    {U"not like", contains, true},
    {U"not contains", contains, true},
    {U"不含", contains, true},
    {U"不含有", contains, true},
    {U"不包含", contains, true},

    {U"between", between},
    {U"介于", between},
    {U"not between", between, true},
    {U"不介于", between, true},

    {U"<", less},
    {U"小于", less},
    {U"低于", less},
    {U"少于", less},
    {U"早于", less},
    {U"<=", less_equal},
    {U"≤", less_equal},
    {U"小于等于", less_equal},
    {U"不大于", less_equal},
    {U"不高于", less_equal},
    {U"不超过", less_equal},
    {U"不多于", less_equal},
    {U"不晚于", less_equal},
    {U"至多", less_equal},
    {U">", greater},
    {U"大于", greater},
    {U"高于", greater},
    {U"超过", greater},
    {U"多于", greater},
    {U"晚于", greater},
    {U">=", greater_equal},
    {U"≥", greater_equal},
    {U"大于等于", greater_equal},
    {U"不小于", greater_equal},
    {U"不低于", greater_equal},
    {U"不少于", greater_equal},
    {U"不早于", greater_equal},
    {U"至少", greater_equal},

    {U"is unknown", unknown},
    {U"is null", unknown},
    {U"未知", unknown},
    {U"是未知", unknown},
    {U"为未知", unknown},
    {U"为空", unknown},
    {U"是空", unknown},
    {U"is not unknown", unknown, true},
    {U"is not null", unknown, true},
    {U"is known", unknown, true},
    {U"已知", unknown, true},
    {U"不为空", unknown, true},
    {U"非空", unknown, true},
};

constexpr Connective connective_table[] = {
    {U"and", Shape::all},
    {U"&&", Shape::all},
    {U"且", Shape::all},
    {U"并且", Shape::all},
    {U"而且", Shape::all},
    {U"和", Shape::all},
    {U"与", Shape::all},
    {U"or", Shape::any},
    {U"||", Shape::any},
    {U"或", Shape::any},
    {U"或者", Shape::any},
};

constexpr std::u32string_view negation_table[] = {U"not", U"!", U"非", U"并非", U"不"};

constexpr std::u32string_view range_joint_table[] = {U"至", U"到"};

bool is_ordered(CriterionType type) {
  switch (type) {
    case CriterionType::count:
    case CriterionType::amount:
    case CriterionType::area:
    case CriterionType::date:
      return true;
    case CriterionType::text:
    case CriterionType::word:
    case CriterionType::reference:
      return false;
  }
  return false;
}

}  // namespace

std::span<const Operator> operators() { return operator_table; }

std::span<const Connective> connectives() { return connective_table; }

std::span<const std::u32string_view> negations() { return negation_table; }

std::span<const std::u32string_view> range_joints() { return range_joint_table; }

bool allows(CriterionType type, Comparison comparison) {
  switch (comparison) {
    case equal:
    case unknown:
      return true;
    case contains:
      return type == CriterionType::text;
    case between:
    case less:
    case less_equal:
    case greater:
    case greater_equal:
      return is_ordered(type);
  }
  return false;
}

std::string_view comparisons_of(CriterionType type) {
  if (is_ordered(type)) return "=, !=, <, <=, >, >=, in, between, is unknown";
  if (type == CriterionType::text) return "=, !=, in, contains, is unknown";
  return "=, !=, in, is unknown";
}

}  // namespace leadbook::conditions
