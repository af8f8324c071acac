// Events (活动), tasks (督办事项) and figures somebody printed (报表数).
#pragma once

#include <optional>

#include "leadbook/domain/date/date.hpp"
#include "leadbook/domain/record/county.hpp"
#include "leadbook/domain/record/delegation.hpp"
#include "leadbook/domain/record/project.hpp"

namespace leadbook {

enum class EventKind {
  promotion_conference,
  reception,
  survey,
  promotion_meeting,
  signing_ceremony,
  start_ceremony,
  completion_ceremony,
  other,
};
enum class TaskKind { obstacle, directive, follow_up };
enum class TaskArea { land, energy, environment, financing, labour, approval, other };

template <>
std::span<const Word<EventKind>> words<EventKind>();
template <>
std::span<const Word<TaskKind>> words<TaskKind>();
template <>
std::span<const Word<TaskArea>> words<TaskArea>();

/// A project an event concerned, and what was said of it.
struct EventProject {
  Id<Project> project;
  std::string note;

  bool operator==(const EventProject&) const = default;
};

struct Event : Record<Event> {
  std::string title;
  EventKind kind = EventKind::other;
  std::optional<Date> on;
  Id<County> county;
  std::string place;
  std::vector<std::string> venues;
  std::vector<Person> people;
  std::vector<EventProject> projects;
  std::string summary;
  std::string source;
  std::string note;

  bool operator==(const Event&) const = default;
};

struct Task : Record<Task> {
  std::string title;
  TaskKind kind = TaskKind::follow_up;
  std::optional<TaskArea> area;
  Id<Project> project;
  Id<County> county;
  Id<Event> event;
  std::string owner;
  std::optional<Date> due;
  std::optional<Date> closed_on;
  std::string closing;
  std::string source;
  std::string note;

  bool operator==(const Task&) const = default;
};

/// That the parts printed of a total are all its parts.
enum class Completeness { whole };

template <>
std::span<const Word<Completeness>> words<Completeness>();

struct Figure : Record<Figure> {
  std::string area;  // the county, district or city it speaks of, as printed
  std::optional<Date> period;
  std::string indicator;
  std::string printed;  // word for word
  std::optional<std::int64_t> count;
  std::optional<Amount> amount;
  std::optional<Percent> percent;
  Id<Figure> part_of;  // the figure it is one addend of
  std::string source;
  std::string note;
  std::optional<Completeness> whole;  // the parts of it, or those of which it is one, are all
  std::string breakdown;  // of a part: by what it is one, as 按县区; those of one name are all

  bool operator==(const Figure&) const = default;
};

template <>
struct KindOf<Event> : std::integral_constant<Kind, Kind::event> {};
template <>
struct KindOf<Task> : std::integral_constant<Kind, Kind::task> {};
template <>
struct KindOf<Figure> : std::integral_constant<Kind, Kind::figure> {};

}  // namespace leadbook
