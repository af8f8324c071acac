// Records as a statement names them, gathered into pieces.
#pragma once

#include "leadbook/store/record/many.hpp"

namespace leadbook::store {

/// Calls `read` with what takes the rows of a statement, the number of each in front of the columns
/// selected, and passes them on with their parts.
void each_piece(Db& db,
                const Selection& selection,
                const std::function<void(const EachRow&)>& read,
                const EachPiece& each);

}  // namespace leadbook::store
