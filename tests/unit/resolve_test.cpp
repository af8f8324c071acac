#include "leadbook/service/records/resolve.hpp"

#include <string>
#include <vector>

#include "catch.hpp"
#include "leadbook/domain/error.hpp"
#include "scratch_book.hpp"

namespace {

using namespace leadbook;
using Texts = std::vector<std::string>;

/// Three companies and three projects whose names share parts.
void fill(scratch::Book& book) {
  book.write([](store::Change& change) {
    County county;
    county.code = "230231";
    county.name = "拜泉县";
    county.short_name = "拜泉";
    county.english = "Baiquan County";
    county.pinyin = "bai quan";
    const auto baiquan = change.add(county).id;
    for (const auto* name : {"徐州精易诚食品有限公司", "华凯集团", "Beta Steel Co., Ltd."}) {
      Company company;
      company.name = name;
      if (company.name.starts_with("华凯")) company.aliases = {"Huakai"};
      change.add(company);
    }
    for (const auto* title : {"Duck chain", "Duck feed mill", "31"}) {
      Project project;
      project.title = title;
      project.county = baiquan;
      change.add(project);
    }
  });
}

/// The number found, or the message and the kind of the refusal.
std::string told(service::Resolver& resolver, Kind kind, const char* text) {
  try {
    return std::to_string(resolver.resolve(kind, text));
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::not_found);
    return error.what();
  }
}

std::string told_any(service::Resolver& resolver, const char* text) {
  try {
    return reference_text(resolver.resolve_any(text));
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::not_found);
    return error.what();
  }
}

}  // namespace

TEST_CASE("a reference, an exact name and a fragment find a record", "[resolve]") {
  scratch::Book book;
  fill(book);
  service::Resolver resolver(book.db);
  for (const auto* text : {"P-2", "p2", "2", "duck FEED mill", "Ｄｕｃｋ feed mill"}) {
    INFO(text);
    CHECK(told(resolver, Kind::project, text) == "2");
  }
  for (const auto* text : {"C-2", "华凯集团", "huakai", "华凯"}) {
    INFO(text);
    CHECK(told(resolver, Kind::company, text) == "2");
  }
  for (const auto* text : {"230231", "拜泉", "拜泉县", "baiquan county", "bai quan", "CT-1"}) {
    INFO(text);
    CHECK(told(resolver, Kind::county, text) == "1");
  }
  resolver.take_notes();
  CHECK(told(resolver, Kind::project, "feed") == "2");
  CHECK(resolver.take_notes() == Texts{"'feed' is taken for P-2 Duck feed mill"});
  CHECK(resolver.take_notes() == Texts{});
}

TEST_CASE("digits that number no record may be a name", "[resolve]") {
  scratch::Book book;
  fill(book);
  service::Resolver resolver(book.db);
  CHECK(told(resolver, Kind::project, "31") == "3");
  CHECK(told(resolver, Kind::project, "P-31") ==
        "there is no project 'P-31'; see 'leadbook project list'");
}

TEST_CASE("several that fit are named, and none is chosen", "[resolve]") {
  scratch::Book book;
  fill(book);
  service::Resolver resolver(book.db);
  CHECK(told(resolver, Kind::project, "duck") ==
        "'duck' may be any of 2: P-1 Duck chain; P-2 Duck feed mill; use the reference");
  book.write([](store::Change& change) {
    for (int count = 0; count < 10; ++count) {
      Project project;
      project.title = "Twin";
      project.county = {1};
      change.add(project);
    }
  });
  service::Resolver later(book.db);
  CHECK(told(later, Kind::project, "Twin") ==
        "'Twin' may be any of 10: P-4 Twin; P-5 Twin; P-6 Twin; P-7 Twin; P-8 Twin; P-9 Twin; "
        "P-10 Twin; P-11 Twin; …; use the reference");
  CHECK(later.find_exact(Kind::project, "Twin") == std::nullopt);
  CHECK(later.take_notes() == Texts{});
}

TEST_CASE("a reference to no record is not taken for a name", "[resolve]") {
  scratch::Book book;
  fill(book);
  service::Resolver resolver(book.db);
  CHECK(told(resolver, Kind::project, "P-99") ==
        "there is no project 'P-99'; see 'leadbook project list'");
  CHECK(told(resolver, Kind::project, "C-1").starts_with("there is no project 'C-1'; "));
  CHECK(told_any(resolver, "P-99") == "there is no project 'P-99'; see 'leadbook project list'");
  CHECK(told(resolver, Kind::company, "Beta Stel") ==
        "there is no company 'Beta Stel'; did you mean C-3 Beta Steel Co., Ltd.?");
  CHECK(told(resolver, Kind::company, "") == "there is no company ''; see 'leadbook company list'");
}

