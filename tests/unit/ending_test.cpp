#include "cli/ending.hpp"

#include "catch.hpp"

namespace {

using namespace leadbook;
using State = store::Outcome::State;

/// The sentence, which is the same where there is no memory.
std::string said(State state, std::int64_t entry, const char* request, cli::Failure failure) {
  const store::Outcome outcome{state, entry, request};
  const auto sentence = cli::ending(outcome, failure);
  CHECK(cli::LastWords(outcome, failure).text() == sentence);
  return sentence;
}

}  // namespace

TEST_CASE("a command that failed says what is known of the book") {
  const cli::Failure full{"the disk is full", "free some space"};
  CHECK(said(State::reading, 0, "", full) == "the disk is full: free some space");
  CHECK(said(State::nothing, 0, "R1", full) ==
        "the disk is full; nothing was written: free some space");
  CHECK(said(State::stored, 7, "R1", full) ==
        "this was written as entry 7; afterwards this went wrong: the disk is full");
  CHECK(said(State::stored, 0, "", full) ==
        "this was written; afterwards this went wrong: the disk is full");
  CHECK(said(State::unconfirmed, 0, "R1", full) ==
        "it is not confirmed that this was written: look with 'leadbook history --request R1', or "
        "repeat it with --request R1, which changes nothing if it was");
  CHECK(said(State::unconfirmed, 0, "", full) ==
        "it is not confirmed that this was written (the disk is full): look with 'leadbook book "
        "check', and repeat it where it is not there");
}

TEST_CASE("a refusal needs not say that nothing was written") {
  const cli::Failure refused{"there is no stage 'sold'", "", false};
  CHECK(said(State::nothing, 0, "R1", refused) == "there is no stage 'sold'");
  CHECK(said(State::stored, 7, "R1", refused) ==
        "this was written as entry 7; afterwards this went wrong: there is no stage 'sold'");
}

TEST_CASE("last words that are too long are cut") {
  const std::string why(5000, 'x');
  const cli::LastWords words({State::nothing, 0, ""}, {why.c_str()});
  CHECK(words.text() == std::string_view(why).substr(0, 1024));
}
