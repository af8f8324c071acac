// Every command of the program, one line each, by the file that holds it.
#pragma once

#include "cli/frame/command.hpp"
#include "cli/frame/output.hpp"
#include "cli/frame/shared_options.hpp"

namespace leadbook::cli {

RunCommand add_bulletin(CommandLine& line, Env& env, const Command& command);
RunCommand add_board(CommandLine& line, Env& env, const Command& command);
RunCommand add_book_backup(CommandLine& line, Env& env, const Command& command);
RunCommand add_book_check(CommandLine& line, Env& env, const Command& command);
RunCommand add_book_edit(CommandLine& line, Env& env, const Command& command);
RunCommand add_book_info(CommandLine& line, Env& env, const Command& command);
RunCommand add_book_init(CommandLine& line, Env& env, const Command& command);
RunCommand add_book_copy(CommandLine& line, Env& env, const Command& command);
RunCommand add_book_restore(CommandLine& line, Env& env, const Command& command);
RunCommand add_book_list(CommandLine& line, Env& env, const Command& command);
RunCommand add_book_merge(CommandLine& line, Env& env, const Command& command);
RunCommand add_book_review(CommandLine& line, Env& env, const Command& command);
RunCommand add_book_upgrade(CommandLine& line, Env& env, const Command& command);
RunCommand add_record_merge(CommandLine& line, Env& env, const Command& command);
RunCommand add_completion(CommandLine& line, Env& env, const Command& command);
RunCommand add_config_list(CommandLine& line, Env& env, const Command& command);
RunCommand add_contact_erase(CommandLine& line, Env& env, const Command& command);
RunCommand add_credit_ledger(CommandLine& line, Env& env, const Command& command);
RunCommand add_credit_register(CommandLine& line, Env& env, const Command& command);
RunCommand add_delegation_report(CommandLine& line, Env& env, const Command& command);
RunCommand add_figure_check(CommandLine& line, Env& env, const Command& command);
RunCommand add_funnel(CommandLine& line, Env& env, const Command& command);
RunCommand add_help(CommandLine& line, Env& env, const Command& command);
RunCommand add_history(CommandLine& line, Env& env, const Command& command);
RunCommand add_due(CommandLine& line, Env& env, const Command& command);
RunCommand add_export(CommandLine& line, Env& env, const Command& command);
RunCommand add_import(CommandLine& line, Env& env, const Command& command);
RunCommand add_import_template(CommandLine& line, Env& env, const Command& command);
RunCommand add_kept(CommandLine& line, Env& env, const Command& command);
RunCommand add_next(CommandLine& line, Env& env, const Command& command);
RunCommand add_project_move(CommandLine& line, Env& env, const Command& command);
RunCommand add_promise(CommandLine& line, Env& env, const Command& command);
RunCommand add_rank_county(CommandLine& line, Env& env, const Command& command);
RunCommand add_rate_import(CommandLine& line, Env& env, const Command& command);
RunCommand add_record_add(CommandLine& line, Env& env, const Command& command);
RunCommand add_record_edit(CommandLine& line, Env& env, const Command& command);
RunCommand add_record_list(CommandLine& line, Env& env, const Command& command);
RunCommand add_record_remove(CommandLine& line, Env& env, const Command& command);
RunCommand add_record_show(CommandLine& line, Env& env, const Command& command);
RunCommand add_redo(CommandLine& line, Env& env, const Command& command);
RunCommand add_report_run(CommandLine& line, Env& env, const Command& command);
RunCommand add_report_save(CommandLine& line, Env& env, const Command& command);
RunCommand add_draft(CommandLine& line, Env& env, const Command& command);
RunCommand add_search(CommandLine& line, Env& env, const Command& command);
RunCommand add_show(CommandLine& line, Env& env, const Command& command);
RunCommand add_signing_amend(CommandLine& line, Env& env, const Command& command);
RunCommand add_sql(CommandLine& line, Env& env, const Command& command);
RunCommand add_target_progress(CommandLine& line, Env& env, const Command& command);
RunCommand add_target_set(CommandLine& line, Env& env, const Command& command);
RunCommand add_task_close(CommandLine& line, Env& env, const Command& command);
RunCommand add_totals(CommandLine& line, Env& env, const Command& command);
RunCommand add_trip(CommandLine& line, Env& env, const Command& command);
RunCommand add_undo(CommandLine& line, Env& env, const Command& command);
RunCommand add_config_get(CommandLine& line, Env& env, const Command& command);
RunCommand add_config_set(CommandLine& line, Env& env, const Command& command);
RunCommand add_config_unset(CommandLine& line, Env& env, const Command& command);
RunCommand add_log(CommandLine& line, Env& env, const Command& command);
RunCommand add_use(CommandLine& line, Env& env, const Command& command);

}  // namespace leadbook::cli
