#include "cli/record/task_from_talk.hpp"

#include <algorithm>

#include "leadbook/domain/amount/quantity.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/domain/record/negotiation.hpp"
#include "leadbook/store/record/record.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

struct Taken {
  std::string title;
  std::string owner;
  std::optional<Date> due;
};

Taken taken_of(const Negotiation& talk, const std::string& place) {
  const auto name = reference_text({Kind::negotiation, talk.id.number});
  if (place.empty()) {
    if (!talk.next_step.empty()) return {talk.next_step, "", talk.next_due};
    throw Error(ErrorKind::not_found,
                say("{} has no next step; a promise of it is {}#1", name, name));
  }
  const auto number = parse_count(place);
  const auto count = static_cast<std::int64_t>(talk.promises.size());
  if (!number || *number < 1 || *number > count) {
    throw Error(ErrorKind::not_found,
                say("{} has no promise {}: there are {}", name, place, count));
  }
  const auto& promise = talk.promises[static_cast<std::size_t>(*number - 1)];
  return {promise.text, promise.owner, promise.due};
}

void add_if_open(std::vector<FieldInput>& inputs, const char* field, std::string text) {
  const bool given = std::any_of(
      inputs.begin(), inputs.end(), [&](const FieldInput& input) { return input.field == field; });
  if (!given && !text.empty()) inputs.push_back({field, std::move(text)});
}

}  // namespace

void take_from_talk(Env& env, const std::string& from, std::vector<FieldInput>& inputs) {
  const auto mark = from.find('#');
  const auto reference = from.substr(0, mark);
  const auto place = mark == std::string::npos ? std::string() : from.substr(mark + 1);
  const Id<Negotiation> id{env.resolver().resolve(Kind::negotiation, reference)};
  const auto talk = store::find(env.db(), id).value();
  const auto taken = taken_of(talk, place);
  add_if_open(inputs, "title", taken.title);
  add_if_open(inputs, "owner", taken.owner);
  if (taken.due) add_if_open(inputs, "due", date_text(*taken.due));
  if (talk.project) {
    add_if_open(inputs, "project", reference_text({Kind::project, talk.project.number}));
  }
  if (talk.county) {
    add_if_open(inputs, "county", reference_text({Kind::county, talk.county.number}));
  }
  add_if_open(inputs, "source", reference_text({Kind::negotiation, talk.id.number}));
}

}  // namespace leadbook::cli
