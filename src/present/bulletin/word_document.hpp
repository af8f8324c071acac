// A document as offices hand it in (GB/T 9704): made of templates of ours, read by Word, WPS and
// LibreOffice.
#pragma once

#include <string>
#include <vector>

namespace leadbook::present {

struct WordTable {
  struct Column {
    std::string heading;
    bool is_number = false;
    int weight = 1;  // how wide it is beside the others
  };

  std::string title;
  std::vector<Column> columns;
  std::vector<std::vector<std::string>> rows;
  bool has_total = false;  // the last row is a sum
};

class WordDocument {
 public:
  /// The title is broken after `first` where it needs two lines.
  void add_title(const std::string& first, const std::string& second);
  void add_heading(const std::string& text);
  void add_paragraph(const std::string& text);
  void add_note(const std::string& text);
  void add_table(const WordTable& table);
  /// The attachments by their titles, below the text.
  void add_attachment_list(const std::vector<std::string>& titles);
  void add_signature(const std::string& sender, const std::string& date);
  /// From here on a new page, of an attachment; lying on its side where a table is wide.
  void begin_attachment(const std::string& name, bool is_landscape);

  /// The file's bytes; the document is done.
  std::string finish(const std::string& title);

 private:
  void end_section();

  std::string body_;
  bool is_landscape_ = false;
  int tables_ = 0;
};

}  // namespace leadbook::present
