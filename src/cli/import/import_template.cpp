// import template: a workbook with the columns of a kind, to be filled in and imported.
#include "cli/frame/commands.hpp"
#include "cli/import/template_columns.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

void run_import_template(const std::string& text, Env& env, const Command& command) {
  require_argument(text, "KIND", command);
  require_argument(env.output().file, "-o FILE", command);
  const auto kind = value_or_throw(parse_word<Kind>(text, N_("kind of record")));
  if (kind == Kind::book || kind == Kind::import) {
    throw Error(ErrorKind::usage, say("records of this kind are not imported"));
  }
  if (present::format_of_file(env.output().file) != present::Format::xlsx) {
    throw Error(ErrorKind::usage, say("a template is a workbook: end the file's name in .xlsx"));
  }
  const auto columns = template_columns(env, kind);
  write_output(env, [&](std::ostream& out) {
    present::write_template(out, std::string(name_of(kind)), columns);
  });
}

}  // namespace

RunCommand add_import_template(CommandLine& line, Env& env, const Command& command) {
  auto kind = std::make_shared<std::string>();
  line.add_argument("KIND", *kind, say("what each row is: company, project, signing ..."));
  line.add_text("-o,--output", env.output().file, say("the workbook to write, FILE.xlsx"));
  return [kind, &env, &command] { run_import_template(*kind, env, command); };
}

}  // namespace leadbook::cli
