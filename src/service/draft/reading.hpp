// What is known while a text is read from its beginning to its end.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "leadbook/domain/record/event.hpp"
#include "leadbook/domain/record/negotiation.hpp"
#include "leadbook/domain/record/signing.hpp"
#include "leadbook/service/draft/report.hpp"
#include "service/draft/amounts.hpp"
#include "service/draft/days.hpp"
#include "service/draft/firms.hpp"
#include "service/draft/persons.hpp"
#include "service/draft/places.hpp"
#include "service/draft/projects.hpp"
#include "service/draft/prose.hpp"

namespace leadbook::service::drafting {

/// Records as they gather; each kind knows when two of it are one.
struct FirmDraft {
  std::string name;
  Span span;
};

struct TripDraft {
  std::string leader;
  std::string post;
  std::string county;
  std::optional<When> when;
  std::vector<std::string> stops;
  bool is_planned = false;
  Span span;
};

struct TalkDraftOf {
  std::string firm;  // "" where the text tells of none
  std::string county;
  std::string topic;
  std::string place;
  std::string next;
  std::optional<When> when;
  std::optional<NegotiationMode> mode;
  Outcome outcome = Outcome::exchange;
  std::optional<int> round;
  Span span;
  std::size_t paragraph = 0;
};

struct SigningDraft {
  std::string project;
  std::string county;
  std::string place;
  std::vector<std::string> parties;
  SigningKind kind = SigningKind::contract;
  std::optional<Sum> amount;
  std::optional<When> when;
  bool is_online = false;
  Span span;
};

struct ProjectDraft {
  std::string title;
  std::string county;
  std::vector<std::string> firms;
  bool firms_are_stated = false;  // as its investors, not only named beside it
  ProjectMention facts;
  std::optional<Stage> stage;
  std::optional<When> when;
  Span span;
};

struct EventDraft {
  std::string title;
  std::string county;
  std::string place;
  EventKind kind = EventKind::other;
  std::optional<When> when;
  Span span;
};

struct FigureDraft {
  std::string county;
  std::string indicator;
  std::string number;
  std::string unit;
  std::optional<Sum> sum;
  std::optional<std::int64_t> count;
  std::optional<When> period;
  Span span;
};

struct TaskDraft {
  std::string text;
  std::string owner;
  std::string county;
  std::optional<When> due;
  TaskKind kind = TaskKind::directive;
  Span span;
};

struct FundsDraft {
  std::string project;
  std::string county;
  Sum sum;
  std::optional<When> when;
  Span span;
};

/// One sentence with what was found in it, and where the reading stands.
struct Part {
  Sentence sentence;
  std::string_view text;  // plain
  std::size_t offset = 0;
  std::vector<When> days = {};
  std::vector<Sum> sums = {};
  std::vector<bool> used = {};  // by sum
  std::vector<Firm> firms = {};
  std::vector<Official> officials = {};
  std::vector<Place> places = {};
  std::vector<ProjectMention> projects = {};
  std::size_t speech = 0;  // where wishes and orders begin
};

/// The whole text being read.
struct Reading {
  const Prose& prose;
  Clock clock;
  std::optional<Place> home = {};

  // where the reading stands
  std::string county = {};          // of which is told now
  std::optional<When> when = {};    // the last day told
  std::optional<When> period = {};  // of figures
  std::optional<std::size_t> trip = {};
  std::optional<Stage> batch = {};  // of a ceremony: all it lists came so far
  std::optional<When> batch_when = {};
  bool batch_is_online = false;
  std::string place = {};  // the stop of a trip told last
  std::optional<std::size_t> last_project = {};
  std::size_t last_project_paragraph = 0;
  std::optional<std::size_t> ordered_paragraph = {};  // where somebody says what is to be done

  bool is_of_projects = false;               // whether the text is about investment at all
  std::optional<ProjectDraft> pending = {};  // named, and nothing said of it so far

  std::vector<FirmDraft> firms = {};
  std::vector<TripDraft> trips = {};
  std::vector<TalkDraftOf> talks = {};
  std::vector<SigningDraft> signings = {};
  std::vector<ProjectDraft> projects = {};
  std::vector<EventDraft> events = {};
  std::vector<FigureDraft> figures = {};
  std::vector<TaskDraft> tasks = {};
  std::vector<FundsDraft> funds = {};

  std::string shown(const Span& span) const { return prose.shown(span); }
  /// The firm under the longest name it was given.
  std::string firm_name(const std::string& name) const;
  std::string add_firm(const Span& span);
  /// Whether two printed names may be one firm.
  bool same_firm(const std::string& left, const std::string& right) const;

  /// What tells a firm's name from others; worked out once a name.
  mutable std::unordered_map<std::string, std::string> plain_names = {};
};

/// A text tells again of what it told not long before: so far back it is looked for, which keeps
/// the time for a long text in step with its length.
template <class Drafts>
std::size_t recent(const Drafts& drafts) {
  constexpr std::size_t reach = 100;
  return drafts.size() > reach ? drafts.size() - reach : 0;
}

// Each reads one part for what it is about.
void read_trip(Reading& reading, const Part& part);
void read_talks(Reading& reading, const Part& part);
void read_projects(Reading& reading, Part& part);
void read_events(Reading& reading, const Part& part);
void read_figures(Reading& reading, const Part& part);
void read_tasks(Reading& reading, const Part& part);

/// Whether 签约, 开工 and the like are told of a list: what it lists came so far.
std::optional<Stage> batch_said(std::string_view text);

}  // namespace leadbook::service::drafting
