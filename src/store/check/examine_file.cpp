#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/statfs.h>

#include <algorithm>
#include <array>
#include <map>

#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"
#include "store/check/examine.hpp"

namespace leadbook::store {
namespace {

/// File systems over a network, by the numbers Linux knows them by: NFS, SMB, CIFS, SMB2, 9P, AFS,
/// Ceph and FUSE, behind which there may be one.
constexpr std::array<std::uint32_t, 8> networks = {
    0x6969, 0x517B, 0xFF534D42, 0xFE534D42, 0x01021997, 0x5346414F, 0x00C36400, 0x65735546};

using Schema = std::map<std::string, std::string>;  // the text of each table and index

Schema schema_of(Engine& engine) {
  Schema schema;
  engine.each(
      "SELECT type || ' ' || name AS name, sql FROM sqlite_master WHERE sql IS NOT NULL "
      "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
      {},
      [&](Row& row) { schema[row.text("name")] = row.text("sql"); });
  return schema;
}

void examine_setting(Engine& engine,
                     const std::string& name,
                     const std::string& wanted,
                     const std::string& why,
                     CheckPart& part) {
  engine.each("PRAGMA " + name, {}, [&](Row& row) {
    const auto& value = row.text(name);
    if (value == wanted) return;
    part.damage(say("the engine's {} is {}: {}", name, text::visible(value), why),
                fmt::format("PRAGMA {}={};", name, wanted));
  });
}

}  // namespace

void examine_file(const std::filesystem::path& file, CheckPart& part) {
  const auto name = text::visible(file.string());
  struct stat status {};
  struct statfs system {};
  if (::stat(file.c_str(), &status) != 0 || ::statfs(file.c_str(), &system) != 0) {
    part.damage(say("the book {} cannot be read: no permission for its folder", name));
    return;
  }
  part.count = status.st_size;
  if ((status.st_mode & 077) != 0) {
    part.note(say("others than its owner may reach it (mode {:03o})", status.st_mode & 0777),
              fmt::format("chmod 600 {}", name));
  }
  if (status.st_nlink > 1) {
    part.note(say("the file has a second name, and locks on one do not hold for the other"),
              say("remove the other name"));
  }
  const auto type = static_cast<std::uint32_t>(system.f_type);
  if (std::find(networks.begin(), networks.end(), type) != networks.end()) {
    part.note(say("it lies on a network or foreign file system, whose locks may not hold"),
              say("keep it on a disk of its own, or on a PostgreSQL server"));
  }
  const auto room =
      static_cast<std::uint64_t>(system.f_bavail) * static_cast<std::uint64_t>(system.f_bsize);
  if (room < static_cast<std::uint64_t>(status.st_size)) {
    part.note(say("its disk has no room for a copy of it"), say("free some space"));
  }
}

void examine_journal(Engine& engine, CheckPart& part) {
  examine_setting(
      engine, "journal_mode", "delete", say("what was told as written may be lost"), part);
  examine_setting(
      engine, "encoding", "UTF-8", say("texts are not kept as they were written"), part);
}

void examine_schema(Engine& engine, CheckPart& part) {
  const auto fresh = open_sqlite("fresh", Db::Access::memory, engine.version());
  const auto wanted = schema_of(*fresh);
  auto found = schema_of(engine);
  part.count = static_cast<std::int64_t>(wanted.size());
  for (const auto& [name, text] : wanted) {
    const auto at = found.find(name);
    if (at == found.end()) {
      part.damage(say("the book lacks its {}", name));
    } else if (at->second != text) {
      part.damage(say("the book's {} is not that of its version", name));
    }
    found.erase(name);
  }
  for (const auto& [name, text] : found) {
    part.note(say("the book has a {} that is none of its own", text::visible(name)));
  }
}

}  // namespace leadbook::store
