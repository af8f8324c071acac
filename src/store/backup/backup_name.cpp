#include "store/backup/backup_name.hpp"

#include <algorithm>
#include <charconv>

namespace leadbook::store {
namespace {

constexpr std::size_t hash_digits = 12;

std::string ending(const BackupName& name) {
  return (name.occasion.empty() ? "" : "." + name.occasion) + ".db";
}

bool is_hash(std::string_view text) {
  return text.size() == hash_digits && text.find_first_not_of("0123456789abcdef") == text.npos;
}

}  // namespace

std::string file_name(const BackupName& name, const Head& head) {
  return name.stem + "-" + format_day(name.day) + "-" + std::to_string(head.number) + "-" +
         head.hash.substr(0, hash_digits) + ending(name);
}

std::optional<BackupAge> backup_age(std::string_view file, const BackupName& name) {
  const auto before = name.stem + "-";
  const auto after = ending(name);
  if (!file.starts_with(before) || !file.ends_with(after)) return {};
  if (file.size() < before.size() + after.size()) return {};
  file.remove_prefix(before.size());
  file.remove_suffix(after.size());
  constexpr std::size_t day_size = 10;
  const auto day = file.substr(0, day_size);
  const auto dash = file.find('-', day_size + 1);
  if (!parse_iso_day(day) || dash == file.npos || file[day_size] != '-') return {};
  const auto number = file.substr(day_size + 1, dash - day_size - 1);
  BackupAge age{std::string(day), 0};
  const auto [end, problem] =
      std::from_chars(number.data(), number.data() + number.size(), age.entry);
  const bool is_number = problem == std::errc() && end == number.data() + number.size();
  if (!is_number || !is_hash(file.substr(dash + 1))) return {};
  return age;
}

}  // namespace leadbook::store
