#include "leadbook/service/records/command_on.hpp"

#include "leadbook/domain/record/kind_facts.hpp"
#include "leadbook/domain/id.hpp"

namespace leadbook::service {

std::string reference_in_book(const Reference& record) {
  return reference_text({record.kind, record.number % numbers_per_book});
}

std::vector<std::string> command_about(const Reference& record,
                                       std::vector<std::string> words,
                                       std::vector<std::string> following) {
  if (const auto book = record.number / numbers_per_book; book != 0) {
    words.insert(words.begin(), {"--book", std::to_string(book)});
  }
  words.push_back(reference_in_book(record));
  for (auto& word : following) words.push_back(std::move(word));
  return words;
}

std::vector<std::string> command_on(const Reference& record,
                                    const char* verb,
                                    std::vector<std::string> following) {
  return command_about(record, {std::string(identifier(record.kind)), verb}, std::move(following));
}

}  // namespace leadbook::service
