// bulletin weekly|monthly|quarterly|yearly: what is handed to the leader, from the book.
#include "leadbook/service/bulletin/bulletin.hpp"

#include "cli/frame/commands.hpp"
#include "cli/frame/output.hpp"
#include "cli/frame/shared_options.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/domain/standing/dimension.hpp"
#include "leadbook/present/bulletin/bulletin.hpp"
#include "leadbook/text/read_file.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

using present::BulletinForm;

struct BulletinOptions {
  std::string period;
  std::string county;
  std::string at;
  std::string remarks;
  std::string sender;
};

Dimension span_of_kind(BulletinKind kind) {
  switch (kind) {
    case BulletinKind::weekly:
      return Dimension::week;
    case BulletinKind::monthly:
      return Dimension::month;
    case BulletinKind::quarterly:
      return Dimension::quarter;
    case BulletinKind::yearly:
      return Dimension::year;
  }
  return Dimension::month;
}

/// Throws Error{usage} for a span that is none of the kind's: "2020Q2" of a month.
Period read_bulletin_period(BulletinKind kind, const std::string& text, Day day) {
  if (text.empty()) return service::last_period(kind, day);
  const auto period = parse_period(text, day);
  if (!period) throw Error(ErrorKind::usage, "--period: " + period.problem().message);
  const auto whole = span_holding(span_of_kind(kind), period->first);
  if (period->last > whole.last || period->first != whole.first) {
    throw Error(ErrorKind::usage,
                say("--period: {0} is not what a {1} bulletin is about; it would be {2}",
                    format_period(*period),
                    text::fold(name_of(kind)),
                    format_period(whole)));
  }
  if (whole.first > day) {
    throw Error(ErrorKind::usage, say("--period: {} is yet to come", format_period(whole)));
  }
  return whole;
}

std::string read_remarks(const std::string& path) {
  if (path.empty()) return "";
  auto text = text::read_file(path);
  if (!text) {
    throw Error(ErrorKind::failed, say("the file {} cannot be read", text::visible(path)));
  }
  if (const auto bad = text::first_bad_byte(*text)) {
    throw Error(ErrorKind::usage,
                say("--remarks: {} is not clean UTF-8 text", text::visible(path)));
  }
  return *text;
}

BulletinForm read_form(Env& env) {
  const auto& output = env.output();
  if (output.json) return BulletinForm::json;
  if (!output.format.empty())
    return value_or_throw(parse_word<BulletinForm>(output.format, N_("format")));
  if (output.file.empty()) return BulletinForm::text;
  if (const auto form = present::bulletin_form_of_file(output.file)) return *form;
  throw Error(ErrorKind::usage,
              say("-o: a bulletin is written as txt, md, json, html, docx, xlsx or svg: {}",
                  text::visible(output.file)));
}

void run_bulletin(const BulletinOptions& options, BulletinKind kind, Env& env) {
  const auto form = read_form(env);
  const bool is_packed = form == BulletinForm::docx || form == BulletinForm::xlsx;
  if (is_packed && env.output().file.empty()) {
    throw Error(ErrorKind::usage,
                say("a document is nothing to read on a terminal: name a file with -o"));
  }
  read_at(env, options.at);
  service::BulletinQuery query;
  query.kind = kind;
  query.today = env.today();
  query.at = env.options().at;
  query.period = read_bulletin_period(kind, options.period, env.day());
  if (!options.county.empty()) {
    query.county = {env.resolver().resolve(Kind::county, options.county)};
    env.tell_notes(env.resolver().take_notes());
  }
  query.remarks = read_remarks(options.remarks);
  query.sender = options.sender;
  const auto bulletin = service::make_bulletin(env.db(), query);
  // Not the form of a listing: the style is that of text for what a terminal shows.
  auto style = style_of(env);
  env.book().end_reading();
  const auto write = [&](std::ostream& out) { present::render(out, bulletin, form, style); };
  if (env.output().file.empty()) return write(env.out());
  write_named_file(env, env.output().file, write);
}

}  // namespace

RunCommand add_bulletin(CommandLine& line, Env& env, const Command& command) {
  auto options = std::make_shared<BulletinOptions>();
  line.add_text("--period",
                options->period,
                say("the week, month, quarter or year; the last that is over where none is named"));
  line.add_text("--county", options->county, say("only this county"));
  add_at_option(line, options->at);
  line.add_text(
      "--remarks", options->remarks, say("a file with the office's own words, a paragraph a line"));
  line.add_text("--sender", options->sender, say("who signs, with the date below"));
  add_as_of_option(line, env);
  add_form_options(line, env, say("text, md, json, html, docx, xlsx or svg"));
  const auto kind = value_or_throw(parse_word<BulletinKind>(command.verb, ""));
  return [options, kind, &env] { run_bulletin(*options, kind, env); };
}

}  // namespace leadbook::cli
