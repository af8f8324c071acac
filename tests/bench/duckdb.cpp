// Answers a statement on a DuckDB file by its own library, as its shell would, and prints the rows.
//   duckdb LIBRARY FILE STATEMENT
#include <dlfcn.h>

#include <cstdint>
#include <cstdio>

namespace {

struct Result {
  std::uint64_t count, rows, changed;
  void *columns, *message, *internal;
};

template <class Function>
Function find(void* library, const char* name) {
  return reinterpret_cast<Function>(dlsym(library, name));
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 4) return 2;
  void* library = dlopen(arguments[1], RTLD_NOW);
  if (library == nullptr) {
    std::fprintf(stderr, "%s\n", dlerror());
    return 1;
  }
  const auto open = find<int (*)(const char*, void**)>(library, "duckdb_open");
  const auto connect = find<int (*)(void*, void**)>(library, "duckdb_connect");
  const auto query = find<int (*)(void*, const char*, Result*)>(library, "duckdb_query");
  const auto error = find<const char* (*)(Result*)>(library, "duckdb_result_error");
  const auto columns = find<std::uint64_t (*)(Result*)>(library, "duckdb_column_count");
  const auto rows = find<std::uint64_t (*)(Result*)>(library, "duckdb_row_count");
  const auto value =
      find<char* (*)(Result*, std::uint64_t, std::uint64_t)>(library, "duckdb_value_varchar");
  void* database = nullptr;
  void* connection = nullptr;
  Result result{};
  if (open(arguments[2], &database) != 0 || connect(database, &connection) != 0) return 1;
  if (query(connection, arguments[3], &result) != 0) {
    std::fprintf(stderr, "%s\n", error(&result));
    return 1;
  }
  for (std::uint64_t row = 0; row < rows(&result); ++row) {
    for (std::uint64_t column = 0; column < columns(&result); ++column) {
      const auto* text = value(&result, column, row);
      std::printf("%s%s", column == 0 ? "" : "|", text == nullptr ? "" : text);
    }
    std::printf("\n");
  }
  find<void (*)(void**)>(library, "duckdb_disconnect")(&connection);
  find<void (*)(void**)>(library, "duckdb_close")(&database);
}
