// The companies and projects that rows name: found by their names, or made once the row is taken.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "leadbook/service/records/resolve.hpp"
#include "leadbook/service/records/twins.hpp"
#include "leadbook/store/log/change.hpp"

namespace leadbook::service {

/// What a row names and the book has not. Until the row is taken these have negative numbers in it,
/// so that a row that is refused leaves nothing behind.
struct Wanted {
  std::vector<std::string> companies;  // -2 for the first, -3 ...; a project is -1
};

class ImportNames {
 public:
  /// `create` says whether companies and projects may be made; new companies are held against those
  /// of `twins`, where there are any, which must outlive this.
  ImportNames(store::Change& change, bool create, Twins* twins);

  /// The number of the record a text names; of a new one a negative number, the name added to
  /// `wanted`. Throws Error{not_found} as Resolver does.
  std::int64_t resolve(Kind kind, std::string_view text, Wanted& wanted);

  /// The project of a signing; -1 where it is to be made as `described`, whose county is known.
  std::int64_t resolve_project(std::string_view text, const Project& described);

  /// Makes what is wanted, a project of this description where the row names a new one, and puts
  /// the numbers given in place of the negative ones.
  void make(AnyRecord& record, const Wanted& wanted, const Project& described);

  /// Tells of a record made or changed, so that later rows find it by its names.
  void remember(const AnyRecord& record);

  /// Takes what was said since: companies taken for others, new ones that are like known ones.
  std::vector<std::string> take_notes();

  std::int64_t companies() const { return companies_; }
  std::int64_t projects() const { return projects_; }

 private:
  std::optional<std::int64_t> find_company(std::string_view text);
  void read_companies();
  void read_projects();
  void remember_project(std::int64_t id, std::int64_t county, std::string_view title);
  std::int64_t make_company(const std::string& name);
  std::int64_t make_project(const std::vector<std::int64_t>& companies, const Project& described);

  store::Change& change_;
  bool create_;
  Resolver resolver_;
  Twins* twins_;
  std::optional<store::KeyedIds> companies_by_name_;  // normalised; 0 for a name of several
  std::optional<store::KeyedIds> companies_by_text_;  // as written
  std::optional<store::KeyedIds> projects_by_title_;  // with their county, and alone
  std::vector<std::string> notes_;
  std::int64_t companies_ = 0;
  std::int64_t projects_ = 0;
};

}  // namespace leadbook::service
