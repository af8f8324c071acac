#include "leadbook/service/draft/report.hpp"

#include <algorithm>

#include "leadbook/domain/amount/money.hpp"
#include "leadbook/domain/naming/name_match.hpp"
#include "leadbook/domain/record/company.hpp"
#include "service/draft/letters.hpp"
#include "service/draft/phrases.hpp"
#include "service/draft/reading.hpp"

namespace leadbook::service {

std::string_view DraftRecord::text(std::string_view field) const {
  for (const auto& each : fields) {
    if (each.field == field) return each.text;
  }
  return "";
}

void DraftRecord::put(std::string field, std::string text) {
  if (!text.empty()) fields.push_back({std::move(field), std::move(text)});
}

namespace drafting {

std::string Reading::firm_name(const std::string& name) const {
  for (auto at = recent(firms); at < firms.size(); ++at) {
    if (firms[at].name == name) return name;
  }
  for (auto at = recent(firms); at < firms.size(); ++at) {
    const auto& firm = firms[at];
    if (same_firm(firm.name, name)) return firm.name.size() >= name.size() ? firm.name : name;
  }
  return name;
}

std::string Reading::add_firm(const Span& span) {
  const auto name = shown(span);
  for (auto at = recent(firms); at < firms.size(); ++at) {
    auto& firm = firms[at];
    if (firm.name == name) return name;
    if (!same_firm(firm.name, name)) continue;
    if (firm.name.size() < name.size()) firm = {name, span};
    return firm.name;
  }
  firms.push_back({name, span});
  return name;
}

bool Reading::same_firm(const std::string& left, const std::string& right) const {
  const auto plain = [this](const std::string& name) -> const std::string& {
    const auto known = plain_names.find(name);
    if (known != plain_names.end()) return known->second;
    return plain_names.emplace(name, normalise_company(name)).first->second;
  };
  return is_same_plain_firm(plain(left), plain(right));
}

namespace {

/// Of which county is told from here: the one a sentence begins with or is the subject of.
void follow_county(Reading& reading, const Part& part) {
  if (!reading.home) return;
  for (const auto& place : part.places) {
    if (place.level != PlaceLevel::county) continue;
    if (reading.home->level == PlaceLevel::city ? !lies_in(place, *reading.home)
                                                : place.code != reading.home->code)
      continue;
    const auto before = part.text.substr(0, place.span.begin - part.offset);
    const auto behind = part.text.substr(place.span.end - part.offset);
    const bool is_subject =
        place.span.begin == part.offset || before.ends_with(",") || before.ends_with("由") ||
        before.ends_with("of ") || before.ends_with(" between ") || before.ends_with("CPC ") ||
        before.ends_with("to ") || before.ends_with("that ") || before.ends_with("in ") ||
        before.ends_with("于") || before.ends_with("的");
    const bool leads =
        !word_at_start(behind,
                       {"与", "委", "县长", "区长", "长", "经过", "则", ",", "District", "(", ":"})
             .empty() ||
        part.text.size() == place.span.end - place.span.begin;
    if (is_subject || leads) {
      reading.county = std::string(place.name);
      return;
    }
  }
}

/// 第一站是济南市, 在青岛, 到沂南县: the stop told from here.
void follow_place(Reading& reading, const Part& part) {
  if (!reading.trip) return;
  auto& trip = reading.trips[*reading.trip];
  for (const auto& place : part.places) {
    const auto before = part.text.substr(0, place.span.begin - part.offset);
    constexpr std::string_view verbs[] = {
        "在", "到", "第一站是", "站是", "首站", "抵达", "来到", "随后", "In ", "in "};
    const bool inner = before.size() >= 3 && reading.place.size() > 0 && before.ends_with("市");
    if (word_at_end(before, verbs).empty() && !inner) continue;
    if (reading.home && (place.code == reading.home->code || lies_in(place, *reading.home)))
      continue;
    bool in_firm = false;
    for (const auto& firm : part.firms)
      in_firm = in_firm || (firm.span.begin <= place.span.begin && place.span.end <= firm.span.end);
    if (in_firm) continue;
    auto nearest = place;
    for (const auto& other : part.places) {
      if (other.span.begin == nearest.span.end) nearest = other;
    }
    reading.place = reading.shown(nearest.span);
    // A province or region is made more exact by what follows.
    const bool is_stop = part.text.find("站是") != std::string_view::npos ||
                         before.ends_with("到") || before.ends_with("在");
    if (is_stop && part.sentence.span.begin != trip.span.begin &&
        nearest.level != PlaceLevel::province && trip.stops.size() < 12) {
      if (trip.stops.size() == 1) {
        const auto first = place_at_start(trip.stops.front());
        const bool is_wide =
            first && (first->level == PlaceLevel::region ||
                      (first->level == PlaceLevel::province && lies_in(nearest, *first)));
        if (is_wide) trip.stops.clear();
      }
      for (const auto& other : part.places) {
        const bool joined = other.span.begin == nearest.span.begin ||
                            (other.span.begin > nearest.span.end &&
                             reading.prose.plain({nearest.span.end, other.span.begin}) == "、");
        if (!joined) continue;
        const auto name = reading.shown(other.span);
        if (std::find(trip.stops.begin(), trip.stops.end(), name) == trip.stops.end())
          trip.stops.push_back(name);
      }
    }
    return;
  }
}

Part read_part(Reading& reading, const Sentence& sentence) {
  Part part;
  part.sentence = sentence;
  part.offset = sentence.span.begin;
  part.text = reading.prose.plain(sentence.span);
  part.days = find_days(part.text, reading.clock, part.offset);
  part.sums = find_sums(part.text, part.offset);
  part.used.assign(part.sums.size(), false);
  part.firms = find_firms(part.text, part.offset);
  if (sentence.is_english) {
    // "Bright Dairy" of "Shanghai Bright Dairy Co., Ltd.": told again by its middle.
    for (auto index = recent(reading.firms); index < reading.firms.size(); ++index) {
      const auto& known = reading.firms[index];
      constexpr std::string_view forms[] = {" Co.", " Group", " Ltd", " Corp", " Inc", " Company"};
      const auto form = find_word(known.name, forms);
      const auto space = known.name.find(' ');
      if (!form || space == std::string::npos || form->at <= space + 1) continue;
      const auto middle = std::string_view(known.name).substr(space + 1, form->at - space - 1);
      if (middle.find(' ') == std::string_view::npos) continue;
      const auto at = part.text.find(middle);
      if (at == std::string_view::npos) continue;
      const Span span{part.offset + at, part.offset + at + middle.size()};
      const bool inside = std::any_of(part.firms.begin(), part.firms.end(), [&](const Firm& firm) {
        return firm.span.begin <= span.begin && span.end <= firm.span.end;
      });
      if (!inside) part.firms.push_back({span, true});
    }
  }
  part.officials = find_officials(part.text, part.offset);
  part.places = find_places(part.text, part.offset);
  part.speech = speech_begin(part.text);
  return part;
}

/// Whether a firm named in a sentence is one the book should know: not only told of as background.
bool counts_as_firm(const Part& part, const Firm& firm) {
  const auto before = part.text.substr(0, firm.span.begin - part.offset);
  const auto behind = part.text.substr(firm.span.end - part.offset);
  if (firm.span.begin - part.offset >= part.speech && !tells_talk(part.text.substr(0, part.speech)))
    return false;
  constexpr std::string_view kin[] = {"下属", "旗下", "的特级", "的子公司", "的全资", "控股的"};
  if (!word_at_start(behind, kin).empty()) return false;
  if (before.ends_with("据") || before.ends_with("是世界500强") || before.ends_with("主办:") ||
      before.ends_with("由中央"))
    return false;
  return true;
}

/// 近期来延考察, 尽早安排人员赴眉对接: the next step of the talks told last.
void read_next_step(Reading& reading, const Part& part) {
  if (reading.talks.empty()) return;
  const auto soon = find_word(part.text,
                              {"近期",
                               "近日来",
                               "近日到",
                               "近日赴",
                               "尽早",
                               "尽快",
                               "下周",
                               "择日",
                               "适时",
                               "下月",
                               "very soon"});
  if (!soon) return;
  const auto rest = part.text.substr(soon->at);
  if (!holds_any(rest, {"来", "赴", "到", "go to"}) ||
      !holds_any(rest, {"考察", "对接", "看地", "洽谈", "调研", "talk"}))
    return;
  const auto& last = reading.talks.back();
  if (last.paragraph + 1 < part.sentence.paragraph) return;
  const auto span = last.span;
  auto words = reading.shown({part.offset + soon->at, part.offset + part.text.size()});
  while (words.ends_with("。")) words.erase(words.size() - std::string_view("。").size());
  for (auto at = recent(reading.talks); at < reading.talks.size(); ++at) {
    auto& talk = reading.talks[at];
    if (talk.span.begin == span.begin && talk.next.empty()) talk.next = words;
  }
}

void read_sentence(Reading& reading, const Sentence& sentence) {
  auto part = read_part(reading, sentence);
  follow_county(reading, part);
  for (const auto& when : part.days) {
    if (when.is_period || when.from.month == 0) continue;
    const auto behind = part.text.substr(when.span.end - part.offset);
    // 截至11月, 到去年底 are of figures.
    const auto before = part.text.substr(0, when.span.begin - part.offset);
    if (when.from.day == 0 && (before.ends_with("截至") || before.ends_with("到") ||
                               behind.starts_with("底") || behind.starts_with("末")))
      continue;
    // The day of the report itself: 本报5月7日讯, 据新华社3日电.
    const bool of_report = behind.starts_with("讯") || behind.starts_with("电") ||
                           behind.starts_with("消息") || before.ends_with("date ");
    if (of_report && part.days.size() > 1) continue;
    if (behind.starts_with("前") || behind.starts_with("底前") ||
        when.span.begin - part.offset > part.speech)
      continue;
    reading.when = when;
    break;
  }
  if (part.sentence.is_heading) return;
  read_trip(reading, part);
  follow_place(reading, part);
  part.projects = find_projects(part.text, part.offset, part.firms, part.sums, part.used);
  for (const auto& firm : part.firms) {
    if (counts_as_firm(part, firm)) reading.add_firm(firm.span);
  }
  read_events(reading, part);
  read_talks(reading, part);
  read_next_step(reading, part);
  read_projects(reading, part);
  read_figures(reading, part);
  read_tasks(reading, part);
}

/// What only the whole text tells: of which project a paper was, and what its amount.
void complete(Reading& reading) {
  for (auto& signing : reading.signings) {
    if (!signing.project.empty()) continue;
    for (auto at = recent(reading.projects); at < reading.projects.size(); ++at) {
      auto& project = reading.projects[at];
      bool shared = false;
      for (const auto& party : signing.parties) {
        for (const auto& firm : project.firms) shared = shared || reading.same_firm(party, firm);
      }
      if (!shared) continue;
      signing.project = project.title;
      if (!signing.amount) signing.amount = project.facts.planned;
      break;
    }
  }
  // A paper told twice, with and without its project.
  for (std::size_t index = 0; index < reading.signings.size(); ++index) {
    for (std::size_t other = std::min(reading.signings.size(), index + 100); other-- > index + 1;) {
      auto& kept = reading.signings[index];
      const auto& again = reading.signings[other];
      if (kept.project.empty() || kept.project != again.project) continue;
      if (!kept.amount) kept.amount = again.amount;
      if (kept.parties.empty()) kept.parties = again.parties;
      reading.signings.erase(reading.signings.begin() + static_cast<std::ptrdiff_t>(other));
    }
  }
}

// ---- what was read, as records

std::string amount_words(const Sum& sum) { return format_amount(sum.amount); }

class Writer {
 public:
  Writer(const Reading& reading, Day today) : reading_(reading), today_(today) {}

