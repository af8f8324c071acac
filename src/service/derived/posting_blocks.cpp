#include "service/derived/posting_blocks.hpp"

#include <charconv>

#include "leadbook/domain/error.hpp"
#include "leadbook/store/record/record.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::service {
namespace {

using store::Value;

/// The columns of posting, in their order.
enum Place {
  project,
  position,
  signing,
  county,
  measure,
  step,
  from,
  until,
  minor,
  currency,
  completes
};

std::int64_t number_in(const Value& value) { return std::get<std::int64_t>(value); }
const std::string& text_in(const Value& value) { return std::get<std::string>(value); }

bool is_kept(const std::vector<Value>& row) {
  return text_in(row[measure]) == identifier(Measure::contract_amount);
}

char step_letter(const std::string& step) {
  if (step == "first") return 'f';
  return step == "further" ? 'c' : 's';
}

void add_line(std::string& text, const std::vector<Value>& row) {
  for (const auto place : {project, county, signing}) {
    text += std::to_string(number_in(row[place])) + ' ';
  }
  text += step_letter(text_in(row[step]));
  if (store::is_null(row[minor])) {
    text += " - -";
  } else {
    text += ' ' + std::to_string(number_in(row[minor])) + ' ' + text_in(row[currency]);
  }
  if (row[from] != row[until]) text += '@' + text_in(row[from]);
  if (!store::is_null(row[completes])) text += '>' + std::to_string(number_in(row[completes]));
  text += '\n';
}

[[noreturn]] void throw_damaged() {
  throw Error(
      ErrorKind::failed,
      say("the book is damaged: what papers add cannot be read; run 'leadbook book check'"));
}

Day day_in(std::string_view text) {
  const auto day = parse_iso_day(text);
  if (!day) throw_damaged();
  return *day;
}

/// Reads the lines of a block one after another.
class LineReader {
 public:
  /// The lines of another block follow, of this day.
  void open(std::string_view papers, Day day) {
    at_ = papers.data();
    end_ = papers.data() + papers.size();
    day_ = day;
  }

  bool next() {
    if (at_ == end_) return false;
    paper_.project = number(' ');
    paper_.county = number(' ');
    paper_.signing = number(' ');
    take_step();
    take_amount();
    paper_.on = {day_, day_};
    if (take('@')) paper_.on.first = day_in(text(10));
    paper_.completes = take('>') ? number() : 0;
    if (!take('\n')) throw_damaged();
    return true;
  }

  const PostedPaper& paper() const { return paper_; }

 private:
  bool take(char symbol) {
    if (at_ == end_ || *at_ != symbol) return false;
    ++at_;
    return true;
  }

  std::string_view text(std::ptrdiff_t size) {
    if (end_ - at_ < size) throw_damaged();
    const std::string_view taken(at_, static_cast<std::size_t>(size));
    at_ += size;
    return taken;
  }

  std::int64_t number() {
    constexpr std::ptrdiff_t always_fits = 18;
    const auto* digits = at_;
    std::int64_t value = 0;
    while (at_ != end_ && *at_ >= '0' && *at_ <= '9' && at_ - digits < always_fits) {
      value = value * 10 + (*at_++ - '0');
    }
    if (at_ != digits && at_ - digits < always_fits) return value;
    // Signs and long numbers.
    const auto [after, error] = std::from_chars(digits, end_, value);
    if (error != std::errc()) throw_damaged();
    at_ = after;
    return value;
  }

  std::int64_t number(char after) {
    const auto value = number();
    if (!take(after)) throw_damaged();
    return value;
  }

  void take_step() {
    const auto step = text(2);
    paper_.first = step == "f ";
    paper_.contract = paper_.first || step == "c ";
    if (!paper_.contract && step != "s ") throw_damaged();
  }

  void take_amount() {
    paper_.amount.reset();
    if (end_ - at_ >= 3 && std::string_view(at_, 3) == "- -") {
      at_ += 3;
      return;
    }
    const auto minor = number(' ');
    paper_.amount = Money{minor, currency(text(3))};
  }

  Currency currency(std::string_view code) {
    for (const auto& known : currencies_) {
      if (known.code() == code) return known;
    }
    const auto currency = Currency::parse(code);
    if (!currency || currency->code() != code) throw_damaged();
    return currencies_.emplace_back(*currency);
  }

