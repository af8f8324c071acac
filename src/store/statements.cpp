#include <map>
#include <stdexcept>

#include "leadbook/store/db.hpp"
#include "leadbook/text/embedded.hpp"

namespace leadbook::store {

const std::string& statement(std::string_view name) {
  static std::map<std::string, std::string, std::less<>> texts;
  auto found = texts.find(name);
  if (found != texts.end()) return found->second;
  for (const auto& file : embedded::statements()) {
    if (file.name == name) return texts.emplace(name, file.text).first->second;
  }
  throw std::logic_error("no statement " + std::string(name));
}

}  // namespace leadbook::store