  DraftRecord& begin(Kind kind, const Span& span) {
    const auto source = reading_.prose.in_source(span);
    records_.push_back({kind, {}, source.begin, source.end, Sureness::stated, false});
    return records_.back();
  }

  void put_days(DraftRecord& record, const std::string& field, const std::optional<When>& when) {
    if (!when || when->from.month == 0) return;
    record.put(field, days_text(*when, today_));
    record.year_is_open = record.year_is_open || is_year_open(*when);
  }

  std::vector<DraftRecord> take() { return std::move(records_); }
  Day today() const { return today_; }
  const Reading& reading() const { return reading_; }

 private:
  const Reading& reading_;
  Day today_;
  std::vector<DraftRecord> records_;
};

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const auto& text : texts) all += (all.empty() ? "" : "; ") + text;
  return all;
}

void write_projects(Writer& writer) {
  for (const auto& project : writer.reading().projects) {
    auto& record = writer.begin(Kind::project, project.span);
    record.put("title", project.title);
    record.put("county", project.county);
    record.put("investors", joined(project.firms));
    if (project.facts.planned)
      record.put("planned_investment", amount_words(*project.facts.planned));
    if (project.facts.land) record.put("land", std::to_string(*project.facts.land));
    if (project.facts.sales) record.put("forecast_sales", amount_words(*project.facts.sales));
    if (project.facts.tax) record.put("forecast_tax", amount_words(*project.facts.tax));
    if (project.facts.jobs) record.put("forecast_jobs", std::to_string(*project.facts.jobs));
    if (project.stage) {
      std::string move(identifier(*project.stage));
      if (project.when) {
        move += "|" + days_text(*project.when, writer.today());
        record.year_is_open = is_year_open(*project.when);
      }
      record.put("moves", move);
    }
  }
}

void write_trips(Writer& writer) {
  for (const auto& trip : writer.reading().trips) {
    auto& record = writer.begin(Kind::delegation, trip.span);
    record.put("title",
               (trip.leader.empty() ? trip.post : trip.leader) +
                   (trip.stops.empty() ? ""
                                       : (writer.reading().prose.is_english() ? " to " : "赴") +
                                             trip.stops.front()));
    record.put("county", trip.county);
    record.put("leader", trip.leader);
    record.put("leader_post", trip.post);
    if (trip.when && trip.when->from.month != 0) {
      record.put("starts", moment_text(trip.when->from, writer.today()));
      if (trip.when->to.day != 0) record.put("ends", moment_text(trip.when->to, writer.today()));
      record.year_is_open = is_year_open(*trip.when);
    }
    record.put("stops", joined(trip.stops));
    record.put("status", trip.is_planned ? "planned" : "done");
  }
}

void write_talks(Writer& writer) {
  for (const auto& talk : writer.reading().talks) {
    auto& record = writer.begin(Kind::negotiation, talk.span);
    record.put("counterparts", talk.firm);
    record.put("county", talk.county);
    writer.put_days(record, "on", talk.when);
    record.put("project", talk.topic);
    record.put("place", talk.place);
    if (talk.mode) record.put("mode", std::string(identifier(*talk.mode)));
    record.put("outcome", std::string(identifier(talk.outcome)));
    if (talk.round) record.put("round", std::to_string(*talk.round));
    record.put("next_step", talk.next);
  }
}

void write_signings(Writer& writer) {
  for (const auto& signing : writer.reading().signings) {
    auto& record = writer.begin(Kind::signing, signing.span);
    record.put("project", signing.project);
    record.put("county", signing.county);
    record.put("kind", std::string(identifier(signing.kind)));
    writer.put_days(record, "on", signing.when);
    record.put("parties", joined(signing.parties));
    if (signing.amount) record.put("amount", amount_words(*signing.amount));
    record.put("place", signing.place);
    record.put("mode", signing.is_online ? "online" : "onsite");
  }
}

void write_facts(Writer& writer) {
  const auto& reading = writer.reading();
  for (const auto& funds : reading.funds) {
    auto& record = writer.begin(Kind::funds, funds.span);
    record.put("project", funds.project);
    record.put("county", funds.county);
    record.put("amount", amount_words(funds.sum));
    record.put("capital", "domestic");
  }
  for (const auto& event : reading.events) {
    auto& record = writer.begin(Kind::event, event.span);
    record.put("title", event.title);
    record.put("kind", std::string(identifier(event.kind)));
    record.put("county", event.county);
    writer.put_days(record, "on", event.when);
    record.put("place", event.place);
  }
  for (const auto& figure : reading.figures) {
    auto& record = writer.begin(Kind::figure, figure.span);
    record.put("area", figure.county);
    if (figure.period && (figure.period->from.month != 0 || figure.period->from.year != 0)) {
      auto period = *figure.period;
      period.from.day = period.to.day = 0;
      record.put("period", days_text(period, writer.today()));
      record.year_is_open = is_year_open(period);
    }
    record.put("indicator", figure.indicator);
    record.put("printed", figure.number + figure.unit);
    if (figure.count) record.put("count", std::to_string(*figure.count));
    if (figure.sum) record.put("amount", amount_words(*figure.sum));
  }
  for (const auto& task : reading.tasks) {
    auto& record = writer.begin(Kind::task, task.span);
    record.put("title", task.text);
    record.put("kind", std::string(identifier(task.kind)));
    record.put("county", task.county);
    record.put("owner", task.owner);
    writer.put_days(record, "due", task.due);
  }
}

}  // namespace
}  // namespace drafting

