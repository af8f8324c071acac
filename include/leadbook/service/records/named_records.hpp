// The records that texts name: found in the book, or wanted, and made with the record that names
// them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "leadbook/domain/record/record_text.hpp"
#include "leadbook/service/records/resolve.hpp"
#include "leadbook/service/records/twins.hpp"
#include "leadbook/store/log/change.hpp"

namespace leadbook::service {

/// A record as it was read, nothing of it in the book yet. What it names and the book has not is
/// wanted: until the record is taken these have negative numbers in it, so that a record that is
/// refused leaves nothing behind.
struct ReadRecord {
  AnyRecord record = {};
  std::vector<std::string> wanted_companies = {};  // -2 for the first, -3 ...
  Project project = {};  // of a signing, as far as it is described; -1 where it is new
  std::vector<FieldProblem> problems = {};
  std::vector<std::string> doubts = {};  // of what was understood: to be asked about
  std::vector<std::string> notes = {};   // what was understood in a way worth saying
  std::size_t line = 0;                  // of the file it comes from; 0 for none
};

/// What becomes of a company that is not in the book but whose name is like that of one which is.
enum class LikeName { refuse, tell, pass };

class NamedRecords {
 public:
  /// `create` says whether companies, and projects of signings, may be made. All that is referred
  /// to must outlive this.
  NamedRecords(
      store::Change& change, Resolver& resolver, Twins& twins, bool create, LikeName like_name);

  /// The number of the record a text names; of a new one a negative number, its name kept with the
  /// record that was read. Throws Error{not_found} as Resolver does, Error{conflict}.
  std::int64_t resolve(Kind kind, std::string_view text, ReadRecord& read);

  /// Whether a text is the whole name of a record of the book.
  bool is_named(Kind kind, std::string_view text);

  /// The project of a signing; a negative number where it is to be made as the signing describes
  /// it, whose county is known.
  std::int64_t resolve_project(std::string_view text, const Project& described);

  /// Makes what is wanted, and puts the numbers given in place of the negative ones; answers what
  /// was made.
  std::vector<Reference> make(ReadRecord& read);

  /// Tells of a record made or changed, so that later ones find it by its names.
  void remember(const AnyRecord& record);

  /// Takes what was said since: names taken for others, new companies that are like known ones.
  std::vector<std::string> take_notes();

 private:
  std::int64_t want_company(std::string_view text, ReadRecord& read);
  void refuse_like(const std::string& name, const std::vector<std::string>& wanted);
  std::optional<std::int64_t> find_company(std::string_view text);
  void read_companies();
  std::int64_t make_company(const std::string& name, std::vector<Reference>& made);
  std::int64_t make_project(const Project& described,
                            const std::vector<std::int64_t>& companies,
                            std::vector<Reference>& made);

  store::Change& change_;
  Resolver& resolver_;
  Twins& twins_;
  bool create_;
  LikeName like_name_;
  std::optional<store::KeyedIds> companies_by_name_;  // normalised; 0 for a name of several
  std::optional<store::KeyedIds> companies_by_text_;  // as written
  std::vector<std::string> notes_;
};

}  // namespace leadbook::service
