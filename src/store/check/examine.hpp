// What a check finds of a book's place and of its engine's settings, engine by engine.
#pragma once

#include <filesystem>
#include <string>

#include "leadbook/store/check/check.hpp"
#include "store/engine.hpp"

namespace leadbook::store {

/// A file: who may read it, on what it lies, whether there is room for a copy.
void examine_file(const std::filesystem::path& file, CheckPart& part);

/// A file's engine: how it journals and keeps texts.
void examine_journal(Engine& engine, CheckPart& part);

/// Whether each table and index of a file is as the migrations make it.
void examine_schema(Engine& engine, CheckPart& part);

/// A server's book: whether anybody may do to it what only its roles may.
void examine_rights(Engine& engine, const std::string& schema, CheckPart& part);

/// A server: whether it stores what it confirms, and whether the book has all columns and indexes.
void examine_server(Engine& engine, const std::string& schema, CheckPart& part);

}  // namespace leadbook::store
