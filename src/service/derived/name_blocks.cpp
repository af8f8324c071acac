#include "service/derived/name_blocks.hpp"

#include <algorithm>
#include <charconv>

#include "leadbook/domain/record/kind_facts.hpp"
#include "leadbook/domain/record/records.hpp"
#include "leadbook/store/record/names.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::service {
namespace {

/// The name as a part of a line.
std::string within_line(std::string name) {
  std::replace_if(
      name.begin(), name.end(), [](char byte) { return byte == '\t' || byte == '\n'; }, ' ');
  return name;
}

std::string line_of(std::int64_t place, const std::string& name) {
  auto line = std::to_string(place) + '\t';
  const auto folded = within_line(text::fold(name));
  line += folded;
  if (folded != name) line += '\t' + within_line(name);
  return line += '\n';
}

}  // namespace

std::span<const Kind> kinds_in_blocks() {
  static const auto kinds = [] {
    std::vector<Kind> found;
    for (const auto kind : all_kinds) {
      if (facts_of(kind).lies_in_blocks) found.push_back(kind);
    }
    return found;
  }();
  return kinds;
}

std::int64_t block_of(std::int64_t number) {
  return (number - 1) / names_per_block * names_per_block + 1;
}

std::vector<std::vector<store::Value>> name_block_rows(store::Db& db,
                                                       Kind kind,
                                                       std::int64_t first,
                                                       std::int64_t last) {
  std::vector<std::vector<store::Value>> rows;
  std::int64_t block = 0;
  const auto word = std::string(identifier(kind));
  const auto end = block_of(last) + names_per_block - 1;
  store::each_searched_name(
      db, kind, first, end, [&](std::int64_t number, const std::string& name) {
        if (block != block_of(number)) {
          block = block_of(number);
          rows.push_back({word, block, std::string()});
        }
        std::get<std::string>(rows.back().back()) += line_of(number - block, name);
      });
  return rows;
}

void search_block(std::string_view names,
                  std::string_view folded,
                  const std::function<void(std::int64_t, std::string_view)>& found) {
  for (auto at = names.find(folded); at != std::string_view::npos;) {
    const auto before = names.rfind('\n', at);
    const auto begin = before == std::string_view::npos ? 0 : before + 1;
    const auto end = names.find('\n', at);
    const auto line = names.substr(begin, end - begin);
    const auto name = line.find('\t') + 1;
    const auto original = line.find('\t', name);
    const auto within = line.substr(name, original == line.npos ? line.npos : original - name);
    // The text may have been met in the place's digits, or in the name as it is written.
    if (within.find(folded) != within.npos) {
      std::int64_t place = 0;
      std::from_chars(line.data(), line.data() + name, place);
      found(place, original == line.npos ? within : line.substr(original + 1));
    }
    at = names.find(folded, end);
  }
}

}  // namespace leadbook::service