  const char* at_ = nullptr;
  const char* end_ = nullptr;
  Day day_;
  std::vector<Currency> currencies_;  // those met so far
  PostedPaper paper_;
};

/// The project a line begins with.
std::int64_t project_of(std::string_view line) {
  std::int64_t number = 0;
  if (std::from_chars(line.data(), line.data() + line.size(), number).ec != std::errc()) {
    throw_damaged();
  }
  return number;
}

/// Takes the lines of the next project off a text.
std::string_view take_project(std::string_view& text) {
  const auto number = project_of(text);
  std::size_t end = 0;
  while (end < text.size() && project_of(text.substr(end)) == number) {
    end = text.find('\n', end);
    if (end == text.npos) throw_damaged();
    ++end;
  }
  const auto lines = text.substr(0, end);
  text.remove_prefix(end);
  return lines;
}

}  // namespace

void PostingTexts::add(const std::vector<std::vector<Value>>& rows) {
  for (const auto& row : rows) {
    if (is_kept(row)) add_line(by_day_[text_in(row[until])], row);
  }
}

void PostingBlocks::replace(std::int64_t first,
                            std::int64_t last,
                            const std::vector<std::vector<Value>>& before,
                            const std::vector<std::vector<Value>>& now) {
  replaced_[first] = last;
  for (const auto* rows : {&before, &now}) {
    for (const auto& row : *rows) {
      if (is_kept(row)) days_.insert(text_in(row[until]));
    }
  }
  now_.add(now);
}

bool PostingBlocks::is_replaced(std::int64_t number) const {
  const auto after = replaced_.upper_bound(number);
  return after != replaced_.begin() && number <= std::prev(after)->second;
}

std::string PostingBlocks::merged(std::string_view stored, std::string_view now) const {
  std::string text;
  // Both come by project.
  while (!stored.empty()) {
    const auto number = project_of(stored);
    while (!now.empty() && project_of(now) < number) text += take_project(now);
    const auto lines = take_project(stored);
    if (!is_replaced(number)) text += lines;
  }
  return text += now;
}

std::map<std::string, std::string> stored_postings(store::Db& db,
                                                   std::int64_t part,
                                                   const std::string& from,
                                                   const std::string& until) {
  std::map<std::string, std::string> stored;
  db.each(store::statement("posting_block_between"),
          {{"part", part}, {"from", from}, {"until", until}},
          [&](store::Row& row) { stored[row.text("on_until")] = row.text("papers"); });
  return stored;
}

std::map<std::string, std::string> PostingBlocks::stored() const {
  // Of few days, years may lie between the first and the last.
  constexpr std::size_t few = 3;
  if (days_.size() > few) return stored_postings(db_, part_, *days_.begin(), *days_.rbegin());
  std::map<std::string, std::string> stored;
  for (const auto& day : days_) stored.merge(stored_postings(db_, part_, day, day));
  return stored;
}

void PostingBlocks::write() {
  if (days_.empty()) return;
  const auto before = stored();
  std::vector<std::vector<Value>> rows;
  for (const auto& day : days_) {
    const auto known = before.find(day);
    const auto made = now_.by_day().find(day);
    auto text = merged(known == before.end() ? std::string_view() : known->second,
                       made == now_.by_day().end() ? std::string_view() : made->second);
    if (known != before.end()) {
      if (text == known->second) continue;
      db_.run(store::statement("posting_block_erase"), {{"part", part_}, {"day", day}});
    }
    if (!text.empty()) rows.push_back({part_, day, std::move(text)});
  }
  for (auto& row : rows) db_.insert(store::posting_block_table(), std::move(row));
}

void each_posted_paper(store::Db& db,
                       const Period& period,
                       Day reach,
                       const std::function<void(const PostedPaper&)>& each) {
  const auto from = format_day(period.first);
  const auto until = format_day(std::max(period.last, reach));
  // The blocks of a book name counties by its own numbers.
  if (db.reads_all_books()) {
    db.each(store::statement("totals_postings"),
            {{"from", from}, {"until", format_day(period.last)}, {"reach", until}},
            [&](store::Row& row) { each(posting_at(row)); });
    return;
  }
  LineReader lines;
  const auto last_part = db.number(store::statement("posting_block_last"));
  for (std::int64_t part = 0; part <= last_part; ++part) {
    const store::Parameters range = {{"part", part}, {"from", from}, {"until", until}};
    db.each(store::statement("posting_block_between"), range, [&](store::Row& row) {
      const auto& papers = row.text("papers");
      const auto day = day_in(row.text("on_until"));
      // Beyond the period only what is dated by more than a day can begin in it.
      if (day > period.last && papers.find('@') == std::string::npos) return;
      lines.open(papers, day);
      while (lines.next()) {
        if (lines.paper().on.first <= period.last) each(lines.paper());
      }
    });
  }
}

}  // namespace leadbook::service
