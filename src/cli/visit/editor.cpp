#include "cli/visit/editor.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>

#include "leadbook/domain/error.hpp"
#include "leadbook/text/read_file.hpp"
#include "leadbook/text/temporary_file.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

/// A new file that its owner alone may read; gone with this.
class PrivateFile {
 public:
  explicit PrivateFile(const std::string& bytes)
      : path_(text::temporary_folder() + "/leadbook-XXXXXX.txt") {
    constexpr int suffix = 4;
    const int file = ::mkstemps(path_.data(), suffix);
    if (file < 0 || !text::write_all(file, bytes)) {
      throw Error(ErrorKind::failed, say("no file can be made in {}", text::temporary_folder()));
    }
    ::close(file);
  }
  ~PrivateFile() { ::unlink(path_.c_str()); }
  PrivateFile(const PrivateFile&) = delete;
  PrivateFile& operator=(const PrivateFile&) = delete;

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

/// Whether a shell command on a file came to a good end.
bool run_editor(const std::string& editor, const std::string& path) {
  const auto command = editor + " \"$1\"";
  const auto child = ::fork();
  if (child < 0) return false;
  if (child == 0) {
    ::execl("/bin/sh", "sh", "-c", command.c_str(), "sh", path.c_str(), nullptr);
    ::_exit(127);
  }
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return false;
  }
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

std::string edit_text(Env& env, const std::string& text) {
  auto editor = variable(env.world(), "VISUAL");
  if (editor.empty()) editor = variable(env.world(), "EDITOR");
  if (editor.empty()) editor = "vi";
  const PrivateFile file(text);
  env.out().flush();
  if (!run_editor(editor, file.path())) {
    throw Error(ErrorKind::failed,
                say("the editor '{}' did not end well: set VISUAL or EDITOR to one that is there",
                    text::visible(editor)));
  }
  return text::read_file(file.path()).value_or("");
}

}  // namespace leadbook::cli
