#include "cli/commands.hpp"

#include "leadbook/text/translate.hpp"

namespace leadbook::cli {

const std::vector<Command>& commands() {
  static const std::vector<Command> table = {
      {"new", "", N_("Add a project (project add)"), add_record_add, Kind::project},
      {"log", "", N_("Log a negotiation (negotiation add)"), add_record_add, Kind::negotiation},
      {"sign", "", N_("Record a signing (signing add)"), add_record_add, Kind::signing},
      {"show", "", N_("Show a record of any kind"), add_show},
      {"totals", "", N_("Totals by county over a period"), add_totals},

      {"project", "add", N_("Add a project"), add_record_add, Kind::project},
      {"project", "list", N_("List projects"), add_record_list, Kind::project},
      {"project", "show", N_("Show a project"), add_record_show, Kind::project},
      {"project", "edit", N_("Change a project"), add_record_edit, Kind::project},
      {"project", "move", N_("Move a project to another stage"), add_project_move, Kind::project},
      {"project", "remove", N_("Remove a project"), add_record_remove, Kind::project},

      {"delegation", "add", N_("Add a delegation"), add_record_add, Kind::delegation},
      {"delegation", "list", N_("List delegations"), add_record_list, Kind::delegation},
      {"delegation", "show", N_("Show a delegation"), add_record_show, Kind::delegation},
      {"delegation", "edit", N_("Change a delegation"), add_record_edit, Kind::delegation},
      {"delegation", "report", N_("File a trip report"), add_delegation_report, Kind::delegation},
      {"delegation", "remove", N_("Remove a delegation"), add_record_remove, Kind::delegation},

      {"negotiation", "add", N_("Add a negotiation"), add_record_add, Kind::negotiation},
      {"negotiation", "list", N_("List negotiations"), add_record_list, Kind::negotiation},
      {"negotiation", "show", N_("Show a negotiation"), add_record_show, Kind::negotiation},
      {"negotiation", "edit", N_("Change a negotiation"), add_record_edit, Kind::negotiation},
      {"negotiation", "remove", N_("Remove a negotiation"), add_record_remove, Kind::negotiation},

      {"signing", "add", N_("Add a signing"), add_record_add, Kind::signing},
      {"signing", "list", N_("List signings"), add_record_list, Kind::signing},
      {"signing", "show", N_("Show a signing"), add_record_show, Kind::signing},
      {"signing", "edit", N_("Change a signing"), add_record_edit, Kind::signing},
      {"signing", "amend", N_("Add a supplement to a signing"), add_signing_amend, Kind::signing},
      {"signing", "remove", N_("Remove a signing"), add_record_remove, Kind::signing},

      {"company", "add", N_("Add a company"), add_record_add, Kind::company},
      {"company", "list", N_("List companies"), add_record_list, Kind::company},
      {"company", "show", N_("Show a company"), add_record_show, Kind::company},
      {"company", "edit", N_("Change a company"), add_record_edit, Kind::company},
      {"company",
       "merge",
       N_("Make two entries of one company one"),
       add_company_merge,
       Kind::company},
      {"company", "remove", N_("Remove a company"), add_record_remove, Kind::company},

      {"county", "add", N_("Add a county, zone or park"), add_record_add, Kind::county},
      {"county", "list", N_("List the book's counties"), add_record_list, Kind::county},
      {"county", "show", N_("Show a county"), add_record_show, Kind::county},
      {"county", "edit", N_("Change a county"), add_record_edit, Kind::county},
      {"county", "remove", N_("Remove a county"), add_record_remove, Kind::county},

      {"event", "add", N_("Add an event"), add_record_add, Kind::event},
      {"event", "list", N_("List events"), add_record_list, Kind::event},
      {"event", "show", N_("Show an event"), add_record_show, Kind::event},
      {"event", "edit", N_("Change an event"), add_record_edit, Kind::event},
      {"event", "remove", N_("Remove an event"), add_record_remove, Kind::event},

      {"station", "add", N_("Add a station"), add_record_add, Kind::station},
      {"station", "list", N_("List stations"), add_record_list, Kind::station},
      {"station", "show", N_("Show a station"), add_record_show, Kind::station},
      {"station", "edit", N_("Change a station"), add_record_edit, Kind::station},
      {"station", "remove", N_("Remove a station"), add_record_remove, Kind::station},

      {"task", "add", N_("Add a task"), add_record_add, Kind::task},
      {"task", "list", N_("List tasks"), add_record_list, Kind::task},
      {"task", "show", N_("Show a task"), add_record_show, Kind::task},
      {"task", "edit", N_("Change a task"), add_record_edit, Kind::task},
      {"task", "remove", N_("Remove a task"), add_record_remove, Kind::task},

      {"figure", "add", N_("Add a printed figure"), add_record_add, Kind::figure},
      {"figure", "list", N_("List printed figures"), add_record_list, Kind::figure},
      {"figure", "show", N_("Show a printed figure"), add_record_show, Kind::figure},
      {"figure", "edit", N_("Change a printed figure"), add_record_edit, Kind::figure},
      {"figure", "remove", N_("Remove a printed figure"), add_record_remove, Kind::figure},

      {"rate", "add", N_("Add an exchange rate"), add_record_add, Kind::rate},
      {"rate", "list", N_("List exchange rates"), add_record_list, Kind::rate},
      {"rate", "edit", N_("Change an exchange rate"), add_record_edit, Kind::rate},
      {"rate", "import", N_("Import a central bank's rates"), add_rate_import, Kind::rate},
      {"rate", "remove", N_("Remove an exchange rate"), add_record_remove, Kind::rate},

      {"map", "add", N_("Keep how an office's columns are to be taken"), add_record_add, Kind::map},
      {"map", "list", N_("List column maps"), add_record_list, Kind::map},
      {"map", "show", N_("Show a column map"), add_record_show, Kind::map},
      {"map", "edit", N_("Change a column map"), add_record_edit, Kind::map},
      {"map", "remove", N_("Remove a column map"), add_record_remove, Kind::map},

      {"import", "", N_("Import records from a sheet, CSV or JSON"), add_import},
      {"import", "template", N_("A workbook to fill in and import"), add_import_template},
      {"import", "list", N_("List what was imported"), add_record_list, Kind::import},
      {"import", "show", N_("Show an import"), add_record_show, Kind::import},
      {"export", "", N_("Export records in any format"), add_export},
      {"history", "", N_("Who changed what, when and how"), add_history},
      {"undo", "", N_("Reverse a command"), add_undo},
      {"redo", "", N_("Take an undo back"), add_redo},

      {"book", "init", N_("Make a book with a city's counties"), add_book_init, Kind::book},
      {"book", "info", N_("What the book holds"), add_book_info, Kind::book},
      {"book", "list", N_("The books of a server"), add_book_list, Kind::book},
      {"book", "copy", N_("Copy a whole book to another place"), add_book_copy, Kind::book},
      {"book", "merge", N_("Bring a copy back into its book"), add_book_merge, Kind::book},
      {"book", "edit", N_("Change the book's settings"), add_book_edit, Kind::book},
      {"book", "check", N_("Prove the book whole"), add_book_check, Kind::book},
      {"config", "list", N_("The settings in force and where they come from"), add_config_list},
      {"help", "", N_("Help on a command or a topic"), add_help},
  };
  return table;
}

}  // namespace leadbook::cli
