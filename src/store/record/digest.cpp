#include "leadbook/store/record/digest.hpp"

#include <cstring>

namespace leadbook::store {

Digest& Digest::add(std::string_view field) {
  std::uint8_t length[8];
  for (unsigned index = 0; index < 8; ++index) {
    length[index] = static_cast<std::uint8_t>(field.size() >> (8 * index));
  }
  sha256_update(&state_, sizeof length, length);
  sha256_update(&state_, field.size(), reinterpret_cast<const std::uint8_t*>(field.data()));
  return *this;
}

Digest& Digest::add_bytes(std::string_view bytes) {
  sha256_update(&state_, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  return *this;
}

TextKey key_of(std::string_view text) {
  sha256_ctx state;
  sha256_init(&state);
  sha256_update(&state, text.size(), reinterpret_cast<const std::uint8_t*>(text.data()));
  std::uint8_t bytes[sizeof(TextKey)];
  sha256_digest(&state, sizeof bytes, bytes);
  TextKey key;
  std::memcpy(&key, bytes, sizeof key);
  return key;
}

TextKey key_of(std::span<const Value> values) {
  std::string text;
  for (const auto& value : values) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
      text += std::to_string(*number);
    } else if (const auto* word = std::get_if<std::string>(&value)) {
      text += std::to_string(word->size()) + ":" + *word;
    }
    text += ';';
  }
  return key_of(text);
}

std::string Digest::hex() {
  std::uint8_t bytes[SHA256_DIGEST_SIZE];
  sha256_digest(&state_, sizeof bytes, bytes);
  std::string text;
  for (const auto byte : bytes) {
    text += "0123456789abcdef"[byte >> 4];
    text += "0123456789abcdef"[byte & 15];
  }
  return text;
}

}  // namespace leadbook::store
