# Run when installing, with PROGRAM and MANUAL (the folder of pages, below the prefix): pages of the
# manual in English and Chinese, printed by the program itself, compressed as man reads them.
set(folder $ENV{DESTDIR}${CMAKE_INSTALL_PREFIX}/${MANUAL})
# Settings of who installs are no business of the pages.
set(program ${CMAKE_COMMAND} -E env --unset=LEADBOOK_LANG HOME=/nonexistent XDG_CONFIG_HOME=/nonexistent
            ${PROGRAM})
execute_process(COMMAND ${program} completion bash -- "" OUTPUT_VARIABLE answer
                COMMAND_ERROR_IS_FATAL ANY)
string(REGEX MATCHALL "[^\n\t]+\t[^\n]*\n" lines "${answer}")
set(pages leadbook)
foreach(line IN LISTS lines)
  string(REGEX REPLACE "\t.*" "" noun "${line}")
  list(APPEND pages leadbook-${noun})
endforeach()
foreach(lang en zh)
  set(into ${folder}/man1)
  if(lang STREQUAL zh)
    set(into ${folder}/zh_CN/man1)
  endif()
  file(MAKE_DIRECTORY ${into})
  foreach(page IN LISTS pages)
    string(REGEX REPLACE "^leadbook-?" "" noun "${page}")
    execute_process(COMMAND ${program} help ${noun} --man --lang ${lang}
                    OUTPUT_FILE ${into}/${page}.1 COMMAND_ERROR_IS_FATAL ANY)
    execute_process(COMMAND gzip -9nf ${into}/${page}.1 COMMAND_ERROR_IS_FATAL ANY)
  endforeach()
endforeach()
