// The ledger behind the totals: every counted paper once, supplements by what they add.
#include "service/derived/postings.hpp"

#include <map>
#include <optional>

#include "leadbook/domain/error.hpp"
#include "leadbook/domain/record/records.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::service {
namespace {

using store::Row;
using store::Value;

struct Stated {
  std::int64_t minor;
  std::string currency;
};

std::optional<Stated> stated_at(Row& row, const std::string& name) {
  if (store::is_null(row.at(name + "_minor"))) return {};
  return Stated{row.integer(name + "_minor"), row.text(name + "_currency")};
}

struct Paper {
  std::int64_t id;
  std::int64_t project;
  std::int64_t county;
  bool supplement;
  std::string from;
  std::string until;
  std::int64_t amends;
  std::optional<Stated> amount;
  std::optional<Stated> outside;
};

/// Walks the papers of one project after another: the contracts by date, then the supplements by
/// date, as a contract known only to the year must not come after a supplement known to the day.
class Posting {
 public:
  void take(const Paper& paper) {
    if (paper.project != project_) {
      project_ = paper.project;
      position_ = 0;
      contracts_.clear();
      roots_.clear();
    }
    if (paper.supplement) {
      take_supplement(paper);
    } else {
      take_contract(paper);
    }
  }

  std::vector<std::vector<Value>> take_rows() { return std::move(rows_); }

 private:
  /// A contract as it stands after the supplements so far.
  struct Standing {
    std::optional<Stated> amount;
    std::optional<Stated> outside;
  };

  void take_contract(const Paper& paper) {
    const bool first = position_ == 0;
    post(paper, Measure::contract_amount, first ? "first" : "further", paper.amount);
    if (paper.outside) {
      post(paper, Measure::outside_amount, first ? "first" : "further", paper.outside);
    }
    contracts_[paper.id] = {paper.amount, paper.outside};
  }

  void take_supplement(const Paper& paper) {
    const auto chained = roots_.find(paper.amends);
    const auto root = chained == roots_.end() ? paper.amends : chained->second;
    roots_[paper.id] = root;
    const auto standing = contracts_.find(root);
    // What it amends may be a letter of intent or a framework that does not count.
    if (standing == contracts_.end()) return;
    restate(paper, Measure::contract_amount, root, standing->second.amount, paper.amount);
    restate(paper, Measure::outside_amount, root, standing->second.outside, paper.outside);
  }

  void restate(const Paper& paper,
               Measure measure,
               std::int64_t root,
               std::optional<Stated>& standing,
               const std::optional<Stated>& now) {
    if (!now) return;
    if (!standing) {
      post(paper, measure, "supplement", now, root);
    } else if (standing->currency == now->currency) {
      post(paper, measure, "supplement", Stated{now->minor - standing->minor, now->currency});
    } else {
      post(paper, measure, "supplement", now);
      post(paper, measure, "supplement", Stated{-standing->minor, standing->currency});
    }
    standing = now;
  }

  /// `completes` is the contract whose amount was unknown until this paper.
  void post(const Paper& paper,
            Measure measure,
            const char* step,
            const std::optional<Stated>& amount,
            std::int64_t completes = 0) {
    rows_.push_back({paper.project,
                     ++position_,
                     paper.id,
                     paper.county,
                     std::string(identifier(measure)),
                     std::string(step),
                     paper.from,
                     paper.until,
                     amount ? Value(amount->minor) : Value(),
                     amount ? Value(amount->currency) : Value(),
                     store::number_or_null(completes)});
  }

  std::int64_t project_ = 0;
  std::int64_t position_ = 0;
  std::map<std::int64_t, Standing> contracts_;
  std::map<std::int64_t, std::int64_t> roots_;  // of each supplement, the contract it amends
  std::vector<std::vector<Value>> rows_;
};

Paper paper_at(Row& row) {
  return {row.integer("id"),
          row.integer("project_id"),
          row.integer("county_id"),
          row.text("kind") == identifier(SigningKind::supplement),
          row.text("on_from"),
          row.text("on_until"),
          row.integer_or_zero("amends_id"),
          stated_at(row, "amount"),
          stated_at(row, "outside_amount")};
}

}  // namespace

std::vector<std::vector<Value>> posting_rows(store::Db& db,
                                             std::int64_t first,
                                             std::int64_t last,
                                             bool frameworks_count) {
  Posting posting;
  const std::int64_t frameworks = frameworks_count ? 1 : 0;
  db.each(store::statement("posting_papers"),
          {{"first", first}, {"last", last}, {"frameworks", frameworks}},
          [&](Row& row) { posting.take(paper_at(row)); });
  return posting.take_rows();
}

}  // namespace leadbook::service
