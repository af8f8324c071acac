#include <streambuf>
#include <utility>

#include "present/renderers.hpp"
#include "present/spool.hpp"

namespace leadbook::present {
namespace {

/// A stream into a spool; what is written comes in pieces already.
class SpoolBuffer : public std::streambuf {
 public:
  explicit SpoolBuffer(Spool& spool) : spool_(spool) {}

 protected:
  std::streamsize xsputn(const char* bytes, std::streamsize size) override {
    spool_.add({bytes, static_cast<std::size_t>(size)});
    return size;
  }
  int_type overflow(int_type byte) override {
    const char one = traits_type::to_char_type(byte);
    spool_.add({&one, 1});
    return byte;
  }

 private:
  Spool& spool_;
};

class HeldWriter : public RowWriter {
 public:
  HeldWriter(std::ostream& out, const Table& head, const Style& style)
      : out_(out), buffer_(spool_), held_(&buffer_), writer_(open_rows(held_, head, style)) {
    // What the spool throws is to reach the caller, not to end in a state of the stream.
    held_.exceptions(std::ios::badbit);
  }

  void add(const std::vector<Cell>& cells) override { writer_->add(cells); }

  void finish() override {
    writer_->finish();
    spool_.each([this](std::string_view piece) {
      out_.write(piece.data(), static_cast<std::streamsize>(piece.size()));
    });
  }

 private:
  std::ostream& out_;
  Spool spool_;
  SpoolBuffer buffer_;
  std::ostream held_;
  std::unique_ptr<RowWriter> writer_;
};

}  // namespace

std::unique_ptr<RowWriter> open_held_rows(std::ostream& out,
                                          const Table& head,
                                          const Style& style) {
  if (style.format == Format::text || style.format == Format::xlsx) {
    return open_rows(out, head, style);
  }
  return std::make_unique<HeldWriter>(out, head, style);
}

}  // namespace leadbook::present
