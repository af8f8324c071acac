#include "leadbook/service/records/first_contact.hpp"

#include <random>
#include <string>
#include <tuple>
#include <vector>

#include "catch.hpp"
#include "scratch_book.hpp"

namespace {

using namespace leadbook;

struct Records {
  std::vector<County> counties;
  std::vector<Project> projects;
  std::vector<Negotiation> talks;
  std::vector<Credit> credits;
};

class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  Records fill(scratch::Book& book) {
    Records records;
    book.write([&](store::Change& change) {
      for (int number = 0; number < 4; ++number) {
        County county;
        county.code = "23023" + std::to_string(number);
        county.name = "county";
        records.counties.push_back(change.add(county));
      }
      for (int number = 0; number < 20; ++number) {
        Project project;
        project.title = "p";
        project.county = county(records);
        if (below(3) != 0) project.lead_on = date();
        if (below(4) == 0) project.first_contact = county(records);
        records.projects.push_back(change.add(project));
      }
      for (int number = 0; number < 40; ++number) {
        Negotiation talk;
        talk.project = records.projects[static_cast<std::size_t>(below(20))].id;
        talk.on = date();
        if (below(5) != 0) talk.county = county(records);
        records.talks.push_back(change.add(talk));
      }
      for (int number = 0; number < 8; ++number) {
        Credit credit;
        credit.project = records.projects[static_cast<std::size_t>(below(20))].id;
        credit.from_county = records.counties[static_cast<std::size_t>(below(3))].id;
        credit.to_county = records.counties.back().id;
        credit.on = date();
        records.credits.push_back(change.add(credit));
      }
    });
    return records;
  }

 private:
  int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }
  Id<County> county(const Records& records) {
    return records.counties[static_cast<std::size_t>(below(4))].id;
  }
  Date date() {
    const auto first = Day(std::chrono::year{2020} / 1 / 1) + std::chrono::days(below(40));
    return {first, first + std::chrono::days(below(3) == 0 ? below(10) : 0)};
  }

  std::mt19937 random_;
};

auto order(const Date& date) { return std::tuple(date.last, date.first); }

/// The holder of a project, from the definition alone.
std::string slow_holder(const Records& records, const Project& project) {
  const Negotiation* earliest = nullptr;
  for (const auto& talk : records.talks) {
    if (talk.project != project.id || !talk.county) continue;
    if (earliest == nullptr || order(*talk.on) < order(*earliest->on)) earliest = &talk;
  }
  const Credit* moved = nullptr;
  for (const auto& credit : records.credits) {
    if (credit.project != project.id) continue;
    if (moved == nullptr || order(*credit.on) < order(*moved->on)) moved = &credit;
  }
  const auto told = [](Id<County> county, const std::string& by) {
    return std::to_string(county.number) + " " + by;
  };
  const auto own = reference_text({Kind::project, project.id.number});
  if (project.first_contact) return told(project.first_contact, own);
  if (moved != nullptr) {
    return told(moved->from_county, reference_text({Kind::credit, moved->id.number}));
  }
  const bool lead_before =
      earliest != nullptr && project.lead_on && order(*project.lead_on) < order(*earliest->on);
  if (earliest == nullptr || lead_before) return told(project.county, own);
  return told(earliest->county, reference_text({Kind::negotiation, earliest->id.number}));
}

std::string told(const service::FirstContact& contact) {
  return std::to_string(contact.holder.number) + " " + reference_text(contact.by);
}

/// Two counties, a company with an alias, and a project of the first county.
struct Scene {
  Scene() {
    County county;
    county.name = "拜泉县";
    county.english = "Baiquan County";
    county.code = "230231";
    first = book.add(county).id;
    county.name = "克山县";
    county.english = "Keshan County";
    county.code = "230229";
    second = book.add(county).id;
    Company company;
    company.name = "徐州精易诚食品有限公司";
    duck = book.add(company).id;
    company.name = "Jingyicheng Holding";
    company.aliases = {"精易诚食品"};
    alias = book.add(company).id;
    company.name = "Another";
    company.aliases = {};
    other = book.add(company).id;
    Project project = named("肉鸭全产业链项目", first, duck);
    project.chain = "食品";
    project.lead_on = parse_date("2020-03-01", scratch::today).value();
    book.add(project);
  }

  static Project named(const char* title, Id<County> county, Id<Company> company) {
    Project project;
    project.title = title;
    project.county = county;
    project.investors = {{company, ""}};
    return project;
  }

  std::vector<std::string> lines(const Project& project) {
    return service::tell_first_contacts(book.db, project);
  }

  scratch::Book book;
  Id<County> first;
  Id<County> second;
  Id<Company> duck;
  Id<Company> alias;
  Id<Company> other;
};

}  // namespace

TEST_CASE("who first negotiated a project is what the definition says", "[first_contact]") {
  for (unsigned seed = 1; seed <= 12; ++seed) {
    scratch::Book book;
    const auto records = Generator(seed).fill(book);
    std::size_t at = 0;
    service::each_first_contact(book.db, [&](const service::FirstContact& contact) {
      const auto& project = records.projects.at(at++);
      INFO(seed << " " << project.id.number);
      REQUIRE(contact.project == project.id);
      REQUIRE(contact.host == project.county);
      REQUIRE(told(contact) == slow_holder(records, project));
      REQUIRE(told(service::first_contact_of(book.db, project)) == told(contact));
    });
    REQUIRE(at == records.projects.size());
  }
}

TEST_CASE("another county's like project of the same company is told of", "[first_contact]") {
  Scene scene;
  const std::vector<std::string> expected = {
      "Baiquan County holds the first contact of a like project of 徐州精易诚食品有限公司: P-1 "
      "肉鸭全产业链项目, since 2020-03-01, 96 % alike"};
  CHECK(scene.lines(Scene::named("肉鸭全产业链建设项目", scene.second, scene.duck)) == expected);
  // The company by another of its names.
  CHECK(scene.lines(Scene::named("肉鸭全产业链建设项目", scene.second, scene.alias)) == expected);
  // Its own county, another company, another content.
  CHECK(scene.lines(Scene::named("肉鸭全产业链建设项目", scene.first, scene.duck)).empty());
  CHECK(scene.lines(Scene::named("肉鸭全产业链建设项目", scene.second, scene.other)).empty());
  CHECK(scene.lines(Scene::named("风力发电", scene.second, scene.duck)).empty());
}

TEST_CASE("a project of the same chain and company is told of whatever its title",
          "[first_contact]") {
  Scene scene;
  auto project = Scene::named("风力发电", scene.second, scene.duck);
  project.chain = "食品";
  CHECK(scene.lines(project) ==
        std::vector<std::string>{
            "Baiquan County holds the first contact of a like project of 徐州精易诚食品有限公司: "
            "P-1 肉鸭全产业链项目, since 2020-03-01, of the same chain, 0 % alike"});
}
