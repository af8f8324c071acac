// draft: what reports, messages and press texts tell of, as records.
#include <algorithm>
#include <filesystem>
#include <memory>

#include "cli/frame/commands.hpp"
#include "cli/frame/output.hpp"
#include "cli/import/file.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/domain/record/field_facts.hpp"
#include "leadbook/domain/record/kind_facts.hpp"
#include "leadbook/ingest/document.hpp"
#include "leadbook/service/draft/report.hpp"
#include "leadbook/service/intake/drafts.hpp"
#include "leadbook/service/records/book_change.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

struct DraftOptions {
  std::vector<std::string> files;
  std::string encoding;
  std::string county;
  std::string only;
  std::string source;
};

/// One field of a draft, as it is listed.
struct DraftRow {
  std::int64_t draft = 0;
  Kind kind = Kind::project;
  std::string field;
  std::string text;
  std::string grade;
  std::string year;
  std::string file;
  std::int64_t line = 0;
  std::string words;
};

std::int64_t line_of(std::string_view text, std::size_t at) {
  return 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
}

std::string_view grade_word(service::Sureness sureness) {
  switch (sureness) {
    case service::Sureness::stated:
      return "stated";
    case service::Sureness::inferred:
      return "inferred";
    case service::Sureness::guessed:
      return "guessed";
  }
  return "";
}

void add_rows(const std::string& text,
              const std::string& file,
              const service::ReportDraft& draft,
              std::int64_t& number,
              std::vector<DraftRow>& rows) {
  for (const auto& record : draft.records) {
    ++number;
    for (const auto& [field, value] : record.fields) {
      rows.push_back({number,
                      record.kind,
                      field,
                      value,
                      std::string(grade_word(record.sureness)),
                      record.year_is_open ? "assumed" : "",
                      file,
                      line_of(text, record.begin),
                      text.substr(record.begin, record.end - record.begin)});
    }
  }
}

/// The drafts for people: one a row, its fields under their headings.
present::Table short_table(const std::vector<DraftRow>& rows) {
  present::Table table;
  table.key = "drafts";
  table.columns = {{say("Draft"), "draft", {}},
                   {say("Kind"), "kind", {}},
                   {say("What it says"), "says", {}},
                   {say("Line"), "line", {}}};
  for (std::size_t at = 0; at < rows.size();) {
    const auto& first = rows[at];
    std::string says;
    for (; at < rows.size() && rows[at].draft == first.draft; ++at) {
      const auto& row = rows[at];
      std::string heading = row.field;
      for (const auto& field : fields_of(row.kind)) {
        if (field.name == row.field) heading = choose(field.english, field.chinese);
      }
      says += (says.empty() ? "" : "; ") + heading + " " + row.text;
    }
    table.rows.push_back({first.draft, first.kind, says, first.line});
  }
  return table;
}

/// All drafts of the files, and their rows as they are listed.
struct Drafts {
  std::vector<service::Intake> intakes;
  std::vector<DraftRow> rows;
  std::vector<std::string> unread;
};

Drafts read_drafts(const DraftOptions& options, Env& env) {
  Drafts drafts;
  std::int64_t number = 0;
  for (const auto& file : options.files) {
    std::string text;
    with_input(env, file, [&](const ingest::Input& input) {
      text = ingest::read_document(input, options.encoding);
    });
    auto draft = service::read_report(text, env.today(), options.county);
    if (options.only == "stated") {
      std::erase_if(draft.records, [](const service::DraftRecord& record) {
        return record.sureness != service::Sureness::stated;
      });
    }
    add_rows(text, file, draft, number, drafts.rows);
    for (auto& record : draft.records) {
      auto source = options.source;
      if (source.empty())
        source = file == "-" ? "" : std::filesystem::path(file).filename().string();
      if (!source.empty()) source += ":" + std::to_string(line_of(text, record.begin));
      drafts.intakes.push_back({std::move(record), std::move(source)});
    }
    for (const auto& sentence : draft.unread) {
      drafts.unread.push_back(text.substr(sentence.begin, sentence.end - sentence.begin));
    }
  }
  return drafts;
}

/// What a person answers to a question; "" at the end of the input.
std::string answer(Env& env, const std::string& question) {
  env.out().flush();
  env.err() << question << ' ' << std::flush;
  std::string line;
  std::getline(env.world().in, line);
  return std::string(text::trim(line));
}

bool is_yes(const std::string& text) {
  return text == "y" || text == "Y" || text == "yes" || text == "是" || text == "好";
}

/// Sets the field of a draft that "title=..." names.
void edit_draft(Env& env, service::DraftRecord& record, const std::string& assignment) {
  const auto sign = assignment.find('=');
  if (sign == std::string::npos) return env.tell(say("write FIELD=TEXT"));
  const auto field = assignment.substr(0, sign);
  std::erase_if(record.fields, [&](const service::DraftText& each) { return each.field == field; });
  record.put(field, assignment.substr(sign + 1));
}

