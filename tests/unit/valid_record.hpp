// Random records that keep the rules of their kind, drawn as the texts that people would type.
#pragma once

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <optional>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "leadbook/domain/list_text.hpp"
#include "leadbook/domain/naming/credit_code.hpp"
#include "leadbook/domain/place/division.hpp"
#include "leadbook/domain/record/field_facts.hpp"
#include "leadbook/domain/record/fields/all.hpp"
#include "leadbook/domain/record/record_text.hpp"
#include "leadbook/service/records/complete.hpp"
#include "leadbook/service/records/taken.hpp"
#include "leadbook/service/records/twins.hpp"
#include "leadbook/text/utf8.hpp"
#include "service/import/cells.hpp"
#include "unit/scratch_book.hpp"

namespace valid_record {

using namespace leadbook;

/// What the names of records are like.
enum class Names {
  any,       // some are borne by several, and some look like references
  distinct,  // each is borne by one, and is like no other; nothing is left out
};

class Maker {
 public:
  Maker(unsigned seed, Names names) : random_(seed), names_(names) {}

  /// Adds `each` records of every kind that files can hold; all keep the rules.
  void fill(scratch::Book& book, int each) {
    for (const auto kind : all_kinds) {
      if (kind == Kind::book || kind == Kind::import) continue;
      for (int added = 0; added < each; ++added) {
        book.write([&](store::Change& change) { add(change, kind); });
      }
    }
  }

 private:
  /// Draws until a record keeps the rules.
  void add(store::Change& change, Kind kind) {
    for (int attempt = 0; attempt < 10'000; ++attempt) {
      auto record = draw(kind);
      if (!record || !is_free(change.db(), *record)) continue;
      service::complete(change.db(), *record);
      known_[kind].push_back(reference_of(change.add(*record)).number);
      return;
    }
    throw std::runtime_error("no valid record of kind " + std::string(identifier(kind)));
  }

  /// A record that was read without a problem; nothing where there was one.
  std::optional<AnyRecord> draw(Kind kind) {
    const auto texts = with_record(kind, [this]<class R>() {
      std::vector<std::string> all;
      for_each_field<R>([&](const auto& field) {
        using Type = typename std::decay_t<decltype(field)>::Type;
        const bool drawn = field.need == Need::required || below(3) ||
                           (names_ == Names::distinct && kind_of<R> != Kind::target &&
                            kind_of<R> != Kind::aggregate);
        all.push_back(drawn && !field.by_program ? draw_field<Type>(field.name) : std::string());
      });
      return all;
    });
    std::vector<const std::string*> pointers;
    for (const auto& text : texts) pointers.push_back(text.empty() ? nullptr : &text);
    Reading reading;
    reading.today = scratch::today;
    reading.resolve = [](Kind of, std::string_view text) {
      return parse_reference(text, of).value().number;
    };
    auto record = blank_record(kind);
    if (!read_fields(record, pointers, reading).empty() || !check_record(record).empty()) return {};
    return record;
  }

  /// Whether no other record has its number or, of a map, its name, nor, where names are distinct,
  /// one like its own.
  bool is_free(store::Db& db, const AnyRecord& record) const {
    if (service::taken_refusal(db, record)) return false;
    const auto* map = std::get_if<ColumnMap>(&record);
    if (map != nullptr && is_name_of_map(db, *map)) return false;
    return names_ != Names::distinct || !service::Twins(db, false).refusal(record);
  }

  static bool is_name_of_map(store::Db& db, const ColumnMap& map) {
    const auto names = store::spellings_of(db, Kind::map);
    return std::any_of(names.begin(), names.end(), [&](const store::Spelling& spelling) {
      return spelling.text == map.name;
    });
  }

  template <class T>
  std::string draw_field(std::string_view name) {
    if (name == "batch") return std::to_string(1 + below(9));
    if constexpr (std::is_same_v<T, std::string>) {
      if (name == "credit_code") return draw_credit_code();
      if (name == "code") return draw_division_code();
    }
    return draw_text(static_cast<T*>(nullptr));
  }

  std::string draw_text(std::string*) {
    for (;;) {
      auto drawn = draw_any_text();
      if (is_whole_in_sheets(drawn)) return drawn;
    }
  }

  /// Whether the text is neither what sheets write for nothing, as "--" and in names "null", nor a
  /// number that lost its digits, as "1.5E+17": an import takes those for what they mean there.
  static bool is_whole_in_sheets(const std::string& text) {
    service::ImportColumn column;
    for (const auto type : {FieldType::text, FieldType::reference}) {
      column.target.type = type;
      const auto read = service::prepare_cell(column, text, false);
      if (!read || read->empty()) return false;
    }
    return true;
  }

  std::string draw_any_text() {
    std::string drawn;
    if (names_ == Names::distinct) {
      for (int character = 0; character < 8; ++character) {
        drawn += text::encode(std::u32string(1, static_cast<char32_t>(0x4e00 + below(0x5000))));
      }
    } else if (below(8) == 0) {
      return one_of({"P-3", "c-2", "31", "K-1", "0007", "Ducks", "ducks", "鸭业", "S-4", "N-1"});
    }
    for (auto more = below(6) + (drawn.empty() ? 1 : 0); more > 0; --more) {
      drawn = below(3) == 0 ? draw_piece() + drawn : drawn + draw_piece();
    }
    return drawn;
  }

