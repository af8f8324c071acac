#include "leadbook/service/search.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "catch.hpp"
#include "leadbook/domain/naming/search_form.hpp"
#include "leadbook/domain/record/fields/all.hpp"
#include "leadbook/service/history/undo.hpp"
#include "leadbook/text/utf8.hpp"
#include "random_book.hpp"

namespace {

using namespace leadbook;
using Texts = std::vector<std::string>;

/// The texts a search reads of a record: of those nobody typed, none.
template <class R>
Texts texts_of(const R& record) {
  Texts texts;
  for_each_field<R>([&](const auto& field) {
    using Type = typename std::decay_t<decltype(field)>::Type;
    if (field.by_program) return;
    const auto& value = record.*field.member;
    if constexpr (std::is_same_v<Type, std::string>) {
      texts.push_back(value);
    } else if constexpr (std::is_same_v<Type, Texts>) {
      texts.insert(texts.end(), value.begin(), value.end());
    } else if constexpr (is_list<Type>) {
      for (const auto& part : value) {
        const auto of_part = texts_of(part);
        texts.insert(texts.end(), of_part.begin(), of_part.end());
      }
    }
  });
  return texts;
}

/// The same search by reading every record.
Texts slow_search(store::Db& db, const std::string& text) {
  const auto form = search_form(text);
  Texts found;
  for (const auto kind : all_kinds) {
    if (kind == Kind::book) continue;
    with_record(kind, [&]<class R>() {
      store::each_record<R>(db, [&](const R& record) {
        const auto texts = texts_of(record);
        const bool holds = std::any_of(texts.begin(), texts.end(), [&](const std::string& one) {
          return search_form(one).find(form) != std::string::npos;
        });
        if (holds) found.push_back(reference_text({kind, record.id.number}));
      });
    });
  }
  std::sort(found.begin(), found.end());
  return found;
}

Texts references(const std::vector<service::Found>& found) {
  Texts texts;
  for (const auto& each : found) texts.push_back(reference_text(each.record));
  return texts;
}

/// What holds the text itself.
Texts quick_search(store::Db& db, const std::string& text) {
  auto found = service::search(db, {text});
  std::erase_if(found, [](const service::Found& one) {
    using enum service::FoundBy;
    return one.by == firm || (one.by >= reading_of_start && one.by <= initials_within);
  });
  auto texts = references(found);
  std::sort(texts.begin(), texts.end());
  return texts;
}

/// Some characters of a name.
std::string fragment(const std::string& name, random_record::Maker& maker) {
  Texts characters;
  for (const char byte : name) {
    const bool continues = (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
    if (!continues) characters.emplace_back();
    characters.back() += byte;
  }
  if (characters.empty()) return "";
  const auto size = static_cast<std::int64_t>(characters.size());
  const auto first = maker.below(size);
  std::string part;
  for (auto at = first; at < std::min(size, first + 1 + maker.below(3)); ++at) {
    part += characters[static_cast<std::size_t>(at)];
  }
  return part;
}

Company company(const std::string& name) {
  Company record;
  record.name = name;
  return record;
}

}  // namespace

TEST_CASE("a search finds what reading every name finds, after any change") {
  scratch::Book book;
  random_record::Maker maker(20240131);
  random_record::fill(book, maker, 4);
  // More than a block holds, written as one entry.
  const auto many = book.write([&](store::Change& change) {
    for (int count = 0; count < 400; ++count) change.add(maker.make<Company>());
  });
  const auto check = [&](const std::string& after) {
    INFO(after);
    REQUIRE(scratch::damages_of(book.db).empty());
    int searched = 0;
    for (const auto kind : all_kinds) {
      if (kind == Kind::book) continue;
      with_record(kind, [&]<class R>() {
        store::each_record<R>(book.db, [&](const R& record) {
          for (const auto& name : texts_of(record)) {
            if (maker.below(5) != 0) continue;
            const auto part = fragment(name, maker);
            if (text::fold(part).empty()) continue;
            INFO("'" << part << "'");
            CHECK(quick_search(book.db, part) == slow_search(book.db, part));
            ++searched;
          }
        });
      });
    }
    CHECK(searched > 10);
  };
  check("adding");
  book.write([&](store::Change& change) {
    for (std::int64_t number = 1; number <= 100; number += 7) {
      auto record = store::find(change.db(), Id<Company>{number});
      if (!record) continue;
      record->name += "改";
      change.put(*record);
    }
  });
  check("editing");
  service::BookChange change(book.db, book.origin());
  service::undo(change, many, true);
  check("undoing");
}

TEST_CASE("a search takes case, width and place of a text as a reader does") {
  scratch::Book book;
  const auto plain = book.add(company("Alpha 12 石墨"));
  const auto wide = book.add(company("ＡＬＰＨＡ石墨\t烯"));
  const auto found = [&](const std::string& text) { return quick_search(book.db, text); };
  const auto one = reference_text({Kind::company, plain.id.number});
  const auto other = reference_text({Kind::company, wide.id.number});
  CHECK(found("alpha") == Texts{one, other});
  CHECK(found(" ALPHA ") == Texts{one, other});
  CHECK(found("石墨") == Texts{one, other});
  CHECK(found("墨 烯") == Texts{other});
  CHECK(found("12") == Texts{one});  // and not the places of records within a block
  CHECK(found("1") == Texts{one});
  CHECK(found("0").empty());
  CHECK(found("石墨烯").empty());
  CHECK(found("").empty());
  CHECK(found(" \t ").empty());
}

TEST_CASE("a search finds either script, readings and initials, the best first") {
  scratch::Book book;
  const auto add = [&](const std::string& name) {
    return reference_text({Kind::company, book.add(company(name)).id.number});
  };
  const auto huakai = add("华凯集团");
  const auto branch = add("齐齐哈尔华凯集团分公司");
  const auto traditional = add("華晨汽車");
  const auto xiamen = add("厦门长春银行");
  const auto green = add("绿源");
  const auto mixed = add("TCL华星");
  const auto found = [&](const std::string& text) {
    return references(service::search(book.db, {text}));
  };
  CHECK(found("华凯集团") == Texts{huakai, branch});
  CHECK(found("凯集") == Texts{huakai, branch});
  CHECK(found("huakai") == Texts{huakai, branch});
  CHECK(found("hua kai") == Texts{huakai, branch});
  CHECK(found("HKJT") == Texts{huakai, branch});
  CHECK(found("huakjt") == Texts{huakai, branch});
  CHECK(found("kjt") == Texts{huakai, branch});
  CHECK(found("kj").empty());  // two initials within a name are met everywhere
  CHECK(found("汽车") == Texts{traditional});
  CHECK(found("華凱") == Texts{huakai, branch});
  CHECK(found("hcqc") == Texts{traditional});
  CHECK(found("xiamen") == Texts{xiamen});
  CHECK(found("changchun") == Texts{xiamen});
  CHECK(found("yinhang") == Texts{xiamen});
  CHECK(found("lvyuan") == Texts{green});
  CHECK(found("luyuan") == Texts{green});
  CHECK(found("tclhx") == Texts{mixed});
  CHECK(found("huaka") == Texts{huakai, branch});
  CHECK(found("凯集 齐齐") == Texts{branch});
  CHECK(found("huakaix").empty());
}

TEST_CASE("a search shows where a text is met as it is written") {
  const auto met = [](const std::string& searched, const std::string& written) {
    const auto place = place_of(searched, written);
    return place ? written.substr(place->first, place->last - place->first) : std::string("-");
  };
  CHECK(met("汽车", "华晨汽車集团") == "汽車");
  CHECK(met("abc", "一ＡＢＣ二") == "ＡＢＣ");
  CHECK(met("hkjt", "齐齐哈尔华凯集团") == "华凯集团");
  CHECK(met("墨 烯", "石墨\t烯") == "墨\t烯");
  CHECK(met("无", "石墨") == "-");
}

TEST_CASE("a search finds what is about the firms it finds, and keeps to kinds and counties") {
  scratch::Book book;
  const auto firm = book.add(company("华凯集团"));
  County county;
  county.name = "拜泉县";
  const auto here = book.add(county);
  county.name = "克东县";
  const auto there = book.add(county);
  const auto project = [&](const std::string& title, const County& of, bool invested) {
    Project record;
    record.title = title;
    record.county = of.id;
    if (invested) record.investors.push_back({firm.id, ""});
    return book.add(record);
  };
  project("球墨铸铁", here, true);
  project("华凯物流", there, false);
  const auto found = [&](const service::SearchQuery& query) {
    return references(service::search(book.db, query));
  };
  CHECK(found({"华凯"}) == Texts{"C-1", "P-2", "P-1"});
  CHECK(found({"华凯", {Kind::project}, {}}) == Texts{"P-2", "P-1"});
  CHECK(found({"华凯", {}, {here.id.number}}) == Texts{"C-1", "P-1"});
  CHECK(found({"华凯", {}, {there.id.number}}) == Texts{"P-2"});
}
