// Bytes held until all is known: in memory while they are few, then in a file without a name.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace leadbook::present {

class Spool {
 public:
  Spool() = default;
  Spool(const Spool&) = delete;
  Spool& operator=(const Spool&) = delete;
  ~Spool();

  /// Throws Error{failed} where there is no room.
  void add(std::string_view piece);

  /// The pieces as they were added, in order.
  void each(const std::function<void(std::string_view)>& take) const;

 private:
  std::string held_;  // the last pieces, those not in the file
  std::vector<std::size_t> sizes_;
  std::size_t in_file_ = 0;  // how many of them are
  int file_ = -1;
};

}  // namespace leadbook::present
