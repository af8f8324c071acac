#include "cli/ending.hpp"

#include <algorithm>

#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

/// The sentence, of what went wrong {0}, what to do {1}, the entry {2} and the request {3}.
const char* sentence(const store::Outcome& outcome, const Failure& failure) {
  using State = store::Outcome::State;
  const bool advises = *failure.advice != '\0';
  switch (outcome.state) {
    case State::reading:
      return advises ? N_("{0}: {1}") : "{0}";
    case State::nothing:
      if (!failure.tells_book) return advises ? N_("{0}: {1}") : "{0}";
      return advises ? N_("{0}; nothing was written: {1}") : N_("{0}; nothing was written");
    case State::stored:
      return outcome.entry == 0
                 ? N_("this was written; afterwards this went wrong: {0}")
                 : N_("this was written as entry {2}; afterwards this went wrong: {0}");
    case State::unconfirmed:
      return outcome.request.empty()
                 ? N_("it is not confirmed that this was written ({0}): look with 'leadbook book "
                      "check', and repeat it where it is not there")
                 : N_("it is not confirmed that this was written: look with 'leadbook history "
                      "--request {3}', or repeat it with --request {3}, which changes nothing if "
                      "it was");
  }
  return "{0}";
}

}  // namespace

std::string ending(const store::Outcome& outcome, const Failure& failure) {
  return say(
      sentence(outcome, failure), failure.why, failure.advice, outcome.entry, outcome.request);
}

LastWords::LastWords(const store::Outcome& outcome, const Failure& failure) {
  const auto written = fmt::format_to_n(text_.data(),
                                        text_.size(),
                                        fmt::runtime(translate(sentence(outcome, failure))),
                                        failure.why,
                                        failure.advice,
                                        outcome.entry,
                                        outcome.request);
  size_ = std::min(written.size, text_.size());
}

}  // namespace leadbook::cli
