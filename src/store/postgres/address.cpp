#include "store/postgres/address.hpp"

#include <algorithm>
#include <memory>

#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"
#include "store/postgres/libpq.hpp"

namespace leadbook::store {
namespace {

[[noreturn]] void refuse(const std::string& message) { throw Error(ErrorKind::usage, message); }

[[noreturn]] void refuse_password() {
  refuse(
      say("the address holds a password, which everybody on this machine can read in the list of "
          "processes: put it into ~/.pgpass (a line HOST:PORT:DATABASE:USER:PASSWORD, mode 600) "
          "or into a service file, and leave it out here"));
}

bool is_digit(char symbol) { return symbol >= '0' && symbol <= '9'; }

void check_book(const std::string& book) {
  if (book.empty() || book == all_books) return;
  const bool number =
      book.size() <= 6 && book.front() != '0' && std::all_of(book.begin(), book.end(), is_digit);
  if (!number) {
    refuse(
        say("'{}' is no book of a server: a book is named by a number of up to six digits, as "
            "its county's division code, 230229; 'all' reads every one",
            text::visible(book)));
  }
}

/// "postgresql://user:secret@host/db": whether something stands between the user and the host. A
/// secret may hold a slash, so that all before the question mark is looked at.
bool has_password(std::string_view address) {
  const auto rest = address.substr(address.find("//") + 2);
  const auto named = rest.substr(0, rest.find('?'));
  const auto at = named.rfind('@');
  return at != std::string_view::npos && named.substr(0, at).find(':') != std::string_view::npos;
}

struct FreeOptions {
  void operator()(PQconninfoOption* options) const { libpq().free_options(options); }
};

}  // namespace

PostgresAddress parse_postgres_address(const Place& place) {
  if (has_password(place.db)) refuse_password();
  const auto question = place.db.find('?');
  PostgresAddress address{place.db.substr(0, question), "", ""};
  std::string kept;
  std::string_view rest = question == std::string::npos
                              ? std::string_view()
                              : std::string_view(place.db).substr(question + 1);
  while (!rest.empty()) {
    const auto end = std::min(rest.find('&'), rest.size());
    const auto part = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (part.starts_with("book=")) {
      address.book = part.substr(5);
    } else if (!part.empty()) {
      kept += (kept.empty() ? "?" : "&") + std::string(part);
    }
    if (part.starts_with("password=") || part.starts_with("sslpassword=")) refuse_password();
  }
  if (!place.book.empty()) address.book = place.book;
  check_book(address.book);
  address.shown = address.server + (address.book.empty() ? "" : "?book=" + address.book);
  address.server += kept;
  return address;
}

std::string schema_of(std::string_view book) { return "book_" + std::string(book); }

std::vector<ConnectionOption> connection_options(const PostgresAddress& address) {
  constexpr const char* encoding = "client_encoding";
  char* problem = nullptr;
  const std::unique_ptr<PQconninfoOption, FreeOptions> parsed(
      libpq().parse_options(address.server.c_str(), &problem));
  if (!parsed) {
    libpq().free_memory(problem);  // its words would not help a user
    refuse(say("'{}' is no address of a server: write postgresql://USER@HOST/DATABASE?book=NUMBER",
               text::visible(address.shown)));
  }
  std::vector<ConnectionOption> options = {{"fallback_application_name", "leadbook"},
                                           {"connect_timeout", "10"}};
  for (const auto* option = parsed.get(); option->keyword != nullptr; ++option) {
    const std::string name = option->keyword;
    if (option->val == nullptr || name == encoding) continue;
    if (name == "password" || name == "sslpassword") refuse_password();
    std::erase_if(options, [&](const ConnectionOption& given) { return given.name == name; });
    options.push_back({name, option->val});
  }
  // The book's text is UTF-8, whatever the address and the environment say.
  options.push_back({encoding, "UTF8"});
  return options;
}

}  // namespace leadbook::store
