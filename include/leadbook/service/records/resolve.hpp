// From what somebody typed to the record it means.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "leadbook/store/record/names.hpp"

namespace leadbook::service {

/// A text that fits several records of a kind.
struct Ambiguity {
  Kind kind;
  std::string text;
  std::vector<std::int64_t> records;
};

/// What is known beside the book while names are resolved.
struct ResolverContext {
  bool by_person = false;  // a company is found by its contacts' names and posts as well
  std::string user = {};   // whose last record '@' is
  std::map<std::pair<Kind, std::string>, std::int64_t> chosen = {};  // of several that fit a text
};

/// Finds records of one book by reference, exact name, a fragment of a name, or how a name
/// is read (hkjt, in small letters); '@' is the record a person touched last. Names are read
/// once a kind, on first need; records made later are told with `remember`.
class Resolver {
 public:
  explicit Resolver(store::Db& db, ResolverContext context = {})
      : db_(db), context_(std::move(context)) {}

  /// The number of the record of this kind that `text` means. Throws Error{not_found} that names
  /// the nearest, or all those that fit where there are several.
  std::int64_t resolve(Kind kind, std::string_view text);

  /// The record of any kind that "P-31" or a name means, projects before companies before others.
  Reference resolve_any(std::string_view text);

  /// The record with exactly this name, reference or code; nothing where there is none or several.
  std::optional<std::int64_t> find_exact(Kind kind, std::string_view text);

  /// The same, with nothing where the book has no such record.
  std::optional<std::int64_t> find(Kind kind, std::string_view text);

  /// Throws Error{not_found} that names the records which `text` may mean.
  [[noreturn]] void throw_ambiguous(Kind kind,
                                    std::string_view text,
                                    const std::vector<std::int64_t>& ids);

  /// What was last found to be ambiguous, that somebody may be asked.
  const std::optional<Ambiguity>& ambiguity() const { return ambiguity_; }

  void remember(const Reference& record, std::string_view spelling);

  /// What a fragment was taken for, to be echoed; emptied by the call.
  std::vector<std::string> take_notes();

 private:
  struct NamesOfKind {
    std::vector<store::Spelling> spellings;
    std::unordered_multimap<std::string, std::int64_t> exact;  // folded
  };
  NamesOfKind& names(Kind kind);
  std::optional<std::int64_t> look_for(Kind kind, std::string_view text);
  std::optional<std::int64_t> find_reference(Kind kind, std::string_view text);
  std::vector<std::int64_t> exact_matches(Kind kind, std::string_view text);
  std::vector<std::int64_t> fragment_matches(Kind kind, std::string_view text);
  std::vector<std::int64_t> reading_matches(Kind kind, std::string_view text);
  std::optional<Reference> last_touched(std::optional<Kind> kind);
  std::int64_t the_one(Kind kind, std::string_view text, const std::vector<std::int64_t>& ids);
  std::int64_t taken_for(Kind kind, std::string_view text, const std::vector<std::int64_t>& ids);
  std::optional<std::int64_t> county_of_division(std::string_view text);
  std::vector<Contact> contacts_named(std::string_view text);
  std::optional<std::int64_t> company_of_person(std::string_view text);
  std::string describe(Kind kind, std::int64_t id);
  std::vector<std::int64_t> near_names(Kind kind, std::string_view text);
  [[noreturn]] void throw_not_found(Kind kind, std::string_view text);
  [[noreturn]] void throw_nothing_called(std::string_view text);

  store::Db& db_;
  ResolverContext context_;
  std::map<Kind, NamesOfKind> names_;
  std::map<Kind, std::map<std::string, std::int64_t, std::less<>>> found_;  // what texts meant
  std::vector<std::string> notes_;
  std::optional<Ambiguity> ambiguity_;
};

}  // namespace leadbook::service
