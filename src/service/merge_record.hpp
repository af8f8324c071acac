// One record in three versions: what was, and what two books made of it.
#pragma once

#include <cstddef>
#include <vector>

#include "leadbook/store/record.hpp"

namespace leadbook::service {

/// `onto` with every field that `theirs` has otherwise than `base`.
store::RecordRow apply_changes(Kind kind,
                               const store::RecordRow& base,
                               const store::RecordRow& theirs,
                               store::RecordRow onto);

/// As `apply_changes`, but a field that both changed, and not alike, stays as `ours` has it; such
/// fields are named by their place in `fields_of(kind)`.
struct MergedRecord {
  store::RecordRow kept;
  std::vector<std::size_t> conflicts;
};
MergedRecord merge_record(Kind kind,
                          const store::RecordRow& base,
                          const store::RecordRow& theirs,
                          const store::RecordRow& ours);

/// Leaves one more field, by its place in `fields_of(kind)`, as `ours` has it.
void keep_field(Kind kind, std::size_t field, const store::RecordRow& ours, MergedRecord& merged);

}  // namespace leadbook::service
