#include "store/postgres/libpq.hpp"

#include <dlfcn.h>

#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::store {
namespace {

void* open_library(const char* file) {
  if (auto* library = ::dlopen(file, RTLD_NOW | RTLD_LOCAL)) return library;
  throw Error(ErrorKind::failed,
              say("a book on a server needs the PostgreSQL client library, which is not installed: "
                  "'apt install libpq5'"));
}

template <class Function>
void find(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(::dlsym(library, name));
  if (function == nullptr) {
    throw Error(ErrorKind::failed,
                say("the PostgreSQL client library on this machine is too old: 'apt install "
                    "libpq5' brings a newer one"));
  }
}

}  // namespace

Libpq load_libpq(const char* file) {
  auto* library = open_library(file);
  Libpq table{};
  find(library, "PQclear", table.clear);
  find(library, "PQcmdStatus", table.command_status);
  find(library, "PQconnectdbParams", table.connect);
  find(library, "PQconnectionNeedsPassword", table.needs_password);
  find(library, "PQconnectPoll", table.poll_connect);
  find(library, "PQconnectStartParams", table.start_connect);
  find(library, "PQconninfoFree", table.free_options);
  find(library, "PQconninfoParse", table.parse_options);
  find(library, "PQerrorMessage", table.message);
  find(library, "PQexec", table.run);
  find(library, "PQfinish", table.finish);
  find(library, "PQfreemem", table.free_memory);
  find(library, "PQfname", table.column_name);
  find(library, "PQftype", table.column_type);
  find(library, "PQgetisnull", table.is_null);
  find(library, "PQgetlength", table.length);
  find(library, "PQgetResult", table.next_result);
  find(library, "PQgetvalue", table.value);
  find(library, "PQnfields", table.columns);
  find(library, "PQntuples", table.rows);
  find(library, "PQparameterStatus", table.parameter);
  find(library, "PQprepare", table.prepare);
  find(library, "PQputCopyData", table.put_copy_data);
  find(library, "PQputCopyEnd", table.end_copy);
  find(library, "PQresultErrorField", table.error_field);
  find(library, "PQresultStatus", table.result_status);
  find(library, "PQsendQueryParams", table.send);
  find(library, "PQsendQueryPrepared", table.send_prepared);
  find(library, "PQsetErrorVerbosity", table.set_verbosity);
  find(library, "PQsetNoticeReceiver", table.set_notice_receiver);
  find(library, "PQsetSingleRowMode", table.row_by_row);
  find(library, "PQsocket", table.socket);
  find(library, "PQstatus", table.status);
  return table;
}

const Libpq& libpq() {
  static const Libpq table = load_libpq("libpq.so.5");
  return table;
}

}  // namespace leadbook::store
