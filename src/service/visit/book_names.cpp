#include <algorithm>
#include <map>
#include <memory>

#include "leadbook/domain/naming/name_match.hpp"
#include "leadbook/domain/place/division.hpp"
#include "leadbook/service/visit/visit.hpp"
#include "leadbook/store/record/lookup.hpp"
#include "leadbook/store/record/names.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::service {
namespace {

/// Names as they are compared: what two spellings of one have in common.
std::string compared(Kind kind, std::string_view text) {
  if (kind == Kind::company) return normalise_company(text);
  if (kind == Kind::project) return plain_title(text);
  return text::fold(text);
}

struct KnownSpelling {
  std::int64_t id = 0;
  std::string folded;
  std::string compared;
};

/// All names of a book by kind.
class NameTable {
 public:
  explicit NameTable(store::Db& db) : db_(db) {}

  std::vector<NameHit> whole(Kind kind, std::string_view text) {
    if (const auto reference = parse_reference(text); reference && reference->kind == kind) {
      return hits({{1.0, reference->number}}, kind);
    }
    const auto wanted = compared(kind, text);
    std::vector<std::pair<double, std::int64_t>> found;
    if (wanted.empty()) return {};
    for (const auto& spelling : spellings(kind)) {
      if (spelling.compared == wanted) found.emplace_back(1.0, spelling.id);
    }
    if (found.empty() && kind == Kind::county) found = of_division(text);
    return hits(std::move(found), kind);
  }

  std::vector<NameHit> holding(Kind kind, std::string_view text) {
    const auto wanted = text::fold(text);
    std::vector<std::pair<double, std::int64_t>> found;
    if (wanted.empty()) return {};
    for (const auto& spelling : spellings(kind)) {
      if (spelling.folded.find(wanted) != std::string::npos) found.emplace_back(1.0, spelling.id);
    }
    return hits(std::move(found), kind);
  }

  std::vector<NameHit> like(Kind kind, std::string_view text) {
    constexpr double least = 0.6;
    const auto wanted = compared(kind, text);
    std::vector<std::pair<double, std::int64_t>> found;
    for (const auto& spelling : spellings(kind)) {
      const auto likeness = similarity(wanted, spelling.compared);
      if (likeness >= least) found.emplace_back(likeness, spelling.id);
    }
    return hits(std::move(found), kind);
  }

 private:
  using Found = std::vector<std::pair<double, std::int64_t>>;

  const std::vector<KnownSpelling>& spellings(Kind kind) {
    const auto [at, is_new] = kinds_.try_emplace(kind);
    if (is_new) {
      for (const auto& spelling : store::spellings_of(db_, kind)) {
        at->second.push_back(
            {spelling.id, text::fold(spelling.text), compared(kind, spelling.text)});
      }
    }
    return at->second;
  }

  /// Counties go by many names: 克山, 克山县, 克东縣.
  Found of_division(std::string_view text) {
    Found found;
    for (const auto& division : match_division(text, DivisionLevel::county)) {
      if (text != division.name && text != division.short_name) continue;
      for (const auto& spelling : spellings(Kind::county)) {
        if (spelling.folded == division.code) found.emplace_back(1.0, spelling.id);
      }
    }
    return found;
  }

  /// The likest first, each record once, few of them; a name that several have gives way to the
  /// reference.
  std::vector<NameHit> hits(Found found, Kind kind) {
    std::stable_sort(found.begin(), found.end(), [](const auto& left, const auto& right) {
      return left.first > right.first;
    });
    constexpr std::size_t most = 9;
    std::vector<NameHit> all;
    for (const auto& [likeness, id] : found) {
      const Reference record{kind, id};
      const bool is_there = std::any_of(
          all.begin(), all.end(), [id = id](const NameHit& hit) { return hit.id == id; });
      if (is_there || all.size() == most) continue;
      auto name = store::name_of(db_, record);
      if (name.empty()) continue;
      const auto folded = compared(kind, name);
      const bool is_shared = std::any_of(
          spellings(kind).begin(), spellings(kind).end(), [&, id = id](const auto& spelling) {
            return spelling.id != id && spelling.compared == folded;
          });
      all.push_back({is_shared ? reference_text(record) : name, likeness, id});
    }
    return all;
  }

  store::Db& db_;
  std::map<Kind, std::vector<KnownSpelling>> kinds_;
};

}  // namespace

BookNames book_names(store::Db& db) {
  const auto table = std::make_shared<NameTable>(db);
  return {[table](Kind kind, std::string_view text) { return table->whole(kind, text); },
          [table](Kind kind, std::string_view text) { return table->holding(kind, text); },
          [table](Kind kind, std::string_view text) { return table->like(kind, text); }};
}

}  // namespace leadbook::service
