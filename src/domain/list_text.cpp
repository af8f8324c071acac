#include "leadbook/domain/list_text.hpp"

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

}  // namespace

std::vector<std::vector<std::string>> read_list_text(std::string_view text,
                                                     bool enumeration_comma) {
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
  // Beside the other separators '、' is punctuation within a text.
  const bool splits_at_comma = enumeration_comma && is_plain(text);
  for (std::size_t at = 0; at < text.size();) {
    const auto rest = text.substr(at);
    if (rest[0] == '\\' && rest.size() > 1) {
      field += rest[1];
      at += 2;
    } else if (const auto item_end = separator(rest, ";", "；")) {
      end_item();
      at += item_end;
    } else if (splits_at_comma && rest.starts_with("、")) {
      end_item();
      at += std::string_view("、").size();
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

std::string write_list_text(const std::vector<std::vector<std::string>>& items) {
  std::string out;
  for (const auto& item : items) {
    if (!out.empty()) out += "; ";
    auto used = item.size();
    while (used > 1 && item[used - 1].empty()) --used;
    for (std::size_t field = 0; field < used; ++field) {
      if (field > 0) out += '|';
      out += escaped(item[field]);
    }
  }
  // A '+' at the front of a list would add it to what is there.
  if (out.starts_with('+')) out.insert(0, 1, '\\');
  // Where no other separator stands, '、' would be one.
  if (is_plain(out) && out.find("、") != std::string::npos) out += ';';
  return out;
}

}  // namespace leadbook
