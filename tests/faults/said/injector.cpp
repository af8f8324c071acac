// Loaded into a program before all libraries (LD_PRELOAD): counts its calls of the file system and
// its allocations, and makes the one fail that the campaign names. The clock stands still and what
// is random is not, so that a command writes the same each time. Nothing is stored for good: the
// campaigns of this injector are about processes, not about power.
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdarg>

#include "faults/said/injection.hpp"

extern "C" {
void* __libc_malloc(size_t size);
void* __libc_calloc(size_t count, size_t size);
void* __libc_realloc(void* old, size_t size);
void* __libc_memalign(size_t alignment, size_t size);
}

namespace {

using namespace faults;

Injection* injection = nullptr;

enum class Verdict { passes, fails, fails_late };

Verdict judge(Target target, std::atomic<std::int64_t>& counter, const char* name) {
  const auto number = ++counter;
  if (injection->target != target || number < injection->at) return Verdict::passes;
  if (number > injection->at && injection->manner != Manner::lasting) return Verdict::passes;
  if (injection->struck++ == 0) {
    strncpy(injection->struck_at.data(), name, injection->struck_at.size() - 1);
  }
  if (injection->manner == Manner::kill) kill(getpid(), SIGKILL);
  return injection->manner == Manner::late ? Verdict::fails_late : Verdict::fails;
}

/// The clock stands still.
time_t now() { return injection == nullptr ? 0 : injection->now; }

/// The injector is at work only while the program runs, not while it is loaded.
Verdict judge_call(const char* name, bool takes_room) {
  if (injection == nullptr) return Verdict::passes;
  const auto verdict = judge(Target::call, injection->calls, name);
  if (!takes_room) return verdict;
  const auto of_room = judge(Target::room, injection->room, name);
  return verdict == Verdict::passes ? of_room : verdict;
}

bool allocation_fails() {
  if (injection == nullptr) return false;
  return judge(Target::allocation, injection->allocations, "allocation") != Verdict::passes;
}

template <class Take>
void* take_memory(Take take) {
  if (!allocation_fails()) return take();
  errno = ENOMEM;
  return nullptr;
}

/// The function of this name that the program would have called.
template <class Function>
Function* real(const char* name) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

template <class Result, class Action>
Result act(const char* name, bool takes_room, Result failure, Action action) {
  const auto verdict = judge_call(name, takes_room);
  if (verdict == Verdict::passes) return action();
  if (verdict == Verdict::fails_late) action();
  errno = injection->error;
  return failure;
}

/// A call that takes no room; `failure` is what it answers when it fails.
template <class Result, class... Arguments>
Result call(const char* name, Result failure, Arguments... arguments) {
  return act(name, false, failure, [&] { return real<Result(Arguments...)>(name)(arguments...); });
}

template <class Result, class... Arguments>
Result call_for_room(const char* name, Result failure, Arguments... arguments) {
  return act(name, true, failure, [&] { return real<Result(Arguments...)>(name)(arguments...); });
}

mode_t mode_of(int flags, va_list& rest) {
  return (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
}

int open_file(const char* name, const char* path, int flags, mode_t mode) {
  return act(name, (flags & O_CREAT) != 0, -1, [&] {
    return real<int(const char*, int, ...)>(name)(path, flags, mode);
  });
}

__attribute__((constructor)) void begin() {
  const char* name = getenv(injection_variable);
  if (name == nullptr) return;
  const int file = real<int(const char*, int, ...)>("open")(name, O_RDWR | O_CLOEXEC);
  if (file < 0) abort();
  void* page = mmap(nullptr, sizeof(Injection), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  if (page == MAP_FAILED) abort();
  real<int(int)>("close")(file);
  injection = static_cast<Injection*>(page);
}

}  // namespace

// Each stands for the library's function of the name behind it; the headers' own declarations
// differ between releases.
extern "C" int on_access(const char*, int) __asm__("access");
int on_access(const char* path, int mode) { return call("access", -1, path, mode); }

extern "C" int on_stat(const char*, void*) __asm__("stat");
int on_stat(const char* path, void* into) { return call("stat", -1, path, into); }

extern "C" int on_stat64(const char*, void*) __asm__("stat64");
int on_stat64(const char* path, void* into) { return call("stat64", -1, path, into); }

extern "C" int on_lstat(const char*, void*) __asm__("lstat");
int on_lstat(const char* path, void* into) { return call("lstat", -1, path, into); }

extern "C" int on_lstat64(const char*, void*) __asm__("lstat64");
int on_lstat64(const char* path, void* into) { return call("lstat64", -1, path, into); }

extern "C" int on_fstat(int, void*) __asm__("fstat");
int on_fstat(int file, void* into) { return call("fstat", -1, file, into); }

extern "C" int on_fstat64(int, void*) __asm__("fstat64");
int on_fstat64(int file, void* into) { return call("fstat64", -1, file, into); }

extern "C" int on_statvfs(const char*, void*) __asm__("statvfs");
int on_statvfs(const char* path, void* into) { return call("statvfs", -1, path, into); }

extern "C" char* on_getcwd(char*, size_t) __asm__("getcwd");
char* on_getcwd(char* into, size_t size) {
  return call("getcwd", static_cast<char*>(nullptr), into, size);
}

extern "C" char* on_realpath(const char*, char*) __asm__("realpath");
char* on_realpath(const char* path, char* into) {
  return call("realpath", static_cast<char*>(nullptr), path, into);
}

extern "C" ssize_t on_readlink(const char*, char*, size_t) __asm__("readlink");
ssize_t on_readlink(const char* path, char* into, size_t size) {
  return call("readlink", ssize_t(-1), path, into, size);
}

extern "C" int on_close(int) __asm__("close");
int on_close(int file) {
  // One that fails has closed the file nonetheless.
  const int closed = real<int(int)>("close")(file);
  return act("close", false, -1, [&] { return closed; });
}

extern "C" int on_flock(int, int) __asm__("flock");
int on_flock(int file, int how) { return call("flock", -1, file, how); }

extern "C" off64_t on_lseek64(int, off64_t, int) __asm__("lseek64");
off64_t on_lseek64(int file, off64_t by, int from) {
  return call("lseek64", off64_t(-1), file, by, from);
}

extern "C" ssize_t on_read(int, void*, size_t) __asm__("read");
ssize_t on_read(int file, void* into, size_t size) {
  return call("read", ssize_t(-1), file, into, size);
}

extern "C" ssize_t on_pread64(int, void*, size_t, off64_t) __asm__("pread64");
ssize_t on_pread64(int file, void* into, size_t size, off64_t at) {
  return call("pread64", ssize_t(-1), file, into, size, at);
}

extern "C" ssize_t on_write(int, const void*, size_t) __asm__("write");
ssize_t on_write(int file, const void* from, size_t size) {
  if (file == STDERR_FILENO)
    return real<ssize_t(int, const void*, size_t)>("write")(file, from, size);
  return call_for_room("write", ssize_t(-1), file, from, size);
}

extern "C" ssize_t on_pwrite64(int, const void*, size_t, off64_t) __asm__("pwrite64");
ssize_t on_pwrite64(int file, const void* from, size_t size, off64_t at) {
  return call_for_room("pwrite64", ssize_t(-1), file, from, size, at);
}

extern "C" ssize_t on_writev(int, const iovec*, int) __asm__("writev");
ssize_t on_writev(int file, const iovec* from, int count) {
  return call_for_room("writev", ssize_t(-1), file, from, count);
}

extern "C" ssize_t on_sendfile(int, int, off64_t*, size_t) __asm__("sendfile");
ssize_t on_sendfile(int to, int from, off64_t* at, size_t size) {
  return call_for_room("sendfile", ssize_t(-1), to, from, at, size);
}

extern "C" int on_ftruncate64(int, off64_t) __asm__("ftruncate64");
int on_ftruncate64(int file, off64_t size) { return call_for_room("ftruncate64", -1, file, size); }

extern "C" int on_unlink(const char*) __asm__("unlink");
int on_unlink(const char* path) { return call("unlink", -1, path); }

extern "C" int on_unlinkat(int, const char*, int) __asm__("unlinkat");
int on_unlinkat(int folder, const char* path, int flags) {
  return call("unlinkat", -1, folder, path, flags);
}

extern "C" int on_remove(const char*) __asm__("remove");
int on_remove(const char* path) { return call("remove", -1, path); }

extern "C" int on_rmdir(const char*) __asm__("rmdir");
int on_rmdir(const char* path) { return call("rmdir", -1, path); }

extern "C" int on_rename(const char*, const char*) __asm__("rename");
int on_rename(const char* from, const char* to) { return call_for_room("rename", -1, from, to); }

extern "C" int on_link(const char*, const char*) __asm__("link");
int on_link(const char* from, const char* to) { return call_for_room("link", -1, from, to); }

extern "C" int on_mkdir(const char*, mode_t) __asm__("mkdir");
int on_mkdir(const char* path, mode_t mode) { return call_for_room("mkdir", -1, path, mode); }

extern "C" int on_mkostemp(char*, int) __asm__("mkostemp");
int on_mkostemp(char* path, int flags) { return call_for_room("mkostemp", -1, path, flags); }

extern "C" int on_mkostemps(char*, int, int) __asm__("mkostemps");
int on_mkostemps(char* path, int ending, int flags) {
  return call_for_room("mkostemps", -1, path, ending, flags);
}

extern "C" int on_fchmod(int, mode_t) __asm__("fchmod");
int on_fchmod(int file, mode_t mode) { return call("fchmod", -1, file, mode); }

extern "C" DIR* on_opendir(const char*) __asm__("opendir");
DIR* on_opendir(const char* path) { return call("opendir", static_cast<DIR*>(nullptr), path); }

extern "C" DIR* on_fdopendir(int) __asm__("fdopendir");
DIR* on_fdopendir(int file) { return call("fdopendir", static_cast<DIR*>(nullptr), file); }

extern "C" FILE* on_fopen(const char*, const char*) __asm__("fopen");
FILE* on_fopen(const char* path, const char* how) {
  return call("fopen", static_cast<FILE*>(nullptr), path, how);
}

extern "C" FILE* on_fopen64(const char*, const char*) __asm__("fopen64");
FILE* on_fopen64(const char* path, const char* how) {
  return call("fopen64", static_cast<FILE*>(nullptr), path, how);
}

extern "C" int on_open(const char*, int, ...) __asm__("open");
int on_open(const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const auto mode = mode_of(flags, rest);
  va_end(rest);
  return open_file("open", path, flags, mode);
}

extern "C" int on_open64(const char*, int, ...) __asm__("open64");
int on_open64(const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const auto mode = mode_of(flags, rest);
  va_end(rest);
  return open_file("open64", path, flags, mode);
}

extern "C" int on_openat(int, const char*, int, ...) __asm__("openat");
int on_openat(int folder, const char* path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const auto mode = mode_of(flags, rest);
  va_end(rest);
  return act("openat", (flags & O_CREAT) != 0, -1, [&] {
    return real<int(int, const char*, int, ...)>("openat")(folder, path, flags, mode);
  });
}

extern "C" int on_fcntl64(int, int, ...) __asm__("fcntl64");
int on_fcntl64(int file, int what, ...) {
  va_list rest;
  va_start(rest, what);
  void* with = va_arg(rest, void*);
  va_end(rest);
  return act(
      "fcntl64", false, -1, [&] { return real<int(int, int, ...)>("fcntl64")(file, what, with); });
}

extern "C" int on_fsync(int) __asm__("fsync");
int on_fsync(int) {
  return act("fsync", true, -1, [] { return 0; });
}

extern "C" int on_fdatasync(int) __asm__("fdatasync");
int on_fdatasync(int) {
  return act("fdatasync", true, -1, [] { return 0; });
}

extern "C" dirent64* on_readdir(DIR*) __asm__("readdir");
dirent64* on_readdir(DIR* folder) {
  return call("readdir", static_cast<dirent64*>(nullptr), folder);
}

extern "C" size_t on_fwrite(const void*, size_t, size_t, FILE*) __asm__("fwrite");
size_t on_fwrite(const void* from, size_t size, size_t count, FILE* to) {
  const auto write = [&] {
    return real<size_t(const void*, size_t, size_t, FILE*)>("fwrite")(from, size, count, to);
  };
  return to == stdout ? act("fwrite", true, size_t(0), write) : write();
}

extern "C" int on_fflush(FILE*) __asm__("fflush");
int on_fflush(FILE* stream) {
  const auto flush = [&] { return real<int(FILE*)>("fflush")(stream); };
  return stream == stdout ? act("fflush", true, EOF, flush) : flush();
}

extern "C" void* on_malloc(size_t) __asm__("malloc");
void* on_malloc(size_t size) {
  return take_memory([&] { return __libc_malloc(size); });
}

extern "C" void* on_calloc(size_t, size_t) __asm__("calloc");
void* on_calloc(size_t count, size_t size) {
  return take_memory([&] { return __libc_calloc(count, size); });
}

extern "C" void* on_realloc(void*, size_t) __asm__("realloc");
void* on_realloc(void* old, size_t size) {
  return take_memory([&] { return __libc_realloc(old, size); });
}

extern "C" void* on_aligned_alloc(size_t, size_t) __asm__("aligned_alloc");
void* on_aligned_alloc(size_t alignment, size_t size) {
  return take_memory([&] { return __libc_memalign(alignment, size); });
}

extern "C" int on_pthread_create(pthread_t*,
                                 const pthread_attr_t*,
                                 void* (*)(void*),
                                 void*) __asm__("pthread_create");
int on_pthread_create(pthread_t* thread,
                      const pthread_attr_t* attributes,
                      void* (*run)(void*),
                      void* with) {
  if (allocation_fails()) return EAGAIN;
  return real<int(pthread_t*, const pthread_attr_t*, void* (*)(void*), void*)>("pthread_create")(
      thread, attributes, run, with);
}

extern "C" ssize_t on_getrandom(void*, size_t, unsigned) __asm__("getrandom");
ssize_t on_getrandom(void* into, size_t size, unsigned) {
  memset(into, 0, size);
  if (injection != nullptr) memcpy(into, &injection->seed, std::min(size, sizeof injection->seed));
  return static_cast<ssize_t>(size);
}

extern "C" time_t on_time(time_t*) __asm__("time");
time_t on_time(time_t* into) {
  if (into != nullptr) *into = now();
  return now();
}

extern "C" int on_clock_gettime(clockid_t, timespec*) __asm__("clock_gettime");
int on_clock_gettime(clockid_t clock, timespec* into) {
  if (clock != CLOCK_REALTIME) return real<int(clockid_t, timespec*)>("clock_gettime")(clock, into);
  *into = {now(), 0};
  return 0;
}

extern "C" int on_gettimeofday(timeval*, void*) __asm__("gettimeofday");
int on_gettimeofday(timeval* into, void*) {
  *into = {now(), 0};
  return 0;
}
