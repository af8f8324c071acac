// SHA-256 of fields, each with its length, so that no two lists of fields hash alike.
#pragma once

#include <nettle/sha2.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace leadbook::store {

class Digest {
 public:
  Digest() { sha256_init(&state_); }
  Digest& add(std::string_view field);
  Digest& add(std::int64_t number) { return add(std::to_string(number)); }
  /// 64 hexadecimal digits; begins anew.
  std::string hex();

 private:
  sha256_ctx state_;
};

}  // namespace leadbook::store
