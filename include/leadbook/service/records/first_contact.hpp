// The first-contact register (首报首谈): who first negotiated a project holds it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "leadbook/store/record/record.hpp"

namespace leadbook::service {

/// Who holds a project, since when, and which record says so.
struct FirstContact {
  Id<Project> project;
  Id<County> holder;
  std::optional<Date> since;  // the holder's first talk, or the lead; nothing where none is dated
  Reference by;
  Id<County> host;

  bool has_moved() const { return holder != host; }
};

/// The holder is the county that the project states as its first contact; else the one it was first
/// transferred from; else that of its earliest talk or, where the lead was named before it, the
/// host. Of a talk and a lead of one day the talk counts.
FirstContact first_contact_of(store::Db& db, const Project& project);

/// The same of a project of which all talks and transfers of credit are at hand, by date.
FirstContact first_contact_of(const Project& project,
                              const std::vector<Negotiation>& talks,
                              const std::vector<Credit>& transfers);

/// The holders of all projects, by number.
void each_first_contact(store::Db& db, const std::function<void(const FirstContact&)>& each);

/// A project of another county with the same investor and a like content.
struct LikeProject {
  FirstContact contact;
  Id<Company> company;  // as that project names it
  double likeness = 0;  // of titles or contents, 0 to 1
  bool same_chain = false;
};

/// The projects held by another county than this one's that share an investor with it, by number or
/// by name once normalised, and are alike in title or content (0.85 or more) or of one industrial
/// chain; the most alike first. The project need not be in the book.
std::vector<LikeProject> like_projects_of_others(store::Db& db, const Project& project);

/// The same, each in a sentence: the holder, since when, which project and how alike in percent.
std::vector<std::string> tell_first_contacts(store::Db& db, const Project& project);

}  // namespace leadbook::service
