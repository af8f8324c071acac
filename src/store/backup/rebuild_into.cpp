// A book made anew from its log, in a file of its own.
#include <system_error>

#include "leadbook/domain/error.hpp"
#include "leadbook/store/backup/restore.hpp"
#include "leadbook/store/log/copy.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"
#include "store/backup/draft_file.hpp"

namespace leadbook::store {

void rebuild_into(Db& from,
                  const std::filesystem::path& file,
                  const std::function<void(Db&)>& finish,
                  Outcome& outcome) {
  outcome.begin();
  const auto path = std::filesystem::absolute(file).lexically_normal();
  std::error_code ignored;
  if (std::filesystem::exists(path)) {
    throw Error(
        ErrorKind::failed,
        say("there is a file {} already: name one there is not", text::visible(path.string())));
  }
  DraftFile draft(path.parent_path());
  std::filesystem::remove(draft.file(), ignored);  // a book is made only where there is nothing
  {
    Db to({draft.file().string(), ""}, Db::Access::create);
    rebuild_book(from, to);
    finish(to);
  }
  draft.become(path, outcome);
}

}  // namespace leadbook::store
