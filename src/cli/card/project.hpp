// What the sections of a project's card are made of.
#pragma once

#include "cli/card/parts.hpp"

namespace leadbook::cli {

/// The records that refer to a project, and what follows from them.
struct ProjectFile {
  std::vector<Negotiation> talks;  // all by date
  std::vector<Signing> signings;
  std::vector<Task> tasks;
  std::vector<Procedure> procedures;
  std::vector<Funds> funds;
  std::vector<Outlay> outlays;  // by year and day
  std::vector<Event> events;
  std::vector<Credit> transfers;
  std::vector<StageSpell> spells;
  Companies investors;
};

/// Read once for a card.
const ProjectFile& file_of(CardSource& source, const Project& project);

/// Promises not kept yet, the next step of the newest talk and the planned dates the project has
/// not come to, the most pressing first.
Facts upcoming_facts(const CardSource& source, const Project& project, const ProjectFile& file);

/// Who first negotiated a project and how its credit is shared; nothing where one county has all.
Facts credit_facts(CardSource& source, const Project& project, const ProjectFile& file);

/// The procedures of a project, the money it received with its sum and share of the contract
/// amount, what it is to invest by year and did, the accepted reasons for being late, and its plan
/// with the light.
present::Table procedure_table(const CardSource& source, const ProjectFile& file);
present::Table funds_table(CardSource& source, const Project& project, const ProjectFile& file);
present::Table outlay_table(const ProjectFile& file);
Facts waiver_facts(const CardSource& source, const Project& project);
present::Section plan_section(CardSource& source, const Project& project, const ProjectFile& file);

}  // namespace leadbook::cli
