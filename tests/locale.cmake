# cmake -DBUILD=folder -P locale.cmake: each message of the sources has a finished translation with
# the same placeholders, and the catalogue holds no others.
get_filename_component(locale ${CMAKE_CURRENT_LIST_DIR}/../data/locale ABSOLUTE)
set(catalogue ${locale}/zh_CN.po)
set(template ${BUILD}/leadbook.pot)
set(merged ${BUILD}/zh_CN.merged.po)
execute_process(COMMAND ${locale}/extract ${template} COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND msgfmt --check --output-file=${BUILD}/zh_CN.mo ${catalogue}
                COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND msgmerge --quiet --no-fuzzy-matching --no-wrap --output-file=${merged}
                        ${catalogue} ${template}
                COMMAND_ERROR_IS_FATAL ANY)
set(faults 0)

# Tells the messages that msgattrib picks, with their files.
macro(refuse_any what)
  execute_process(COMMAND msgattrib --no-wrap ${ARGN} ${merged}
                  OUTPUT_VARIABLE found COMMAND_ERROR_IS_FATAL ANY)
  string(REGEX REPLACE "^.*\"Plural-Forms[^\n]*\n" "" found "${found}")
  if(found)
    message(NOTICE "${what}${found}")
    math(EXPR faults "${faults} + 1")
  endif()
endmacro()
refuse_any("Not translated:" --untranslated)
refuse_any("Fuzzy, to be looked at:" --only-fuzzy --no-obsolete)
refuse_any("No longer in the sources:" --only-obsolete)

# The numbers of a text's placeholders: {} counts from 0, as {0} {1} do by name.
function(placeholders out text)
  string(REGEX MATCHALL "{[0-9]*}" fields "${text}")
  set(numbers ${fields})
  list(REMOVE_DUPLICATES numbers)
  if(numbers STREQUAL "{}")
    set(numbers)
    foreach(field IN LISTS fields)
      list(LENGTH numbers count)
      list(APPEND numbers "{${count}}")
    endforeach()
  endif()
  list(SORT numbers)
  set(${out} "${numbers}" PARENT_SCOPE)
endfunction()

file(READ ${merged} text)
# What would part or join a CMake list.
string(REGEX REPLACE "[][;\\]" " " text "${text}")
string(REPLACE "\"\n\"" "" text "${text}")
string(REPLACE "\n\n" ";" entries "${text}")
set(entries_read 0)
foreach(entry IN LISTS entries)
  if(NOT entry MATCHES "(msgid|msgid_plural) \"([^\n]*)\"\nmsgstr[ 0]* \"([^\n]*)\"")
    continue()
  endif()
  set(message "${CMAKE_MATCH_2}")
  set(translation "${CMAKE_MATCH_3}")
  math(EXPR entries_read "${entries_read} + 1")
  placeholders(wanted "${message}")
  placeholders(given "${translation}")
  if(NOT "${wanted}" STREQUAL "${given}")
    message(NOTICE "Other placeholders: \"${message}\" is \"${translation}\"")
    math(EXPR faults "${faults} + 1")
  endif()
endforeach()

if(faults OR entries_read EQUAL 0)
  message(FATAL_ERROR "data/locale/zh_CN.po: run data/locale/extract and translate what it lacks")
endif()
