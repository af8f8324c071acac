# cmake -DBUILD=folder -P install.cmake: installed elsewhere, the program starts and speaks
# both languages, whatever the build folder still holds.
set(prefix ${BUILD}/installed)
file(REMOVE_RECURSE ${prefix})
execute_process(COMMAND ${CMAKE_COMMAND} --install ${BUILD} --prefix ${prefix}
                OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)

function(run out)
  execute_process(COMMAND ${CMAKE_COMMAND} -E env LC_ALL=C LANGUAGE= LEADBOOK_LANG=
                          ${prefix}/bin/leadbook ${ARGN}
                  OUTPUT_VARIABLE answer COMMAND_ERROR_IS_FATAL ANY)
  set(${out} "${answer}" PARENT_SCOPE)
endfunction()

run(version --version)
if(NOT version MATCHES "^leadbook [0-9]+[.][0-9]+[.][0-9]+[^\n]*\nSQLite [^\n]*\n$")
  message(FATAL_ERROR "leadbook --version printed '${version}'")
endif()
run(english --lang en --help)
run(chinese --lang zh --help)
if(english STREQUAL chinese OR english STREQUAL "")
  message(FATAL_ERROR "leadbook --lang zh --help printed:\n${chinese}")
endif()

# The pages of the manual, as who reads them most wants them.
file(GLOB pages ${prefix}/share/man/man1/*.gz ${prefix}/share/man/zh_CN/man1/*.gz)
list(LENGTH pages count)
if(count LESS 60)
  message(FATAL_ERROR "only ${count} pages of the manual were installed")
endif()
find_program(MANDOC mandoc)
if(MANDOC)
  execute_process(COMMAND gunzip ${pages} COMMAND_ERROR_IS_FATAL ANY)
  list(TRANSFORM pages REPLACE "[.]gz$" "")
  execute_process(COMMAND ${MANDOC} -Tlint ${pages} OUTPUT_VARIABLE lint RESULT_VARIABLE code)
  if(NOT code EQUAL 0 OR NOT lint STREQUAL "")
    message(FATAL_ERROR "mandoc has this against the manual:\n${lint}")
  endif()
endif()
file(REMOVE_RECURSE ${prefix})
