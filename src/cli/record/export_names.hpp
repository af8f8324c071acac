// What records are called in an export: by a name that an import finds again.
#pragma once

#include <map>
#include <string>
#include <unordered_map>

#include "leadbook/store/record/names.hpp"

namespace leadbook::cli {

/// Names of all records of a kind, read at once on first use. A name that several records bear is
/// none: they are called by their references.
class ExportNames : public store::Names {
 public:
  explicit ExportNames(store::Db& db) : store::Names(db), db_(db) {}

  /// All names of a kind are read at once.
  void read(const std::vector<Reference>&) override {}
  const std::string& operator()(const Reference& record) override;

 private:
  using NamesById = std::unordered_map<std::int64_t, std::string>;

  const NamesById& names_of(Kind kind);

  store::Db& db_;
  std::map<Kind, NamesById> names_;
};

}  // namespace leadbook::cli
