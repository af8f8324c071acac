#include "leadbook/service/records/odd_days.hpp"

#include "leadbook/domain/record/fields/all.hpp"
#include "leadbook/store/record/record.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::service {
namespace {

constexpr auto longest_trip = std::chrono::days(60);
constexpr auto far_ahead = std::chrono::days(3653);

/// "签约日期 2031-05-19（周一）".
std::string dated(const std::string& what, const Date& date) {
  const std::string day = format_date(date);
  if (!date.is_day()) return say("{} {}", what, day);
  return say("{} {} ({})", what, day, weekday_name(date.first));
}

/// A day of a record, under the field that holds it or the list it stands in.
struct FieldDay {
  std::string field;
  std::string heading;
  Date date;
  bool has_happened = false;  // or is due
};

/// Adds the days a record or one of its parts says have happened or are due.
template <class R, class Of>
void add_days(const R& record, bool planned, const Of& of, std::vector<FieldDay>& days) {
  for_each_field<R>([&](const auto& field) {
    using Type = typename std::decay_t<decltype(field)>::Type;
    if constexpr (std::is_same_v<Type, std::optional<Date>>) {
      const auto& date = record.*field.member;
      if (!date || field.days == Days::any) return;
      days.push_back({of(field), heading_of(field), *date, field.days != Days::due && !planned});
    }
  });
}

template <class R>
std::vector<FieldDay> days_of(const R& record) {
  std::vector<FieldDay> days;
  const bool planned = is_planned(record);
  const auto own_name = [](const auto& field) { return std::string(field.name); };
  add_days(record, planned, own_name, days);
  for_each_field<R>([&](const auto& list) {
    using Type = typename std::decay_t<decltype(list)>::Type;
    if constexpr (requires { Describe<typename Type::value_type>::fields; }) {
      const auto name_of_list = [&](const auto&) { return std::string(list.name); };
      for (const auto& part : record.*list.member) add_days(part, planned, name_of_list, days);
    }
  });
  return days;
}

std::vector<FieldDay> days_of_any(const AnyRecord& record) {
  return std::visit([](const auto& of) { return days_of(of); }, record);
}

void look_far_ahead(const AnyRecord& record, Day today, std::vector<std::string>& odd) {
  for (const auto& day : days_of_any(record)) {
    if (day.has_happened || day.date.first <= today + far_ahead) continue;
    odd.push_back(say("{} is more than ten years ahead.", dated(day.heading, day.date)));
  }
}

void look_at_length(const Delegation& trip, std::vector<std::string>& odd) {
  if (!trip.starts || !trip.ends) return;
  const auto days = trip.ends->first - trip.starts->last + std::chrono::days(1);
  if (days > longest_trip) odd.push_back(say("The trip lasts {} days.", days.count()));
}

void look_at_trip(store::Db& db, const Negotiation& talk, std::vector<std::string>& odd) {
  if (!talk.delegation || !talk.on) return;
  const auto trip = store::find(db, talk.delegation);
  if (!trip || !trip->starts) return;
  const bool is_before = talk.on->last < trip->starts->first;
  const bool is_after = trip->ends && talk.on->first > trip->ends->last;
  if (!is_before && !is_after) return;
  odd.push_back(say("{} lies outside the days of {} {}, which began on {}.",
                    dated(say("The meeting"), *talk.on),
                    reference_text({Kind::delegation, trip->id.number}),
                    trip->title,
                    format_date(*trip->starts)));
}

void look_at_promises(const Negotiation& talk, std::vector<std::string>& odd) {
  for (const auto& promise : talk.promises) {
    if (!promise.kept || !talk.on || promise.kept->last >= talk.on->first) continue;
    odd.push_back(say("{} lies before the meeting of {}: '{}'.",
                      dated(say("Kept"), *promise.kept),
                      format_date(*talk.on),
                      promise.text));
  }
}

}  // namespace

std::vector<DayToCome> days_to_come(const AnyRecord& record, Day today) {
  std::vector<DayToCome> days;
  for (const auto& day : days_of_any(record)) {
    if (!day.has_happened || day.date.first <= today) continue;
    days.push_back({day.field, dated(day.heading, day.date)});
  }
  return days;
}

std::vector<std::string> odd_days(store::Db& db, const AnyRecord& record, Day today) {
  std::vector<std::string> odd;
  for (const auto& [field, day] : days_to_come(record, today)) {
    odd.push_back(say("{} is yet to come.", day));
  }
  look_far_ahead(record, today, odd);
  if (const auto* trip = std::get_if<Delegation>(&record)) look_at_length(*trip, odd);
  if (const auto* talk = std::get_if<Negotiation>(&record)) look_at_trip(db, *talk, odd);
  if (const auto* talk = std::get_if<Negotiation>(&record)) look_at_promises(*talk, odd);
  return odd;
}

}  // namespace leadbook::service
