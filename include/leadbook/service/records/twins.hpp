// Catching the same company or project before it is entered twice.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "leadbook/store/record/names.hpp"

namespace leadbook::service {

/// A company and how alike its name is, 0 to 1.
struct NearCompany {
  std::int64_t id = 0;
  double likeness = 0;
};

/// The names of a book that a new one is held against. Company names are read once and found by
/// their rarest characters, so that thousands of new ones cost little.
class Twins {
 public:
  explicit Twins(store::Db& db) : db_(db) {}

  /// The company whose name is most like this one, where one is near enough to be a twin.
  std::optional<NearCompany> near_company(std::string_view name);

  /// Throws Error{conflict} that names the nearest company and how alike the names are.
  void refuse_company(std::string_view name);

  /// As above for a new record: a company by its names, a project by county and title. Other kinds
  /// have no twins.
  void refuse(const AnyRecord& record);

  /// Tells of a company made since.
  void remember(std::int64_t company, std::string_view name);

  /// Reads the titles of all projects, so that no further one asks the book; tells of one made
  /// since.
  void read_projects();
  void remember(const Project& project);

 private:
  /// A spelling of a company as it is compared.
  struct Known {
    std::int64_t id = 0;
    std::u32string normal;
    std::uint64_t characters = 0;  // a bit for each, several to a bit
  };

  void read_companies();
  void refuse_project(const Project& project);

  store::Db& db_;
  bool read_ = false;
  std::vector<Known> companies_;
  std::unordered_map<char32_t, std::vector<std::uint32_t>> by_character_;
  std::optional<std::unordered_map<std::string, std::int64_t>> projects_;  // by county and title
};

}  // namespace leadbook::service
