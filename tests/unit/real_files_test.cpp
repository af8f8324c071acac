// Files that nobody on the project wrote, imported: what they hold arrives, or they are refused in
// words.
#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "catch.hpp"
#include "leadbook/domain/error.hpp"
#include "unit/import_book.hpp"

namespace {

using namespace import_test;

const std::filesystem::path data = LEADBOOK_SOURCE "/../shared/data";

bool is_here(const std::string& folder) {
  const bool found = std::filesystem::exists(data / folder);
  if (!found) WARN("skipped: ../shared/data/" << folder << " is absent");
  return found;
}

/// Several indicators, areas and years in one table, in UTF-8.
const std::string joined = "分省年度数据_整合.csv";

std::vector<std::filesystem::path> files_of(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// One export of the statistics bureau: a row a province, a column a year.
struct Statistics {
  std::string file;
  std::string indicator;
  std::string year;    // whose column is taken
  std::string target;  // the field for it
  std::string unit;
  std::int64_t footnotes;
};

const std::vector<Statistics> statistics = {
    {"分省年度数据.csv", "地区生产总值", "2023", "amount", "亿元", 2},
    {"分省年度数据 (1).csv", "人口数", "2023", "count", "", 3},
    {"分省年度数据 (2).csv", "65岁及以上人口数", "2023", "count", "", 2},
    {"分省年度数据 (3).csv", "城镇单位就业人员", "2023", "printed", "", 4},
    {"分省年度数据 (4).csv", "私营企业和个体就业人员", "2019", "printed", "", 4},
    {"分省年度数据 (5).csv", "实际到位资金比上年增长", "2023", "printed", "", 1},
    {"分省年度数据 (6).csv", "专业技术人员数", "2011", "count", "", 3},
};

service::ImportOptions options_for(const Statistics& table) {
  service::ImportOptions options;
  options.today = today;
  options.map.push_back({"地区", "area", ""});
  for (int year = 2006; year <= 2025; ++year) {
    const auto text = std::to_string(year);
    const bool taken = text == table.year;
    options.map.push_back({text + "年", taken ? table.target : "-", taken ? table.unit : ""});
  }
  options.defaults = {{"period", table.year}, {"indicator", table.indicator}};
  return options;
}

struct Taken {
  ingest::SourceFacts facts;
  service::ImportReport report;
};

Taken take_statistics(TestBook& book, const Statistics& table) {
  const auto input = ingest::Input::open((data / "gbk-csv" / table.file).string());
  const auto source = ingest::open_source(input, {});
  service::BookChange change(book.db, book.origin());
  Taken taken{source->facts(), {}};
  taken.report =
      service::import_rows(change, Kind::figure, input, *source, "f.csv", options_for(table));
  change.commit();
  return taken;
}

std::vector<Figure> figures_of(store::Db& db) {
  std::vector<Figure> figures;
  store::each_record<Figure>(db, [&](const Figure& figure) { figures.push_back(figure); });
  return figures;
}

/// 1,283,801.5 亿元, in fen.
constexpr Money product_of_2023{12'838'015'000'000'000, {}};

Money sum_of(const std::vector<Figure>& figures) {
  Money sum;
  for (const auto& figure : figures) {
    if (figure.amount) sum = add(sum, figure.amount->money).value();
  }
  return sum;
}

std::int64_t count_amounts(const std::vector<Figure>& figures) {
  return std::count_if(figures.begin(), figures.end(), [](const Figure& figure) {
    return figure.amount.has_value();
  });
}

/// How a command may end that was given a file of somebody else's.
void expect_taken_or_refused(scratch::Book& book, const std::filesystem::path& file) {
  INFO(file.filename().string());
  const auto answer = book.run({"import", "company", file.string()});
  const std::set<int> clean = {0, 1, 2, 65, 5};
  CHECK(clean.count(answer.code) == 1);
  CHECK((answer.code == 0 || answer.err.starts_with("leadbook: ")));
  for (const auto* alien : {"std::", "exception", "basic_string", "vector", "errno", "XML_"}) {
    CHECK(answer.err.find(alien) == std::string::npos);
  }
}

}  // namespace

TEST_CASE("statistics exported in GBK become figures, their titles and footnotes passed over") {
  if (!is_here("gbk-csv")) return;
  for (const auto& table : statistics) {
    INFO(table.file);
    TestBook book;
    const auto [facts, report] = take_statistics(book, table);
    CHECK(report.problems.lines == Lines{});
    CHECK(facts.encoding == "GB18030");
    CHECK(report.heading_line == 4);
    CHECK(report.created == 31);
    CHECK(report.passed_over == table.footnotes);
    const auto figures = figures_of(book.db);
    REQUIRE(figures.size() == 31);
    CHECK(figures.front().area == "北京市");
    CHECK(figures.back().area == "新疆维吾尔自治区");
    for (const auto& figure : figures) {
      CHECK(figure.indicator == table.indicator);
      CHECK(date_text(figure.period.value()) == table.year);
      CHECK(figure.amount.has_value() == (table.target == "amount"));
      CHECK(figure.count.has_value() == (table.target == "count"));
      CHECK(figure.printed.empty() == (table.target != "printed"));
    }
    CHECK(store::check_book(book.db).damages() == Lines{});
  }
}

TEST_CASE("the provinces' product of 2023 adds up to what the bureau's file does") {
  if (!is_here("gbk-csv")) return;
  TestBook book;
  take_statistics(book, statistics.front());
  CHECK(sum_of(figures_of(book.db)) == product_of_2023);
}

TEST_CASE("a table of areas and years becomes figures of each year") {
  if (!is_here("gbk-csv")) return;
  scratch::Book book;
  const auto answer = book.run({"import",
                                "figure",
                                (data / "gbk-csv" / joined).string(),
                                "--map",
                                "GDP_亿元=amount|亿元",
                                "--default",
                                "indicator=地区生产总值"});
  INFO(answer.err);
  CHECK(answer.code == 0);
  const auto figures = figures_of(book.db);
  REQUIRE(figures.size() == 620);
  CHECK(count_amounts(figures) == 589);
  std::vector<Figure> of_2023;
  for (const auto& figure : figures) {
    if (date_text(figure.period.value()) == "2023") of_2023.push_back(figure);
  }
  CHECK(sum_of(of_2023) == product_of_2023);
}

TEST_CASE("UTF-8 read as GB18030 is refused with the byte that tells") {
  if (!is_here("gbk-csv")) return;
  scratch::Book book;
  const auto answer =
      book.run({"import", "figure", (data / "gbk-csv" / joined).string(), "--encoding", "gb18030"});
  CHECK(answer.code == 65);
  CHECK(answer.err.find("the byte 0xBA at offset 8 is not GB18030") != std::string::npos);
  CHECK(store::head_of(book.db).number == 0);
}

TEST_CASE("every workbook is imported or refused in words, and the book stays whole") {
  if (!is_here("xlsx")) return;
  scratch::Book book;
  for (const auto& file : files_of(data / "xlsx" / "tests")) expect_taken_or_refused(book, file);
  CHECK(scratch::damages_of(book.db) == Lines{});
}

TEST_CASE("every CSV of csv-spectrum is imported or refused in words, and the book stays whole") {
  if (!is_here("csv-spectrum")) return;
  scratch::Book book;
  for (const auto& file : files_of(data / "csv-spectrum" / "csvs")) {
    expect_taken_or_refused(book, file);
  }
  CHECK(scratch::damages_of(book.db) == Lines{});
}
