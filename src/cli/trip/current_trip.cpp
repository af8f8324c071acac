#include "cli/trip/current_trip.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "leadbook/domain/error.hpp"
#include "leadbook/store/record/record.hpp"
#include "leadbook/text/read_file.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

/// One line of the file: a trip of a book, taken up by somebody on a day.
struct KeptTrip {
  std::string uid;  // of the trip: its number may be given anew
  std::string day;
  std::string book;
  std::string user;
};

std::string file_of_trips(Env& env) {
  const auto folder = settings_folder(env.world());
  return folder.empty() ? "" : folder + "/trips";
}

std::vector<KeptTrip> read_trips(const std::string& file) {
  std::vector<KeptTrip> trips;
  const auto bytes = file.empty() ? std::nullopt : text::read_file(file);
  if (!bytes) return trips;
  for (const auto line : text::split(*bytes, '\n')) {
    const auto parts = text::split(line, '\t');
    if (parts.size() != 4) continue;
    trips.push_back({std::string(parts[0]),
                     std::string(parts[1]),
                     std::string(parts[2]),
                     std::string(parts[3])});
  }
  return trips;
}

/// The new file takes the old one's place whole.
void write_trips(const std::string& file, const std::vector<KeptTrip>& trips) {
  std::string bytes;
  for (const auto& trip : trips) {
    bytes += trip.uid + '\t' + trip.day + '\t' + trip.book + '\t' + trip.user + '\n';
  }
  write_settings_file(file, bytes);
}

std::string book_of(Env& env) {
  const auto place = env.book().place();
  std::string book = place.book + "@";
  if (store::is_server(place.db)) return book + place.db;
  std::error_code unknown;
  return book + std::filesystem::absolute(place.db, unknown).string();
}

bool is_of(const KeptTrip& trip, const std::string& book, const std::string& user) {
  return trip.book == book && trip.user == user;
}

bool is_over(const Delegation& trip, Day today) {
  const auto back = return_day(trip);
  if (back) return *back < today;
  return trip.starts && trip.starts->last < today;
}

}  // namespace

std::optional<Delegation> current_trip(Env& env) {
  const auto book = book_of(env);
  const auto user = env.user();
  for (const auto& kept : read_trips(file_of_trips(env))) {
    if (!is_of(kept, book, user)) continue;
    const auto number = store::number_of_identity(env.db(), Kind::delegation, kept.uid);
    const auto trip = store::find(env.db(), Id<Delegation>{number});
    if (!trip) return {};
    if (is_over(*trip, env.today()) && kept.day != format_day(env.today())) return {};
    return trip;
  }
  return {};
}

void take_up_trip(Env& env, const Delegation& trip) {
  const auto file = file_of_trips(env);
  if (file.empty()) return;
  const auto book = book_of(env);
  const auto user = env.user();
  auto trips = read_trips(file);
  std::erase_if(trips, [&](const KeptTrip& kept) { return is_of(kept, book, user); });
  trips.push_back({trip.uid, format_day(env.today()), book, user});
  write_trips(file, trips);
}

bool take_up_new_trip(Env& env, const Delegation& trip) {
  if (is_over(trip, env.today()) || file_of_trips(env).empty()) return false;
  // Who is away and enters the next trip stays on this one.
  const bool is_to_come = trip.starts && trip.starts->first > env.today();
  if (is_to_come && current_trip(env)) return false;
  take_up_trip(env, trip);
  return true;
}

bool end_trip(Env& env) {
  const auto file = file_of_trips(env);
  auto trips = read_trips(file);
  const auto book = book_of(env);
  const auto user = env.user();
  const auto ended =
      std::erase_if(trips, [&](const KeptTrip& kept) { return is_of(kept, book, user); });
  if (ended > 0) write_trips(file, trips);
  return ended > 0;
}

void tell_trip(Env& env, const Delegation& trip) {
  std::string days;
  if (trip.starts) days = format_date(*trip.starts);
  if (const auto back = return_day(trip); back && trip.starts && *back != trip.starts->first) {
    days += std::string(choose(" to ", "至")) + format_day(*back);
  }
  env.tell(say("Current trip: {} {} ({}); 'leadbook use --clear' ends it.",
               reference_text({Kind::delegation, trip.id.number}),
               trip.title,
               days.empty() ? say("no days stated") : days));
}

}  // namespace leadbook::cli
