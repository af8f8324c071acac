#include "ingest/json_source.hpp"

#include <nlohmann/json.hpp>
#include <utility>

#include "ingest/json_source_list.hpp"
#include "ingest/json_source_records.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::ingest {
namespace {

bool parse(JsonText& text, JsonRecords& records) {
  return nlohmann::json::sax_parse(JsonBytes(&text), JsonBytes(), &records);
}

class JsonSource : public Source {
 public:
  JsonSource(const Input& input, text::Encoding encoding, std::string list_key, SourceFacts facts)
      : input_(input),
        encoding_(std::move(encoding)),
        list_key_(std::move(list_key)),
        facts_(std::move(facts)) {}

  const SourceFacts& facts() const override { return facts_; }
  const std::vector<std::string>* keys() const override { return &row_.keys(); }

  void each(const std::function<bool(Row&)>& take) override {
    const bool by_line = facts_.format == Format::jsonl;
    if (!by_line) look_for_list();
    auto text = open_text(by_line);
    by_line ? read_lines(text, take) : read_text(text, take);
  }

 private:
  JsonText open_text(bool by_line) const {
    return JsonText(TextReader(input_, encoding_), input_.name(), by_line);
  }

  /// A list that has another name than the one to expect may still be the only one.
  void look_for_list() {
    if (looked_) return;
    looked_ = true;
    auto text = open_text(false);
    if (!list_key_.empty() && !has_list(text, list_key_)) list_key_.clear();
  }

  void read_text(JsonText& text, const std::function<bool(Row&)>& take) {
    JsonRecords records(text, row_, JsonRecords::Place::list, list_key_, take);
    if (parse(text, records)) {
      records.check_found();
    } else if (!records.problem().empty()) {
      const auto name = text::visible(text.name());
      throw Error(ErrorKind::usage,
                  say("{}:{}: column {}: {}", name, text.line(), text.column(), records.problem()));
    }
  }

  void read_lines(JsonText& text, const std::function<bool(Row&)>& take) {
    while (text.next_line()) {
      text.mark();
      JsonRecords records(text, row_, JsonRecords::Place::value, list_key_, take);
      if (!parse(text, records)) {
        const auto message = say("character {}: {}", text.column(), records.problem());
        row_.refuse(text.line(), message);
      }
      if (!take(row_.row())) return;
    }
  }

  const Input& input_;
  text::Encoding encoding_;
  std::string list_key_;
  SourceFacts facts_;
  bool looked_ = false;
  JsonRow row_;
};

}  // namespace

std::unique_ptr<Source> open_json(const Input& input,
                                  const SourceOptions& options,
                                  Format format,
                                  const text::Encoding& encoding) {
  SourceFacts facts;
  facts.format = format;
  facts.encoding = encoding.name;
  facts.byte_order_mark = encoding.mark > 0;
  return std::make_unique<JsonSource>(input, encoding, options.list_key, std::move(facts));
}

}  // namespace leadbook::ingest
