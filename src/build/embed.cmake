# embed_folder(target folder extension name): every file below the folder becomes text inside the
# program, found by `embedded::name()`, a list of {file name without extension, text}.
function(embed_folder target folder extension name)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS ${folder}/*.${extension})
  set(out ${CMAKE_BINARY_DIR}/embedded/${name}.cpp)
  add_custom_command(
    OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} -DOUT=${out} -DNAME=${name} "-DFILES=${files}"
            -P ${PROJECT_SOURCE_DIR}/src/build/embed_files.cmake
    DEPENDS ${files} ${PROJECT_SOURCE_DIR}/src/build/embed_files.cmake
    VERBATIM)
  target_sources(${target} PRIVATE ${out})
endfunction()
