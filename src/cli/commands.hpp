// Every command of the program, one line each, by the file that holds it.
#pragma once

#include "cli/command.hpp"

namespace leadbook::cli {

RunCommand add_board(CLI::App& app, Env& env, const Command& command);
RunCommand add_book_check(CLI::App& app, Env& env, const Command& command);
RunCommand add_book_edit(CLI::App& app, Env& env, const Command& command);
RunCommand add_book_info(CLI::App& app, Env& env, const Command& command);
RunCommand add_book_init(CLI::App& app, Env& env, const Command& command);
RunCommand add_book_copy(CLI::App& app, Env& env, const Command& command);
RunCommand add_book_list(CLI::App& app, Env& env, const Command& command);
RunCommand add_book_merge(CLI::App& app, Env& env, const Command& command);
RunCommand add_company_merge(CLI::App& app, Env& env, const Command& command);
RunCommand add_config_list(CLI::App& app, Env& env, const Command& command);
RunCommand add_credit_ledger(CLI::App& app, Env& env, const Command& command);
RunCommand add_credit_register(CLI::App& app, Env& env, const Command& command);
RunCommand add_delegation_report(CLI::App& app, Env& env, const Command& command);
RunCommand add_figure_check(CLI::App& app, Env& env, const Command& command);
RunCommand add_funnel(CLI::App& app, Env& env, const Command& command);
RunCommand add_help(CLI::App& app, Env& env, const Command& command);
RunCommand add_history(CLI::App& app, Env& env, const Command& command);
RunCommand add_export(CLI::App& app, Env& env, const Command& command);
RunCommand add_import(CLI::App& app, Env& env, const Command& command);
RunCommand add_import_template(CLI::App& app, Env& env, const Command& command);
RunCommand add_project_move(CLI::App& app, Env& env, const Command& command);
RunCommand add_rank_county(CLI::App& app, Env& env, const Command& command);
RunCommand add_rate_import(CLI::App& app, Env& env, const Command& command);
RunCommand add_record_add(CLI::App& app, Env& env, const Command& command);
RunCommand add_record_edit(CLI::App& app, Env& env, const Command& command);
RunCommand add_record_list(CLI::App& app, Env& env, const Command& command);
RunCommand add_record_remove(CLI::App& app, Env& env, const Command& command);
RunCommand add_record_show(CLI::App& app, Env& env, const Command& command);
RunCommand add_redo(CLI::App& app, Env& env, const Command& command);
RunCommand add_report_run(CLI::App& app, Env& env, const Command& command);
RunCommand add_report_save(CLI::App& app, Env& env, const Command& command);
RunCommand add_search(CLI::App& app, Env& env, const Command& command);
RunCommand add_show(CLI::App& app, Env& env, const Command& command);
RunCommand add_signing_amend(CLI::App& app, Env& env, const Command& command);
RunCommand add_sql(CLI::App& app, Env& env, const Command& command);
RunCommand add_target_progress(CLI::App& app, Env& env, const Command& command);
RunCommand add_target_set(CLI::App& app, Env& env, const Command& command);
RunCommand add_task_close(CLI::App& app, Env& env, const Command& command);
RunCommand add_totals(CLI::App& app, Env& env, const Command& command);
RunCommand add_undo(CLI::App& app, Env& env, const Command& command);

}  // namespace leadbook::cli
