#include "service/derived/name_blocks.hpp"

#include <algorithm>
#include <charconv>

#include "leadbook/domain/naming/search_form.hpp"
#include "leadbook/domain/record/kind_facts.hpp"
#include "leadbook/domain/record/records.hpp"
#include "leadbook/store/record/lookup.hpp"

namespace leadbook::service {
namespace {

/// The text as it is searched, as a part of a line.
std::string within_line(const std::string& text) {
  auto form = search_form(text);
  std::replace_if(
      form.begin(), form.end(), [](char byte) { return byte == '\t' || byte == '\n'; }, ' ');
  return form;
}

void add_lines(std::int64_t place, const store::SearchedTexts& texts, std::string& block) {
  const auto begin = std::to_string(place) + '\t';
  for (const auto& name : texts.names) block.append(begin).append(within_line(name)).append("\n");
  if (texts.others.empty()) return;
  block += begin;
  for (const auto& text : texts.others) block.append("\t").append(within_line(text));
  block += '\n';
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
  store::each_searched(db, kind, first, end, [&](const store::SearchedTexts& texts) {
    const auto number = texts.record.number;
    if (block != block_of(number)) {
      block = block_of(number);
      rows.push_back({word, block, std::string()});
    }
    add_lines(number - block, texts, std::get<std::string>(rows.back().back()));
  });
  return rows;
}

BlockLine block_line(std::string_view line) {
  const auto tab = line.find('\t');
  std::int64_t place = 0;
  std::from_chars(line.data(), line.data() + tab, place);
  const auto texts = line.substr(tab + 1);
  const bool is_name = !texts.starts_with('\t');
  return {place, is_name, is_name ? texts : texts.substr(1)};
}

void search_block(std::string_view names,
                  std::string_view form,
                  const std::function<void(const BlockLine&)>& found) {
  for (auto at = names.find(form); at != std::string_view::npos;) {
    const auto before = names.rfind('\n', at);
    const auto begin = before == std::string_view::npos ? 0 : before + 1;
    const auto end = names.find('\n', at);
    const auto line = block_line(names.substr(begin, end - begin));
    // It may have been met in the place's digits.
    if (line.texts.find(form) != std::string_view::npos) found(line);
    at = names.find(form, end);
  }
}

void each_name(std::string_view names, const std::function<void(const BlockLine&)>& each) {
  while (!names.empty()) {
    const auto end = names.find('\n');
    const auto line = block_line(names.substr(0, end));
    if (line.is_name) each(line);
    names.remove_prefix(end + 1);
  }
}

}  // namespace leadbook::service
