#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <string>
#include <thread>

#include "catch.hpp"
#include "scratch_book.hpp"
#include "server_world.hpp"
#include "store/postgres/address.hpp"

namespace {

using namespace leadbook;
using server::Answer;
using server::Texts;

const Texts listing = {"company", "list", "-F", "csv", "--columns", "name"};

/// A variable of the environment, which the client library reads by itself, for one test.
class Variable {
 public:
  Variable(const char* name, const std::string& value) : name_(name) {
    if (const char* before = std::getenv(name)) before_ = before;
    ::setenv(name, value.c_str(), 1);
  }
  ~Variable() {
    if (before_) {
      ::setenv(name_, before_->c_str(), 1);
    } else {
      ::unsetenv(name_);
    }
  }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

 private:
  const char* name_;
  std::optional<std::string> before_;
};

/// A book with a company, and an account the server asks for its password.
struct Guarded {
  Guarded() {
    database.make_book();
    REQUIRE(runner::run(database.address(), {"company", "add", "Alpha Foods"}).code == 0);
    account = database.add_account("official", {"1_writer", "asked"});
    database.session().run("ALTER ROLE " + account + " PASSWORD 'Right: 1'");
  }

  std::string address() const { return database.address("1", account); }

  /// A file only its owner may read.
  std::string write_file(const std::string& name, const std::string& text) const {
    const auto file = folder.path / name;
    std::ofstream(file) << text;
    ::chmod(file.c_str(), 0600);
    return file.string();
  }

  /// A file of passwords with one for the account, a colon in it as such files want it.
  std::string write_passwords(const std::string& password) const {
    return write_file("pgpass", "*:*:" + database.name + ":" + account + ":" + password + "\n");
  }

  Answer refused_without() const {
    return {1,
            "",
            "leadbook: " + database.shown("1", account) +
                " wants a password: put it into ~/.pgpass, as HOST:PORT:DATABASE:USER:PASSWORD "
                "(mode 600), or into a service file\n"};
  }

  server::Database database;
  scratch::Folder folder;
  std::string account;
};

const Answer listed = {0, "name\nAlpha Foods\n", ""};

/// A port where whoever asks for TLS is told that there is none.
class ServerWithoutTls {
 public:
  ServerWithoutTls() : listener_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof(address);
    auto* any = reinterpret_cast<sockaddr*>(&address);
    REQUIRE(::bind(listener_, any, length) == 0);
    REQUIRE(::listen(listener_, 4) == 0);
    REQUIRE(::getsockname(listener_, any, &length) == 0);
    port = std::to_string(ntohs(address.sin_port));
    answerer_ = std::thread([this] { answer_all(); });
  }
  ~ServerWithoutTls() {
    ::shutdown(listener_, SHUT_RDWR);
    answerer_.join();
    ::close(listener_);
  }
  ServerWithoutTls(const ServerWithoutTls&) = delete;
  ServerWithoutTls& operator=(const ServerWithoutTls&) = delete;

  std::string port;

 private:
  void answer_all() const {
    for (int client = accept_one(); client >= 0; client = accept_one()) {
      std::array<char, 64> buffer{};
      const bool asked = ::read(client, buffer.data(), buffer.size()) > 0;
      if (asked && ::send(client, "N", 1, MSG_NOSIGNAL) == 1) {
        while (::read(client, buffer.data(), buffer.size()) > 0) continue;
      }
      ::close(client);
    }
  }
  int accept_one() const { return ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC); }

  int listener_;
  std::thread answerer_;
};

/// The value of a connection option; "" where it is not given.
std::string option_of(const std::string& address, const std::string& name) {
  for (const auto& option :
       store::connection_options(store::parse_postgres_address({address, ""}))) {
    if (option.name == name) return option.value;
  }
  return "";
}

}  // namespace

TEST_CASE("a password is taken from the file of passwords") {
  if (server::lacks_server()) return;
  const Guarded guarded;
  const Variable file("PGPASSFILE", guarded.write_passwords("Right\\: 1"));
  CHECK(runner::run(guarded.address(), listing) == listed);
}

TEST_CASE("a password is taken from the home folder") {
  if (server::lacks_server()) return;
  const Guarded guarded;
  const auto line = "*:*:*:" + guarded.account + ":Right\\: 1\n";
  guarded.write_file(".pgpass", line);
  const Variable home("HOME", guarded.folder.path.string());
  CHECK(runner::run(guarded.address(), listing) == listed);
}

TEST_CASE("a wrong password and none are told apart, without the password") {
  if (server::lacks_server()) return;
  const Guarded guarded;
  {
    const Variable file("PGPASSFILE", guarded.write_passwords("Wrong9"));
    CHECK(runner::run(guarded.address(), listing) ==
          Answer{1,
                 "",
                 "leadbook: " + guarded.database.shown("1", guarded.account) +
                     " refused the account or its password: mend the line in ~/.pgpass\n"});
  }
  const Variable nowhere("PGPASSFILE", guarded.folder.path.string() + "/none");
  CHECK(runner::run(guarded.address(), listing) == guarded.refused_without());
}