  std::string draw_piece() {
    return one_of({"=1+1", "+8", "-3",   "@cmd", "'",    "''",     "\"",    "\"\"", ",",
                   "，",   ";",  "；",   "|",    "｜",   "\\",     "\\n",   "\n",   "\t",
                   " ",    "a",  "Bc",   "007",  "1.5",  "é",      "𠀀",    "😀",    "👩‍🌾",
                   "拜泉", "、", "#N/A", "null", "<b>&", "%",      "{}",    "[",    ":",
                   "/",    "$",  "1e5",  "_",    "。",   "\u00a0", "\u200b"});
  }

  std::string draw_text(std::int64_t*) {
    if (below(4) == 0) return std::to_string(random_() >> (1 + below(20)));
    return std::to_string(below(3) == 0 ? below(1'000'000) : below(60));
  }

  std::string draw_text(Amount*) {
    auto number = std::to_string(below(3) == 0 ? below(900'000'000) : below(900));
    if (below(2) == 0) number += "." + std::to_string(below(100));
    const auto unit = one_of({"万元",
                              "亿元",
                              "元",
                              " CNY",
                              "万美元",
                              "亿港币",
                              " KWD",
                              " million JPY",
                              "k EUR",
                              " HKD",
                              " wan"});
    if (below(12) == 0) return one_of({"undisclosed", "未披露"});
    return one_of({"", "", "", "约", "over ", "at least ", "不低于", "nearly ", "up to "}) +
           number + unit;
  }

  std::string draw_text(Area*) {
    return std::to_string(below(5000)) + one_of({"", ".5", ".25 mu", "亩", "公顷", ".4 ha"});
  }

  std::string draw_text(RateValue*) {
    return std::to_string(below(9)) + "." + std::to_string(below(9'999'999'999) + 1);
  }

  std::string draw_text(Percent*) {
    return std::to_string(below(101)) + one_of({"%", ".5%", "", "％", " percent", ".25%"});
  }

  std::string draw_text(Currency*) {
    return one_of({"CNY", "USD", "港币", "JPY", "KWD", "€", "Hong Kong dollar", "英镑"});
  }

  std::string draw_text(Date*) {
    const auto year = std::to_string(below(10) == 0 ? 1900 + below(300) : 2000 + below(40));
    const auto month = std::to_string(1 + below(12));
    switch (below(9)) {
      case 0:
        return year;
      case 1:
        return year + one_of({"Q1", "Q2", "Q4", "H1", "H2", "年上半年"});
      case 2:
        return year + "年" + month + "月" + one_of({"", "上旬", "中旬", "下旬"});
      default:
        return year + one_of({".", "/", "-"}) + month + "." + std::to_string(1 + below(31));
    }
  }

  template <class R>
  std::string draw_text(Id<R>*) {
    const auto& known = known_[kind_of<R>];
    if (known.empty()) return "";
    return reference_text({kind_of<R>, known[index_below(known.size())]});
  }

  template <class E>
  requires std::is_enum_v<E> std::string draw_text(E*) {
    const auto& word = words<E>()[index_below(words<E>().size())];
    return one_of({word.identifier, word.english, word.chinese});
  }

  template <class T>
  std::string draw_text(std::optional<T>*) {
    return draw_text(static_cast<T*>(nullptr));
  }

  template <class T>
  std::string draw_text(std::vector<T>*) {
    std::vector<std::vector<std::string>> items;
    for (auto more = below(4); more > 0; --more) {
      auto& item = items.emplace_back();
      if constexpr (std::is_same_v<T, std::string>) {
        item.push_back(draw_text(static_cast<T*>(nullptr)));
      } else {
        for_each_field<T>([&](const auto& field) {
          using Type = typename std::decay_t<decltype(field)>::Type;
          const bool drawn = field.need == Need::required || below(2);
          item.push_back(drawn ? draw_text(static_cast<Type*>(nullptr)) : std::string());
        });
      }
    }
    return write_list_text(items);
  }

  std::string draw_credit_code() {
    constexpr std::string_view symbols = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    std::string code = "91";
    for (int digit = 0; digit < 6; ++digit) code += static_cast<char>('0' + below(10));
    for (int symbol = 0; symbol < 9; ++symbol) code += symbols[index_below(symbols.size())];
    for (const char check : symbols) {
      if (parse_credit_code(code + check)) return code + check;
    }
    return "";
  }

  std::string draw_division_code() {
    if (names_ == Names::distinct || below(2) == 0)
      return "0" + std::to_string(10'000 + below(90'000));
    return std::string(all_divisions()[index_below(all_divisions().size())].code);
  }

  std::string one_of(std::initializer_list<std::string_view> texts) {
    return std::string(texts.begin()[index_below(texts.size())]);
  }

  std::int64_t below(std::int64_t limit) {
    return static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(limit));
  }
  std::size_t index_below(std::size_t limit) { return random_() % limit; }

  std::mt19937_64 random_;
  Names names_;
  std::map<Kind, std::vector<std::int64_t>> known_;
};

}  // namespace valid_record
