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

/// Calls `tell` with each field whose day is said to have happened or is due, and which of the two.
template <class R, class Tell>
void each_day(const R& record, Tell&& tell) {
  for_each_field<R>([&](const auto& field) {
    using Type = typename std::decay_t<decltype(field)>::Type;
    if constexpr (std::is_same_v<Type, std::optional<Date>>) {
      const auto& date = record.*field.member;
      if (!date || field.days == Days::any) return;
      tell(field, *date, field.days != Days::due && !is_planned(record));
    }
  });
}

void look_far_ahead(const AnyRecord& record, Day today, std::vector<std::string>& odd) {
  std::visit(
      [&](const auto& of) {
        each_day(of, [&](const auto& field, const Date& date, bool has_happened) {
          if (has_happened || date.first <= today + far_ahead) return;
          odd.push_back(say("{} is more than ten years ahead.", dated(heading_of(field), date)));
        });
      },
      record);
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

}  // namespace

std::vector<DayToCome> days_to_come(const AnyRecord& record, Day today) {
  std::vector<DayToCome> days;
  std::visit(
      [&](const auto& of) {
        each_day(of, [&](const auto& field, const Date& date, bool has_happened) {
          if (!has_happened || date.first <= today) return;
          days.push_back({field.name, dated(heading_of(field), date)});
        });
      },
      record);
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
  return odd;
}

}  // namespace leadbook::service
