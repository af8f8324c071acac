// Catching the same company or project before it is entered twice.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "leadbook/domain/record/any_record.hpp"
#include "leadbook/store/db.hpp"
#include "leadbook/store/record/digest.hpp"

namespace leadbook::service {

/// From where on two names are so alike that they may be one company's: one wrong character in
/// four.
constexpr double twin_likeness = 0.85;

/// A company and how alike its name is, 0 to 1.
struct NearCompany {
  std::int64_t id = 0;
  double likeness = 0;
};

/// The projects that have one title: the first of them, and whether there are others.
struct SameTitle {
  std::int64_t project = 0;
  bool is_only = true;
};

/// The names of a book that a new one is held against. Company names are read once and found by
/// their rarest characters, so that thousands of new ones cost little.
class Twins {
 public:
  using Titles = std::unordered_map<store::TextKey, SameTitle, store::TextKeyHash>;

  /// `many` says whether so many new records come that the titles of all projects are read once.
  Twins(store::Db& db, bool many) : db_(db), many_(many) {}

  /// The company whose name is most like this one, where one is near enough to be a twin; with
  /// `may_be` among those alone for which it holds.
  std::optional<NearCompany> near_company(std::string_view name,
                                          const std::function<bool(std::int64_t)>& may_be = {});

  /// The projects of this county, or of any where it is none, with the same plain title.
  std::optional<SameTitle> find_title(Id<County> county, std::string_view title);

  /// All of these, where `find_title` tells of several; only those whose title is written so too,
  /// where there are any.
  std::vector<std::int64_t> all_of_title(Id<County> county, std::string_view title);

  /// Why a new record is refused, a company for its name, a project for county and title: that
  /// names the one it is like. Nothing where there is none, and for other kinds, which have no
  /// twins.
  std::optional<std::string> refusal(const AnyRecord& record);
  std::optional<std::string> refusal_of_company(std::string_view name);

  /// What a new record that is not refused is nearly like, where it is typed alone: a company whose
  /// name holds the other's or is held by it, a project of the county under a longer or shorter
  /// title.
  std::optional<std::string> near_like(const AnyRecord& record);

  /// Tells of a record made since.
  void remember(const AnyRecord& record);

 private:
  std::optional<std::string> refusal_of_county(const County& county);
  std::optional<Reference> company_holding(std::string_view name);
  std::optional<Reference> project_shortened(const Project& project);
  /// A spelling of a company as it is compared.
  struct KnownName {
    std::int64_t id = 0;
    std::u32string normal;
    std::uint64_t characters = 0;  // a bit for each, several to a bit
  };
  void read_companies();
  void add_company(std::int64_t id, std::string_view name);
  void read_titles(Id<County> county, Titles& titles);

  store::Db& db_;
  bool many_;
  bool companies_read_ = false;
  std::vector<KnownName> companies_;
  std::unordered_map<char32_t, std::vector<std::uint32_t>> by_character_;
  std::optional<Titles> titles_;  // of all projects, each with its county and alone
};

}  // namespace leadbook::service
