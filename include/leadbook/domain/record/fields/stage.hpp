// The fields of the records of stage.hpp.
#pragma once

#include "leadbook/domain/record/fields/field.hpp"
#include "leadbook/domain/record/stage.hpp"

namespace leadbook {

template <>
struct Describe<StageMove> {
  static constexpr auto fields =
      std::make_tuple(field(&StageMove::stage, "stage", "Stage", "阶段", "", Need::required),
                      field(&StageMove::on, "on", "Date", "日期", "", Need::required),
                      field(&StageMove::reason, "reason", "Reason", "原因"),
                      field(&StageMove::document, "document", "Document", "文件"),
                      field(&StageMove::actor, "actor", "By", "经办"));
};
static_assert(is_complete<StageMove>);

}  // namespace leadbook
