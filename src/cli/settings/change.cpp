// Changing a settings file: one line of it, all others as they were.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <system_error>

#include "cli/settings/settings.hpp"
#include "cli/settings/toml_reader.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/text/temporary_file.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

[[noreturn]] void throw_unwritable(const std::string& path) {
  throw Error(ErrorKind::failed,
              say("{} cannot be written: check its folder and the disk", text::visible(path)));
}

/// A text between quotes, as TOML has it.
std::string quoted(const std::string& value) {
  std::string text = "\"";
  for (const char symbol : value) {
    if (symbol == '"' || symbol == '\\') text += '\\';
    text += symbol;
  }
  return text + '"';
}

/// The name a line sets; "" for none.
std::string name_set(std::string_view line) {
  const auto equals = line.find('=');
  if (equals == std::string_view::npos || text::trim(line).starts_with('#')) return "";
  return std::string(text::trim(line.substr(0, equals)));
}

/// "backup" of a line "[backup]"; "" for none.
std::string table_begun(std::string_view line) {
  line = text::trim(line);
  if (!line.starts_with('[') || !line.ends_with(']')) return "";
  return std::string(text::trim(line.substr(1, line.size() - 2)));
}

}  // namespace

void write_settings_file(const std::string& path, const std::string& bytes) {
  std::error_code problem;
  std::filesystem::create_directories(std::filesystem::path(path).parent_path(), problem);
  const auto draft = path + ".new";
  const int file = ::open(draft.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (file < 0) throw_unwritable(path);
  const bool written = text::write_all(file, bytes) && ::fsync(file) == 0;
  const bool closed = ::close(file) == 0;
  if (!written || !closed || std::rename(draft.c_str(), path.c_str()) != 0) {
    ::unlink(draft.c_str());
    throw_unwritable(path);
  }
}

std::string with_setting(const std::string& file,
                         const std::string& text,
                         const std::string& name,
                         const std::optional<std::string>& value) {
  const auto dot = name.find('.');
  const auto table = dot == std::string::npos ? std::string() : name.substr(0, dot);
  const auto own = dot == std::string::npos ? name : name.substr(dot + 1);
  std::string changed;
  std::string within;
  bool is_set = !value;
  const auto set = [&](const std::string& key) {
    changed += key + " = " + quoted(*value) + "\n";
    is_set = true;
  };
  for (const auto line : text::split(text, '\n')) {
    const auto begun = table_begun(line);
    // What belongs to no table stands before the first.
    if (!begun.empty() && !is_set && within.empty() && table.empty()) set(name);
    if (!begun.empty()) within = begun;
    const auto key = name_set(line);
    const bool is_it = within.empty() ? key == name : within == table && key == own;
    if (is_it) {
      if (value && !is_set) set(key);
      continue;
    }
    changed += line;
    changed += '\n';
    if (!begun.empty() && begun == table && !is_set) set(own);
  }
  while (changed.ends_with("\n\n")) changed.pop_back();
  if (changed == "\n") changed.clear();
  if (!is_set) {
    if (within.empty()) {
      set(name);
    } else {
      changed = name + " = " + quoted(*value) + "\n" + changed;
    }
  }
  if (!toml::parse(changed, file)) {
    throw Error(
        ErrorKind::configuration,
        say("{} cannot be changed by this command: change it with an editor", text::visible(file)));
  }
  return changed;
}

}  // namespace leadbook::cli
