// Leaks of libraries, which the leak checker of a sanitised test is told to pass over. To be included
// in one file of each program.
#pragma once

/// libxlsxwriter keeps the formula of each drop-down list for good, some twenty bytes.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:lxw_strdup"; }
