#include "leadbook/service/search.hpp"

#include <algorithm>

#include "leadbook/domain/record/records.hpp"
#include "leadbook/store/record/lookup.hpp"
#include "leadbook/text/utf8.hpp"
#include "service/derived/name_blocks.hpp"

namespace leadbook::service {
namespace {

/// Which kind comes first: as the book's commands do, not by the alphabet.
std::size_t rank_of(Kind kind) {
  return static_cast<std::size_t>(std::find(std::begin(all_kinds), std::end(all_kinds), kind) -
                                  std::begin(all_kinds));
}

bool is_before(const FoundName& left, const FoundName& right) {
  if (left.record.kind != right.record.kind) {
    return rank_of(left.record.kind) < rank_of(right.record.kind);
  }
  return left.record.number < right.record.number;
}

void search_blocks(store::Db& db, const std::string& folded, std::vector<FoundName>& found) {
  db.each(store::statement("name_block_all"), {}, [&](store::Row& row) {
    const auto& names = row.text("names");
    if (names.find(folded) == names.npos) return;
    const auto kind = parse_word<Kind>(row.text("kind"), "kind").value();
    const auto first = row.integer("first_id");
    search_block(names, folded, [&](std::int64_t place, std::string_view name) {
      found.push_back({{kind, first + place}, std::string(name)});
    });
  });
}

void search_texts(store::Db& db, const std::string& folded, std::vector<FoundName>& found) {
  const auto holds = [&](const std::string& text) {
    return text::fold(text).find(folded) != std::string::npos;
  };
  store::each_searched_text(
      db, [&](const Reference& record, const std::string& name, const std::string& other) {
        if (holds(name) || holds(other)) found.push_back({record, name.empty() ? other : name});
      });
}

}  // namespace

std::vector<FoundName> search_names(store::Db& db, const std::string& text) {
  std::vector<FoundName> found;
  const auto folded = text::fold(text);
  if (folded.empty()) return found;
  search_blocks(db, folded, found);
  search_texts(db, folded, found);
  std::stable_sort(found.begin(), found.end(), is_before);
  const auto same = [](const FoundName& left, const FoundName& right) {
    return left.record == right.record;
  };
  found.erase(std::unique(found.begin(), found.end(), same), found.end());
  return found;
}

}  // namespace leadbook::service
