// SHA-256 of fields, each with its length, so that no two lists of fields hash alike.
#pragma once

#include <nettle/sha2.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "leadbook/store/value.hpp"

namespace leadbook::store {

class Digest {
 public:
  Digest() { sha256_init(&state_); }
  Digest& add(std::string_view field);
  Digest& add(std::int64_t number) { return add(std::to_string(number)); }
  /// Bytes as they are, without their length: the digest of a file.
  Digest& add_bytes(std::string_view bytes);
  /// 64 hexadecimal digits; begins anew.
  std::string hex();

 private:
  sha256_ctx state_;
};

/// 128 bits that stand for a text: so many that no two texts of a book, or of a file made to
/// deceive, share them.
struct TextKey {
  std::uint64_t high = 0;
  std::uint64_t low = 0;

  bool operator==(const TextKey&) const = default;
};
TextKey key_of(std::string_view text);
/// The same of several values, told apart from one another.
TextKey key_of(std::span<const Value> values);

struct TextKeyHash {
  std::size_t operator()(const TextKey& key) const { return key.low; }
};

/// Numbers of records by what stands for them.
using KeyedIds = std::unordered_map<TextKey, std::int64_t, TextKeyHash>;

}  // namespace leadbook::store