TEST_CASE("a name alone is looked for among projects, then companies", "[resolve]") {
  scratch::Book book;
  fill(book);
  service::Resolver resolver(book.db);
  CHECK(told_any(resolver, "P-1") == "P-1");
  CHECK(told_any(resolver, "c3") == "C-3");
  CHECK(told_any(resolver, "Duck chain") == "P-1");
  CHECK(told_any(resolver, "Huakai") == "C-2");
  CHECK(told_any(resolver, "拜泉") == "CT-1");
  CHECK(told_any(resolver, "steel") == "C-3");
  CHECK(told_any(resolver, "duck") ==
        "'duck' may be any of 2: P-1 Duck chain; P-2 Duck feed mill; use the reference");
  CHECK(told_any(resolver, "无此项") ==
        "nothing in the book is called '无此项'; 'leadbook search 无此项' looks into all texts");
  CHECK(told_any(resolver, "华恺集团") ==
        "nothing in the book is called '华恺集团'; did you mean C-2 华凯集团?");
}

TEST_CASE("a name is found by how it is read, in small letters, and told", "[resolve]") {
  scratch::Book book;
  fill(book);
  service::Resolver resolver(book.db);
  CHECK(told(resolver, Kind::company, "hkjt") == "2");
  CHECK(told(resolver, Kind::company, "jingyicheng") == "1");
  CHECK(resolver.take_notes() ==
        Texts{"'hkjt' is taken for C-2 华凯集团",
              "'jingyicheng' is taken for C-1 徐州精易诚食品有限公司"});
  CHECK(told(resolver, Kind::company, "HKJT") ==
        "there is no company 'HKJT'; see 'leadbook company list'");
  CHECK(told_any(resolver, "hkjt") == "C-2");
  Company other;
  other.name = "华康集团";
  book.add(other);
  service::Resolver later(book.db);
  CHECK(told(later, Kind::company, "hkjt") ==
        "'hkjt' may be any of 2: C-2 华凯集团; C-4 华康集团; use the reference");
  REQUIRE(later.ambiguity());
  CHECK(later.ambiguity()->records == std::vector<std::int64_t>{2, 4});
  service::ResolverContext context;
  context.chosen[{Kind::company, "hkjt"}] = 4;
  service::Resolver told_which(book.db, context);
  CHECK(told(told_which, Kind::company, "hkjt") == "4");
}

TEST_CASE("@ is what this person changed last, of a kind or of any", "[resolve]") {
  scratch::Book book;
  fill(book);  // more than one person's hand could have changed last, in one entry
  const auto by = [&](const std::string& user) {
    service::ResolverContext context;
    context.user = user;
    return service::Resolver(book.db, context);
  };
  auto mine = by(book.origin().actor);
  CHECK(told(mine, Kind::project, "@") == "3");
  CHECK(told(mine, Kind::company, "＠") == "3");
  CHECK(told_any(mine, "@") == "P-3");
  CHECK(mine.take_notes().back() == "'@' is taken for P-3 31");
  auto nobodys = by("nobody");
  CHECK(told(nobodys, Kind::project, "@") ==
        "'@' is the project you changed last, and you have changed none");
  CHECK(told_any(nobodys, "@") == "'@' is the record you changed last, and you have changed none");
}

TEST_CASE("what is suggested makes sense", "[resolve]") {
  scratch::Book book;
  fill(book);
  County county;
  county.code = "230208";
  county.name = "梅里斯达斡尔族区";
  county.short_name = "碾子山";
  book.add(county);
  service::Resolver resolver(book.db);
  CHECK(told(resolver, Kind::county, "克山").find("碾子山") == std::string::npos);
  CHECK(told(resolver, Kind::county, "拜全").find("CT-1") != std::string::npos);
}

TEST_CASE("exactly one name is needed where nothing may be guessed", "[resolve]") {
  scratch::Book book;
  fill(book);
  service::Resolver resolver(book.db);
  CHECK(resolver.find_exact(Kind::project, "Duck chain") == 1);
  CHECK(resolver.find_exact(Kind::project, "P-2") == 2);
  CHECK(resolver.find_exact(Kind::project, "chain") == std::nullopt);
  CHECK(resolver.find_exact(Kind::company, "Unheard") == std::nullopt);
  resolver.remember({Kind::company, 4}, "Unheard Co., Ltd.");
  CHECK(resolver.find_exact(Kind::company, "Unheard") == 4);
  CHECK(resolver.take_notes() == Texts{});
}
