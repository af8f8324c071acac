// Catching the same company or project before it is entered twice.
#pragma once

#include <string_view>

#include "leadbook/store/record.hpp"

namespace leadbook::service {

/// Throws Error{conflict} that names the nearest company and how alike the names are.
void refuse_company_twin(store::Db& db, std::string_view name);

/// As above for a new record: a company by its names, a project by county and title. Other kinds
/// have no twins.
void refuse_twin(store::Db& db, Kind kind, const store::RecordRow& row);

}  // namespace leadbook::service
