// Makes a book whose log has many entries: firms are added, and then changed by turns.
//
//   leadbook_entries BOOK ENTRIES FIRMS
#include <cstdlib>
#include <iostream>
#include <string>

#include "leadbook/domain/error.hpp"
#include "leadbook/service/records/book_change.hpp"
#include "leadbook/store/record/record.hpp"

namespace {

using namespace leadbook;

store::Origin origin_of(std::int64_t entry, std::int64_t firm) {
  const auto number = std::to_string(entry);
  return {"2026-11-27T08:00:00Z",
          "bench",
          "leadbook company edit C-" + std::to_string(firm) + " --note '第" + number + "次登记'",
          "bench-" + number};
}

/// All in one transaction.
void make(const std::string& file, std::int64_t entries, std::int64_t firms) {
  store::Db book({file, ""}, store::Db::Access::create);
  service::BookChange change(book, origin_of(1, 1));
  for (std::int64_t entry = 1; entry <= entries; ++entry) {
    const auto firm = (entry - 1) % firms + 1;
    auto company = store::find(book, Id<Company>{firm}).value_or(Company{});
    company.name = "齐齐哈尔市第" + std::to_string(firm) + "食品加工有限公司";
    company.home = "江苏徐州";
    company.note = "第" + std::to_string(entry) + "次登记";
    if (entry <= firms) {
      change.add(company);
    } else {
      change.put(company);
    }
    if (entry < entries) change.next(origin_of(entry + 1, entry % firms + 1));
  }
  change.commit();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: leadbook_entries BOOK ENTRIES FIRMS\n";
    return 2;
  }
  try {
    make(argv[1], std::atoll(argv[2]), std::atoll(argv[3]));
    return 0;
  } catch (const Error& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