TEST_CASE("a service file names the server and may hold the password") {
  if (server::lacks_server()) return;
  const Guarded guarded;
  const auto city = "[city]\nhost=" + server::folder() + "\ndbname=" + guarded.database.name +
                    "\nuser=" + guarded.account + "\n";
  const Variable nowhere("PGPASSFILE", guarded.folder.path.string() + "/none");
  const std::string address = "postgresql:///?service=city&book=1";
  {
    const Variable file("PGSERVICEFILE", guarded.write_file("service", city));
    CHECK(runner::run(address, listing).err.find("wants a password") != std::string::npos);
  }
  const Variable file("PGSERVICEFILE", guarded.write_file("service", city + "password=Right: 1\n"));
  CHECK(runner::run(address, listing) == listed);
}

TEST_CASE("a password in the address is refused, and shown nowhere") {
  for (const auto* address : {"postgresql://official:Secret9@localhost/city?book=1",
                              "postgres://official:Secret9@localhost/city?book=1",
                              "postgresql://official:Sec/Secret9@localhost/city",
                              "postgresql://official@localhost/city?password=Secret9",
                              "postgresql://official@localhost/city?book=1&password=Secret9",
                              "postgresql://official@localhost/city?pass%77ord=Secret9&book=1",
                              "postgresql://official@localhost/city?sslpassword=Secret9",
                              "postgresql://official@localhost/city?%73slpassword=Secret9"}) {
    INFO(address);
    const auto answer = runner::run(address, listing);
    CHECK(answer.code == 2);
    CHECK(answer.out == "");
    CHECK(answer.err.find("the address holds a password") != std::string::npos);
    CHECK(answer.err.find("Secret9") == std::string::npos);
  }
}

TEST_CASE("an address that cannot be read is shown without what may hold a secret") {
  CHECK(runner::run("postgresql://official@localhost/city?pasword=Secret9&book=1", listing) ==
        Answer{2,
               "",
               "leadbook: 'postgresql://official@localhost/city?book=1' is no address of a server: "
               "write postgresql://USER@HOST/DATABASE?book=NUMBER\n"});
}

TEST_CASE("settings of TLS and others reach the client library") {
  const std::string address =
      "postgresql://official@server:6432/city?sslmode=verify-full&book=230229&sslrootcert=/etc/"
      "city.pem&connect_timeout=3&application_name=night";
  CHECK(option_of(address, "sslmode") == "verify-full");
  CHECK(option_of(address, "sslrootcert") == "/etc/city.pem");
  CHECK(option_of(address, "connect_timeout") == "3");
  CHECK(option_of(address, "application_name") == "night");
  CHECK(option_of(address, "host") == "server");
  CHECK(option_of(address, "port") == "6432");
  CHECK(option_of(address, "dbname") == "city");
  CHECK(option_of(address, "user") == "official");
  CHECK(option_of(address, "book") == "");
  CHECK(option_of("postgresql://server/city?client_encoding=GBK", "connect_timeout") == "10");
}

TEST_CASE("the text of a book is UTF-8 whatever the address says") {
  CHECK(option_of("postgresql://server/city?client_encoding=GBK", "client_encoding") == "UTF8");
}

TEST_CASE("a server without TLS is refused where TLS is asked for") {
  const ServerWithoutTls plain;
  const auto address = "postgresql://official@127.0.0.1:" + plain.port + "/city";
  for (const auto* mode : {"require", "verify-full&sslrootcert=/nowhere.pem"}) {
    const auto answer = runner::run(address + "?book=1&sslmode=" + mode, listing);
    CHECK(answer ==
          Answer{1,
                 "",
                 "leadbook: no TLS connection to " + address +
                     "?book=1 came about: check sslmode, the certificates, and that the server has "
                     "TLS\n"});
  }
}

TEST_CASE("what keeps an account out is told in words of our own") {
  if (server::lacks_server()) return;
  const server::Database database;
  const auto stranger = "postgresql://nobody9@/" + database.name + "?book=1";
  CHECK(runner::run(stranger + "&host=" + server::folder(), listing) ==
        Answer{1,
               "",
               "leadbook: " + stranger +
                   " does not let this account in, or not from here: its administrator can (CREATE "
                   "ROLE ... LOGIN, pg_hba.conf)\n"});
  const std::string elsewhere = "postgresql://leadbook@/nowhere9?book=1";
  CHECK(runner::run(elsewhere + "&host=" + server::folder(), listing) ==
        Answer{1,
               "",
               "leadbook: there is no database for " + elsewhere +
                   ": its administrator makes one with 'createdb --encoding UTF8 --template "
                   "template0 NAME'\n"});
  const std::string silent = "postgresql://leadbook@/city?book=1";
  const scratch::Folder empty;
  CHECK(runner::run(silent + "&host=" + empty.path.string(), listing) ==
        Answer{1,
               "",
               "leadbook: no server answers for " + silent +
                   ": check host and port, and that the server runs\n"});
}
