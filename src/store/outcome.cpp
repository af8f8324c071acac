#include "leadbook/store/outcome.hpp"

#include "leadbook/text/translate.hpp"

namespace leadbook::store {

BookError connection_lost() {
  return {ErrorKind::failed, say("the connection was lost"), say("repeat the command")};
}

}  // namespace leadbook::store