ReportDraft read_report(std::string_view text, Day today, std::string_view home) {
  using namespace drafting;
  const Prose prose(text);
  Reading reading{prose, {}};
  reading.clock.today = today;
  constexpr std::string_view subjects[] = {
      "项目", "招商", "投资", "用地", "开工", "project", "nvest"};
  reading.is_of_projects = holds_any(prose.plain(), subjects);
  reading.clock.dateline = find_dateline(prose);
  reading.home = find_home(prose);
  if (!reading.home && !home.empty()) reading.home = place_at_start(home);
  if (reading.home) reading.county = std::string(reading.home->name);
  for (const auto& sentence : prose.sentences()) {
    if (sentence.is_heading) continue;
    read_sentence(reading, sentence);
  }
  complete(reading);
  Writer writer(reading, today);
  for (const auto& firm : reading.firms) {
    auto& record = writer.begin(Kind::company, firm.span);
    record.put("name", firm.name);
    record.put("kind", std::string(identifier(company_kind(firm.name))));
  }
  write_projects(writer);
  write_trips(writer);
  write_talks(writer);
  write_signings(writer);
  write_facts(writer);
  ReportDraft draft;
  draft.records = writer.take();
  for (auto& record : draft.records) {
    if (record.year_is_open && record.sureness == Sureness::stated)
      record.sureness = Sureness::inferred;
  }
  // Firms alone, of which nothing is told, are none of the book.
  const bool tells =
      std::any_of(draft.records.begin(), draft.records.end(), [](const DraftRecord& record) {
        return record.kind != Kind::company && record.kind != Kind::figure;
      });
  if (!tells)
    std::erase_if(draft.records,
                  [](const DraftRecord& record) { return record.kind == Kind::company; });
  draft.dateline = reading.clock.dateline;
  if (reading.home) draft.home = std::string(reading.home->name);
  draft.language = prose.is_english() ? "en" : prose.is_traditional() ? "zh-Hant" : "zh";
  // What may tell of something and of which nothing was drafted.
  for (const auto& sentence : prose.sentences()) {
    if (sentence.is_heading) continue;
    const auto source = prose.in_source(sentence.span);
    const bool is_read =
        std::any_of(draft.records.begin(), draft.records.end(), [&](const DraftRecord& record) {
          return record.begin < source.end && source.begin < record.end;
        });
    if (!is_read) draft.unread.push_back({source.begin, source.end});
  }
  return draft;
}

}  // namespace leadbook::service
