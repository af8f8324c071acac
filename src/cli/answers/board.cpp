// board: the wall chart of signed projects that are not finished.
#include "leadbook/service/standing/board.hpp"

#include "cli/answers/board_table.hpp"
#include "cli/frame/commands.hpp"
#include "cli/totals/query.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

struct BoardOptions {
  std::string county;
  std::string leader;
  std::string light;
  std::string by = "list";
  std::string at;
  std::string zones;
};

/// Keeps the projects with this light; "none" for those without one.
void keep_light(service::Board& board, const std::string& text) {
  if (text.empty()) return;
  std::optional<Light> wanted;
  if (text != "none" && text != "无") {
    const auto light = parse_word<Light>(text, N_("light"));
    if (!light) throw Error(ErrorKind::usage, "--light: " + light.problem().message);
    wanted = *light;
  }
  std::erase_if(board.entries,
                [&](const service::BoardEntry& entry) { return entry.standing.light != wanted; });
}

bool wants_lanes(const std::string& by) {
  if (by == "stage" || by == "阶段") return true;
  if (by == "list" || by == "列表") return false;
  throw Error(ErrorKind::usage, say("--by: a wall chart is by stage or a list, not by '{}'", by));
}

/// Whether the rows or columns were chosen, so that one table is wanted.
bool is_chosen(const OutputOptions& output) {
  return !output.columns.empty() || !output.sort.empty() || !output.limit.empty();
}

/// The columns for people: where the terminal is wide, the county and what comes next as well.
std::string chosen_columns(std::size_t width) {
  constexpr std::size_t wide = 110;
  if (width > 0 && width < wide) {
    return "light,id,title,group,leader,days_in_stage,next_on,days_left,open_obstacles";
  }
  return "light,id,title,county,group,leader,days_in_stage,next_stage,next_on,days_left,"
         "points_behind,open_obstacles";
}

std::vector<std::string> notes_of(const service::Board& board, Zones zones) {
  auto notes = board.notes;
  if (zones == Zones::host) notes.push_back(zones_note());
  for (const auto& [label, text] : board_definitions(board)) {
    notes.push_back(say("{}: {}", label, text));
  }
  return notes;
}

std::string board_title(Env& env) {
  return say("{}: wall chart of projects (as at {})", area_of(env), format_day(env.day()));
}

void print_board(const service::Board& board, bool lanes, Zones zones, Env& env) {
  store::Names names(env.db());
  std::vector<Reference> counties;
  for (const auto& entry : board.entries) {
    counties.push_back({Kind::county, entry.project.county.number});
  }
  names.expect(counties);
  const auto today = env.day();
  const bool for_people = prints_for_people(env) && !board.entries.empty();
  if (for_people && !lanes && !is_chosen(env.output())) {
    print(env, board_card(board, names, today));
    return;
  }
  if (for_people && !lanes && env.output().columns.empty()) {
    env.output().columns = chosen_columns(style_of(env).width);
  }
  // Where notes have no place, what could not be compared must be told all the same.
  if (!for_people) env.tell_notes(board.notes);
  auto table = lanes && for_people ? board_lanes(board, names, today)
                                   : board_table(board.entries, names, today);
  table.title = board_title(env);
  table.notes = notes_of(board, zones);
  print(env, std::move(table));
}

void run_board(const BoardOptions& options, Env& env) {
  const bool lanes = wants_lanes(options.by);
  read_at(env, options.at);
  auto& db = env.db();
  const auto zones = read_zones(env, options.zones);
  service::BoardQuery query{{}, options.leader, env.today(), env.options().at, zones};
  if (!options.county.empty()) {
    query.county = {env.resolver().resolve(Kind::county, options.county)};
  }
  auto board = service::board(db, query);
  keep_light(board, options.light);
  env.tell_notes(env.book().resolver_notes());
  print_board(board, lanes, zones, env);
}

}  // namespace

RunCommand add_board(CommandLine& line, Env& env, const Command&) {
  auto options = std::make_shared<BoardOptions>();
  line.add_text("--county", options->county, say("only those of this county"));
  line.add_text("--leader", options->leader, say("only those of this leader"));
  line.add_text(
      "--light", options->light, say("only this light: red, yellow, green, waived, none"));
  line.add_text("--by", options->by, say("list, or stage for the groups side by side"));
  add_zones_option(line, options->zones);
  add_at_option(line, options->at);
  add_as_of_option(line, env);
  add_output_options(line, env);
  return [options, &env] { run_board(*options, env); };
}

}  // namespace leadbook::cli
