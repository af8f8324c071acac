// Where the paragraphs of a bulletin are made: each number that is printed is a fact first.
#pragma once

#include <string>
#include <vector>

#include "leadbook/domain/bulletin/bulletin.hpp"

namespace leadbook::service {

class Telling {
 public:
  explicit Telling(Bulletin& bulletin) : bulletin_(bulletin) {}

  /// The number as running text has it; a fact of the paragraph that is ended next.
  std::int64_t counted(const std::string& id,
                       std::int64_t count,
                       std::vector<Reference> records = {});
  std::string count(const std::string& id,
                    std::int64_t number,
                    std::vector<Reference> records = {});
  std::string money(const std::string& id,
                    std::int64_t minor,
                    std::vector<Reference> records = {},
                    std::int64_t of = 0,
                    std::int64_t known = 0);
  std::string percent(const std::string& id, std::int64_t hundredths);
  std::string points(const std::string& id, std::int64_t hundredths);
  std::string place(const std::string& id, std::int64_t place);
  std::string days(const std::string& id, std::int64_t days);
  std::string times(const std::string& id, std::int64_t hundredths);
  /// A number that is none of these, as it is printed.
  std::string printed(const std::string& id,
                      FactUnit unit,
                      std::optional<std::int64_t> value,
                      std::string text,
                      std::vector<Reference> records = {});

  /// A name or a day, whose digits are its own.
  std::string name(std::string text);

  /// Ends a paragraph; an empty text is none.
  void end_paragraph(std::vector<BulletinParagraph>& to, std::string text);

  /// The cells of a table.
  BulletinCell count_cell(const std::string& id,
                          std::optional<std::int64_t> number,
                          std::vector<Reference> records = {});
  BulletinCell money_cell(const std::string& id, std::optional<std::int64_t> minor);
  BulletinCell percent_cell(const std::string& id, std::optional<std::int64_t> hundredths);
  BulletinCell points_cell(const std::string& id, std::optional<std::int64_t> hundredths);
  BulletinCell cell_of(const std::string& id,
                       FactUnit unit,
                       std::optional<std::int64_t> value,
                       std::string text,
                       std::vector<Reference> records = {});

  Bulletin& bulletin() { return bulletin_; }

 private:
  std::size_t add(Fact fact);

  Bulletin& bulletin_;
  BulletinParagraph begun_;
};

/// "甲、乙" / "A, B".
std::string listed(const std::vector<std::string>& texts);
/// Clauses of one sentence: "甲，乙" / "A, B"; and sentences of one paragraph, of which each ends
/// itself.
std::string clauses(const std::vector<std::string>& texts);
std::string sentences(const std::vector<std::string>& texts);
/// Parts with commas of their own: "甲；乙" / "A; B".
std::string parts_joined(const std::vector<std::string>& texts);

}  // namespace leadbook::service
