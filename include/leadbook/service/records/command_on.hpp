// The command that is to be typed next about a record, as reviews and reminders name it.
#pragma once

#include <string>
#include <vector>

#include "leadbook/domain/record/record.hpp"

namespace leadbook::service {

/// How the record is named in a command on its own book.
std::string reference_in_book(const Reference& record);

/// "signing edit S-9" and what follows it. Where the record is one of all books of a server, its
/// book is named.
std::vector<std::string> command_on(const Reference& record,
                                    const char* verb,
                                    std::vector<std::string> following = {});

/// The same of a command that is not of the record's kind: "kept N-2 1".
std::vector<std::string> command_about(const Reference& record,
                                       std::vector<std::string> words,
                                       std::vector<std::string> following = {});

}  // namespace leadbook::service
