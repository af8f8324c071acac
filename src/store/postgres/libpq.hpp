// The PostgreSQL client library, loaded when it is first needed: a book in a file starts without.
#pragma once

#include <libpq-fe.h>

namespace leadbook::store {

/// The functions used of the library.
struct Libpq {
  decltype(&PQclear) clear;
  decltype(&PQcmdStatus) command_status;
  decltype(&PQconnectdbParams) connect;
  decltype(&PQconnectionNeedsPassword) needs_password;
  decltype(&PQconnectPoll) poll_connect;
  decltype(&PQconnectStartParams) start_connect;
  decltype(&PQconninfoFree) free_options;
  decltype(&PQconninfoParse) parse_options;
  decltype(&PQerrorMessage) message;
  decltype(&PQexec) run;
  decltype(&PQfinish) finish;
  decltype(&PQfreemem) free_memory;
  decltype(&PQfname) column_name;
  decltype(&PQftype) column_type;
  decltype(&PQgetisnull) is_null;
  decltype(&PQgetlength) length;
  decltype(&PQgetResult) next_result;
  decltype(&PQgetvalue) value;
  decltype(&PQnfields) columns;
  decltype(&PQntuples) rows;
  decltype(&PQparameterStatus) parameter;
  decltype(&PQprepare) prepare;
  decltype(&PQputCopyData) put_copy_data;
  decltype(&PQputCopyEnd) end_copy;
  decltype(&PQresultErrorField) error_field;
  decltype(&PQresultStatus) result_status;
  decltype(&PQsendQueryParams) send;
  decltype(&PQsendQueryPrepared) send_prepared;
  decltype(&PQsetErrorVerbosity) set_verbosity;
  decltype(&PQsetNoticeReceiver) set_notice_receiver;
  decltype(&PQsetSingleRowMode) row_by_row;
  decltype(&PQsocket) socket;
  decltype(&PQstatus) status;
};

/// Throws Error{failed} that names the package where the library is not installed.
const Libpq& libpq();

/// The functions of the library with this file name; throws as above.
Libpq load_libpq(const char* file);

}  // namespace leadbook::store
