// A process that is killed before a chosen one of its calls that change files.
//
// Other calls are not counted: what lies on the disk before them is what lies there before the next
// call that changes a file, and how often memory is asked for differs from run to run.
#pragma once

#include <signal.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdint>
#include <functional>
#include <limits>
#include <stdexcept>

namespace faults {

/// How a traced process ended.
struct Traced {
  int calls = 0;  // that change files and that it came to
  bool killed = false;
  int code = 0;  // where it was not killed
};

inline constexpr int never = std::numeric_limits<int>::max();

/// Whether this system lets a process be traced; some containers do not.
bool can_trace();

/// Runs `action` in a process of its own, which is killed before the counted call of that
/// number.
Traced run_traced(const std::function<int()>& action, int kill_before = never);

namespace tracing {

inline int wait_for(pid_t process) {
  int status = 0;
  if (::waitpid(process, &status, __WALL) != process) throw std::runtime_error("no process");
  return status;
}

/// Lets it go on to where it enters or leaves its next call.
inline int go_on(pid_t process, int with_signal) {
  ::ptrace(PTRACE_SYSCALL, process, nullptr, static_cast<long>(with_signal));
  return wait_for(process);
}

inline bool changes_files(std::uint64_t number) {
  switch (number) {
#ifdef SYS_open  // newer processors have the calls relative to a folder alone
    case SYS_open:
    case SYS_creat:
    case SYS_rename:
    case SYS_link:
    case SYS_symlink:
    case SYS_unlink:
    case SYS_mkdir:
    case SYS_rmdir:
    case SYS_chmod:
#endif
#ifdef SYS_renameat
    case SYS_renameat:
#endif
    case SYS_openat:
    case SYS_renameat2:
    case SYS_linkat:
    case SYS_symlinkat:
    case SYS_unlinkat:
    case SYS_mkdirat:
    case SYS_fchmod:
    case SYS_fchmodat:
    case SYS_write:
    case SYS_writev:
    case SYS_pwrite64:
    case SYS_pwritev:
    case SYS_sendfile:
    case SYS_copy_file_range:
    case SYS_truncate:
    case SYS_ftruncate:
    case SYS_fallocate:
    case SYS_fsync:
    case SYS_fdatasync:
    case SYS_fcntl:  // locks
    case SYS_flock:
    case SYS_close:  // sets locks free
    case SYS_exit_group:
      return true;
    default:
      return false;
  }
}

/// Whether it stands before a call that counts.
inline bool enters_call(pid_t process) {
  __ptrace_syscall_info call{};
  const auto size = ::ptrace(PTRACE_GET_SYSCALL_INFO, process, sizeof call, &call);
  if (size <= 0) throw std::runtime_error("the system does not tell where a process stands");
  return call.op == PTRACE_SYSCALL_INFO_ENTRY && changes_files(call.entry.nr);
}

}  // namespace tracing

inline Traced run_traced(const std::function<int()>& action, int kill_before) {
  constexpr int at_call = SIGTRAP | 0x80;
  const auto process = ::fork();
  if (process < 0) throw std::runtime_error("no process");
  if (process == 0) {
    if (::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) != 0) ::_exit(1);
    ::raise(SIGSTOP);
    ::_exit(action());
  }
  Traced traced;
  int status = tracing::wait_for(process);
  ::ptrace(PTRACE_SETOPTIONS, process, nullptr, PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL);
  for (int with_signal = 0; !WIFEXITED(status); status = tracing::go_on(process, with_signal)) {
    if (WIFSIGNALED(status)) return {traced.calls, true, 0};
    const int signal = WSTOPSIG(status);
    with_signal = signal == at_call || signal == SIGSTOP ? 0 : signal;
    if (signal != at_call || !tracing::enters_call(process)) continue;
    if (++traced.calls == kill_before) ::kill(process, SIGKILL);
  }
  traced.code = WEXITSTATUS(status);
  return traced;
}

inline bool can_trace() {
  return run_traced([] { return ::write(-1, "", 0) < 0 ? 0 : 1; }).calls > 0;
}

}  // namespace faults
