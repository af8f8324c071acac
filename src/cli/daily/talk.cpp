#include "cli/daily/talk.hpp"

#include "cli/record/options.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/service/records/book_change.hpp"
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

EditedTalk edit_talk(Env& env,
                     const std::string& reference,
                     const std::vector<FieldInput>& inputs,
                     const std::map<std::string, std::string>& options) {
  service::BookChange change(env.db_to_write(false), env.origin());
  const Id<Negotiation> id{env.resolver().resolve(Kind::negotiation, reference)};
  const AnyRecord stored = store::find(change.db(), id).value();
  service::RecordWriter writer(change, env.resolver(), Kind::negotiation);
  const auto written = writer.update(stored, writer.read(stored, inputs, env.today(), {}, false));
  const auto entry = commit_written(env, change, written, options);
  return {entry, std::get<Negotiation>(written.record)};
}

}  // namespace leadbook::cli
