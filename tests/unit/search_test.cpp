#include "leadbook/service/search.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "catch.hpp"
#include "leadbook/service/history/undo.hpp"
#include "leadbook/text/utf8.hpp"
#include "random_book.hpp"

namespace {

using namespace leadbook;
using Texts = std::vector<std::string>;

/// The texts a search reads of a record, in their order.
Texts names_of(const County& county) { return {county.name, county.english}; }
Texts names_of(const Company& company) {
  Texts names = {company.name};
  names.insert(names.end(), company.aliases.begin(), company.aliases.end());
  return names;
}
Texts names_of(const Project& project) { return {project.title, project.other_title}; }
Texts names_of(const Delegation& delegation) { return {delegation.title, delegation.leader}; }
Texts names_of(const Negotiation& negotiation) {
  return {negotiation.subject, negotiation.summary};
}
Texts names_of(const Signing& signing) { return {signing.contract_no, signing.title}; }
Texts names_of(const Event& event) { return {event.title}; }
Texts names_of(const Station& station) { return {station.title}; }
Texts names_of(const Task& task) { return {task.title}; }
Texts names_of(const Figure& figure) { return {figure.indicator, figure.printed}; }
Texts names_of(const Program& program) { return {program.name}; }
template <class R>
Texts names_of(const R&) {
  return {};
}

/// The same search by reading every record.
Texts slow_search(store::Db& db, const std::string& text) {
  const auto folded = text::fold(text);
  Texts found;
  for (const auto kind : all_kinds) {
    with_record(kind, [&]<class R>() {
      store::each_record<R>(db, [&](const R& record) {
        const auto names = names_of(record);
        const bool holds = std::any_of(names.begin(), names.end(), [&](const std::string& name) {
          return text::fold(name).find(folded) != std::string::npos;
        });
        if (holds) found.push_back(reference_text({kind, record.id.number}));
      });
    });
  }
  return found;
}

Texts quick_search(store::Db& db, const std::string& text) {
  Texts found;
  for (const auto& each : service::search_names(db, text)) {
    found.push_back(reference_text(each.record));
  }
  return found;
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
    for (const auto kind : {Kind::company, Kind::project, Kind::signing, Kind::negotiation}) {
      with_record(kind, [&]<class R>() {
        store::each_record<R>(book.db, [&](const R& record) {
          for (const auto& name : names_of(record)) {
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
  CHECK(service::search_names(book.db, "ａｌｐｈａ").back().name == "ＡＬＰＨＡ石墨 烯");
}
