// A book of a test's own, for tests of importing into it.
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "leadbook/domain/record/field_facts.hpp"
#include "leadbook/domain/record/record_text.hpp"
#include "leadbook/service/import/import.hpp"
#include "leadbook/service/import/rate_import.hpp"
#include "leadbook/service/records/book_change.hpp"
#include "leadbook/store/log/history.hpp"
#include "leadbook/store/record/names.hpp"
#include "unit/scratch_book.hpp"

namespace import_test {

using namespace leadbook;
using Lines = std::vector<std::string>;

inline constexpr Day today = std::chrono::year{2020} / 5 / 22;

/// Gone with the test.
class TestBook {
 public:
  TestBook() : db({home_.db(), ""}, store::Db::Access::create) {}

  store::Origin origin() {
    return {"2020-05-19T08:00:00Z", "tester", "leadbook import", "r" + std::to_string(++requests_)};
  }

  service::ImportReport take(Kind kind, const std::string& text, bool create = false) {
    service::ImportOptions options;
    options.create = create;
    return take_with(kind, text, options);
  }

  /// Imports a CSV text; kept where nothing is wrong with it, or rows were to be skipped.
  service::ImportReport take_with(Kind kind,
                                  const std::string& text,
                                  service::ImportOptions options,
                                  std::optional<ingest::Format> format = ingest::Format::csv) {
    options.today = today;
    service::BookChange change(db, origin());
    std::istringstream in(text);
    const auto input = ingest::Input::keep(in, "f.csv");
    const auto source =
        ingest::open_source(input, {format, "", {}, std::string(identifier(kind)) + "s"});
    auto report = service::import_rows(change, kind, input, *source, "f.csv", options);
    if (report.problems.count == 0 || (options.skip && report.refused > 0)) {
      change.commit();
    }
    return report;
  }

  service::RateImportReport take_rates(const std::string& text,
                                       service::RateImportOptions options = {}) {
    options.today = today;
    options.source = "bank";
    service::BookChange change(db, origin());
    std::istringstream in(text);
    const auto input = ingest::Input::keep(in, "r.csv");
    const auto source = ingest::open_source(input, {ingest::Format::csv, "", {}, ""});
    auto report = service::import_rates(change, *source, "r.csv", options);
    if (report.problems.count == 0) change.commit();
    return report;
  }

  /// Every record of a kind as its fields' texts between '/'.
  Lines all(Kind kind) {
    Lines lines;
    const auto name = [this](const Reference& record) {
      return store::canonical_name_of(db, record);
    };
    store::each_record(db, kind, [&](const AnyRecord& record) {
      std::string line;
      for (const auto& text : write_fields(record, name)) {
        if (!text.empty()) line += (line.empty() ? "" : "/") + text;
      }
      lines.push_back(line);
    });
    return lines;
  }

 private:
  scratch::Home home_;
  int requests_ = 0;

 public:
  store::Db db;
};

}  // namespace import_test
