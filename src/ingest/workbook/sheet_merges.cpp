#include "ingest/workbook/sheet_merges.hpp"

#include <algorithm>
#include <utility>

namespace leadbook::ingest {
namespace {

constexpr std::size_t most_merges = 1'000'000;

class MergeReader : public XmlReader {
 public:
  explicit MergeReader(const ZipArchive& archive) : archive_(archive) {}

  void open(std::string_view name, const XmlAttributes& attributes) override {
    if (name != "mergeCell") return;
    const auto range = attributes.find("ref").value_or("");
    const auto colon = range.find(':');
    const auto first = parse_place(range.substr(0, colon));
    const auto last =
        colon == std::string_view::npos ? first : parse_place(range.substr(colon + 1));
    if (!first || !last || merges.size() == most_merges) throw damaged_workbook(archive_.file());
    if (last->row > first->row) merges.push_back({first->row, last->row, first->column});
  }

  std::vector<Merge> merges;

 private:
  const ZipArchive& archive_;
};

/// Whether the bytes of an entry hold a mergeCell, or are in an encoding that could hide one.
bool may_have_merges(const ZipArchive& archive, const ZipEntry& entry) {
  constexpr std::string_view wanted = "mergeCell";
  std::string end;  // of the last piece, where the word may begin
  bool found = false;
  archive.read(entry, [&](std::string_view piece) {
    end += piece.substr(0, wanted.size());
    const bool is_wide = piece.substr(0, 4).find('\0') != std::string_view::npos;
    found = is_wide || end.find(wanted) != std::string::npos ||
            piece.find(wanted) != std::string_view::npos;
    end = piece.substr(piece.size() - std::min(piece.size(), wanted.size()));
    return !found;
  });
  return found;
}

}  // namespace

std::optional<CellPlace> parse_place(std::string_view text) {
  CellPlace place;
  while (!text.empty() && text.front() >= 'A' && text.front() <= 'Z') {
    place.column = place.column * 26 + static_cast<std::size_t>(text.front() - 'A' + 1);
    if (place.column > most_columns) return {};
    text.remove_prefix(1);
  }
  const auto row = parse_count(text);
  if (place.column == 0 || !row || *row == 0 || *row > most_rows) return {};
  place.row = static_cast<std::size_t>(*row);
  return place;
}

MergeFiller::MergeFiller(std::vector<Merge> merges) : merges_(std::move(merges)) {
  std::stable_sort(merges_.begin(), merges_.end(), [](const Merge& left, const Merge& right) {
    return left.first_row < right.first_row;
  });
}

void MergeFiller::fill(Row& row) {
  auto& cells = row.cells;
  for (auto held = held_.begin(); held != held_.end();) {
    const auto& [first_row, last_row, value] = held->second;
    if (last_row < row.line) {
      held = held_.erase(held);
      continue;
    }
    const std::size_t index = held->first - 1;
    if (cells.size() <= index) cells.resize(index + 1);
    if (cells[index].empty()) cells[index] = value;
    row.merged.push_back({held->first, first_row, last_row});
    ++held;
  }
  for (; next_ < merges_.size() && merges_[next_].first_row <= row.line; ++next_) {
    const Merge& merge = merges_[next_];
    if (merge.first_row < row.line || merge.column > cells.size()) continue;
    const auto& value = cells[merge.column - 1];
    if (value.empty()) continue;
    held_[merge.column] = {merge.first_row, merge.last_row, value};
    row.merged.push_back({merge.column, merge.first_row, merge.last_row});
  }
}

std::vector<Merge> read_merges(const ZipArchive& archive, const ZipEntry& entry) {
  if (!may_have_merges(archive, entry)) return {};
  MergeReader reader(archive);
  read_xml(archive, entry, reader);
  return std::move(reader.merges);
}

}  // namespace leadbook::ingest
