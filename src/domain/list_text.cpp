#include "leadbook/domain/list_text.hpp"

#include "leadbook/domain/naming/joined_names.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook {
namespace {

/// The separator at the front of the text: its length in bytes, 0 where there is none.
std::size_t separator(std::string_view text, std::string_view plain, std::string_view full_width) {
  if (text.starts_with(plain)) return plain.size();
  return text.starts_with(full_width) ? full_width.size() : 0;
}

bool is_empty_item(const std::vector<std::string>& item) {
  for (const auto& field : item) {
    if (!field.empty()) return false;
  }
  return true;
}

/// Whether a text has none of the separators, escaped or not.
bool is_plain(std::string_view text) {
  return text.find_first_of(";|") == std::string_view::npos &&
         text.find("；") == std::string_view::npos && text.find("｜") == std::string_view::npos;
}

/// What a field holds: a backslash takes what follows it for what it is.
std::string unescaped(std::string_view text) {
  std::string field;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\\' && at + 1 < text.size()) ++at;
    field += text[at];
  }
  return std::string(text::trim(field));
}

/// What may stand between names, behind backslashes.
std::string escaped_joints(std::string_view field) {
  std::string out;
  while (!field.empty()) {
    for (const std::string_view joint : {"、", "，", "／", ",", "/", "\n", "\r"}) {
      if (field.starts_with(joint)) out += '\\';
    }
    out += field.front();
    field.remove_prefix(1);
  }
  return out;
}

std::string escaped(const std::string& field) {
  std::string out;
  for (std::size_t at = 0; at < field.size(); ++at) {
    const auto rest = std::string_view(field).substr(at);
    const bool special = rest[0] == ';' || rest[0] == '|' || rest[0] == '\\' ||
                         rest.starts_with("；") || rest.starts_with("｜");
    if (special) out += '\\';
    out += field[at];
  }
  return out;
}

std::vector<std::string_view> split_at(std::string_view text, Joints joints) {
  if (joints == Joints::names) return split_names(text);
  if (joints == Joints::none) return {text};
  std::vector<std::string_view> pieces;
  constexpr std::string_view comma = "、";
  while (!text.empty()) {
    const auto end = text.find(comma);
    const auto piece = text::trim(text.substr(0, end));
    if (!piece.empty()) pieces.push_back(piece);
    text = end == std::string_view::npos ? "" : text.substr(end + comma.size());
  }
  return pieces;
}

/// Whether a text is one item, whatever may stand between others.
bool is_one_item(std::string_view text) {
  return split_names(text) == std::vector<std::string_view>{text} &&
         text.find("、") == std::string_view::npos;
}

/// A text's fields as they stand in it, escapes and all.
std::vector<std::vector<std::string>> split_text(std::string_view text) {
  std::vector<std::vector<std::string>> items;
  std::vector<std::string> item;
  std::string field;
  const auto end_field = [&] {
    item.emplace_back(text::trim(field));
    field.clear();
  };
  const auto end_item = [&] {
    end_field();
    if (!is_empty_item(item)) items.push_back(item);
    item.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto rest = text.substr(at);
    if (rest[0] == '\\' && rest.size() > 1) {
      field.append(rest.substr(0, 2));
      at += 2;
    } else if (const auto item_end = separator(rest, ";", "；")) {
      end_item();
      at += item_end;
    } else if (const auto field_end = separator(rest, "|", "｜")) {
      end_field();
      at += field_end;
    } else {
      field += rest[0];
      ++at;
    }
  }
  end_item();
  return items;
}

}  // namespace

std::vector<std::vector<std::string>> read_list_text(
    std::string_view text, Joints joints, const std::function<bool(std::string_view)>& is_one) {
  const bool has_separators = !is_plain(text);
  std::vector<std::vector<std::string>> items;
  for (auto& item : split_text(text)) {
    const auto pieces =
        item.size() == 1 ? split_at(item.front(), joints) : std::vector<std::string_view>();
    // Beside the other separators these are punctuation within a name, unless each is one.
    const bool is_joined =
        has_separators ? pieces.size() > 1 && are_all_firms(pieces) && joints == Joints::names
                       : !pieces.empty();
    const bool is_name = pieces.size() > 1 && is_one && is_one(unescaped(item.front()));
    if (is_joined && !is_name) {
      for (const auto piece : pieces) items.push_back({unescaped(piece)});
      continue;
    }
    for (auto& field : item) field = unescaped(field);
    items.push_back(std::move(item));
  }
  return items;
}

bool join_fields(std::vector<std::vector<std::string>>& items,
                 std::size_t place,
                 const std::function<bool(std::string_view)>& is_date) {
  const auto is_date_alone = [&](std::size_t at) {
    return at < items.size() && items[at].size() == 1 && is_date(items[at].front());
  };
  const auto is_text_alone = [&](std::size_t at) {
    return at < items.size() && items[at].size() == 1 && !is_date(items[at].front());
  };
  std::vector<std::vector<std::string>> joined;
  for (std::size_t at = 0; at < items.size();) {
    std::size_t texts = 0;
    while (texts < place && is_text_alone(at + texts)) ++texts;
    auto& item = joined.emplace_back(items[at]);
    ++at;
    if (texts == 0 || !is_date_alone(at + texts - 1)) continue;
    for (; texts > 1; --texts) item.push_back(items[at++].front());
    item.resize(place);
    item.push_back(items[at++].front());
  }
  const bool has_joined = joined.size() < items.size();
  items = std::move(joined);
  return has_joined;
}

std::string write_list_text(const std::vector<std::vector<std::string>>& items) {
  std::string out;
  for (const auto& item : items) {
    if (!out.empty()) out += "; ";
    auto used = item.size();
    while (used > 1 && item[used - 1].empty()) --used;
    for (std::size_t field = 0; field < used; ++field) {
      if (field > 0) out += '|';
      auto text = escaped(item[field]);
      const auto pieces = used == 1 ? split_names(text) : std::vector<std::string_view>();
      out += pieces.size() > 1 && are_all_firms(pieces) ? escaped_joints(text) : text;
    }
  }
  // A '+' at the front of a list would add it to what is there.
  if (out.starts_with('+')) out.insert(0, 1, '\\');
  // Where no other separator stands, '、' and its like would be one.
  if (is_plain(out) && !out.empty() && !is_one_item(out)) out += ';';
  return out;
}

}  // namespace leadbook
