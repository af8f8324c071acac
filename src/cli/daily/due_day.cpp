#include "cli/daily/due_day.hpp"

#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {

Date read_due_day(Env& env, const std::string& text, const std::string& option) {
  const auto today = env.today();
  const auto day = parse_date(text, Outlook{today, today, Toward::future});
  if (!day) throw Error(ErrorKind::usage, option + ": " + day.problem().message);
  if (day->last < today) env.tell_notes({say("{} is past already.", dated(*day))});
  return *day;
}

std::string dated(const Date& date) {
  const auto day = format_date(date);
  return date.is_day() ? say("{} ({})", day, weekday_name(date.first)) : day;
}

}  // namespace leadbook::cli