/// A person goes through the drafts: takes, changes or drops each.
std::vector<service::Intake> choose_one_by_one(const Drafts& drafts, Env& env) {
  std::vector<service::Intake> chosen;
  for (auto intake : drafts.intakes) {
    while (true) {
      std::string line(facts_of(intake.draft.kind).identifier);
      for (const auto& [field, value] : intake.draft.fields) line += "  " + field + "=" + value;
      env.err() << text::visible(line) << '\n';
      const auto said = answer(env, say("Take it? [y] yes, [n] no, FIELD=TEXT to change it"));
      if (said.find('=') != std::string::npos) {
        edit_draft(env, intake.draft, said);
        continue;
      }
      if (is_yes(said)) chosen.push_back(intake);
      break;
    }
  }
  return chosen;
}

/// The drafts a person assents to. Throws Error{declined} where nobody does.
std::vector<service::Intake> confirm(const Drafts& drafts, Env& env) {
  if (env.options().assume_yes) return drafts.intakes;
  const auto& world = env.world();
  if (env.options().no_input || !world.in_is_terminal || !world.err_is_terminal) {
    throw Error(ErrorKind::declined, say("the drafts are not stored; -y stores them"));
  }
  if (!drafts.unread.empty()) {
    env.err() << say("Nothing was drafted from:") << '\n';
    for (const auto& sentence : drafts.unread) {
      constexpr std::size_t width = 76;
      env.err() << "  " << text::visible(text::cut(sentence, width)) << '\n';
    }
  }
  const auto said = answer(env, say("Store them? [y] all, [o] one by one, [n] none"));
  if (is_yes(said)) return drafts.intakes;
  if (said == "o" || said == "O" || said == "逐条") return choose_one_by_one(drafts, env);
  throw Error(ErrorKind::declined, say("nothing was written"));
}

void store_chosen(const std::vector<service::Intake>& chosen, Env& env) {
  service::BookChange change(env.db_to_write(false), env.origin());
  const auto results = service::store_drafts(change, env.resolver(), chosen, env.today());
  std::int64_t stored = 0;
  std::int64_t known = 0;
  std::int64_t left = 0;
  for (std::size_t at = 0; at < results.size(); ++at) {
    const auto& result = results[at];
    stored += result.end == service::IntakeEnd::stored ? 1 : 0;
    known += result.end == service::IntakeEnd::known ? 1 : 0;
    left += result.end == service::IntakeEnd::left ? 1 : 0;
    if (result.end != service::IntakeEnd::left) continue;
    const auto& fields = chosen[at].draft.fields;
    const auto name = fields.empty() ? "" : fields.front().text;
    for (const auto& problem : result.problems) {
      env.tell(text::visible(say("left: {} {}: {}",
                                 std::string(facts_of(chosen[at].draft.kind).identifier),
                                 name,
                                 problem.message)));
    }
  }
  if (stored > 0) change.commit();
  env.tell(
      say("Stored {} drafts; {} were in the book already, {} were left.", stored, known, left));
  if (left > 0) throw Error(ErrorKind::rows_refused, say("some drafts were left"));
}

void run_draft(const DraftOptions& options, Env& env) {
  if (!options.only.empty() && options.only != "stated") {
    throw Error(ErrorKind::usage,
                say("--only: write stated, not '{}'", text::visible(options.only)));
  }
  const auto drafts = read_drafts(options, env);
  const std::vector<present::Field<DraftRow>> fields = {
      {say("Draft"), "draft", {}, [](const DraftRow& row) { return row.draft; }},
      {say("Kind"), "kind", {}, [](const DraftRow& row) { return row.kind; }},
      {say("Field"), "field", {}, [](const DraftRow& row) { return row.field; }},
      {say("Text"), "text", {}, [](const DraftRow& row) { return row.text; }},
      {say("Grade"), "grade", {}, [](const DraftRow& row) { return row.grade; }},
      {say("Year"), "year", {}, [](const DraftRow& row) { return row.year; }},
      {say("File"), "file", {}, [](const DraftRow& row) { return row.file; }},
      {say("Line"), "line", present::Align::right, [](const DraftRow& row) { return row.line; }},
      {say("Words"), "words", {}, [](const DraftRow& row) { return row.words; }},
  };
  const bool for_people = prints_for_people(env);
  print(env,
        for_people ? short_table(drafts.rows) : present::make_table("drafts", fields, drafts.rows));
  if (drafts.intakes.empty() || (!for_people && !env.options().assume_yes)) return;
  const auto chosen = confirm(drafts, env);
  if (!chosen.empty()) store_chosen(chosen, env);
}

}  // namespace

RunCommand add_draft(CommandLine& line, Env& env, const Command& command) {
  auto options = std::make_shared<DraftOptions>();
  line.add_arguments("FILE", options->files, say("texts: txt, html or docx; - reads the input"));
  line.add_text(
      "--county", options->county, say("the county they are about, where they name none"));
  line.add_text("--encoding", options->encoding, say("of a text whose bytes do not tell it"));
  line.add_text("--only", options->only, say("stated: only what the words themselves say"));
  line.add_text("--source", options->source, say("where the texts come from, for the records"));
  add_output_options(line, env);
  return [options, &env, &command] {
    if (options->files.empty()) require_argument("", "FILE", command);
    run_draft(*options, env);
  };
}

}  // namespace leadbook::cli
