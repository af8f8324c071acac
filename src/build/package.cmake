# What `cpack` makes of a build: a Debian package, and a tarball that runs where it is unpacked.
set(CPACK_GENERATOR DEB TXZ)
set(CPACK_PACKAGE_NAME leadbook)
set(CPACK_PACKAGE_VENDOR leadbook)
set(CPACK_PACKAGE_VERSION ${LEADBOOK_RELEASE})
set(LEADBOOK_CONTACT "leadbook <leadbook@localhost>" CACHE STRING "Who answers for the package")
set(CPACK_PACKAGE_CONTACT ${LEADBOOK_CONTACT})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "investment-lead book of a county or city")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGE_FILE_NAME leadbook-${LEADBOOK_RELEASE}-${CMAKE_SYSTEM_PROCESSOR})
# A candidate comes before its release.
string(REPLACE "-rc" "~rc" debian_version ${LEADBOOK_RELEASE})
set(CPACK_DEBIAN_PACKAGE_VERSION ${debian_version})
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION database)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "libpq5, ${XLSXWRITER_PACKAGE}, less")
set(CPACK_PACKAGE_DESCRIPTION "Keeps the projects, delegations, negotiations and signings of an
investment-promotion bureau, in one file or on a PostgreSQL server, in
English and Chinese: totals, rankings and charts, sheets in and out, and a
log of every change that can be proved whole and undone.")

set(pieces ${CMAKE_BINARY_DIR}/package)
file(MAKE_DIRECTORY ${pieces})
file(WRITE ${pieces}/changelog "leadbook (${debian_version}) unstable; urgency=medium

  * First release candidate.

 -- ${LEADBOOK_CONTACT}  Fri, 27 Nov 2026 12:00:00 +0000
")
file(READ ${PROJECT_SOURCE_DIR}/LICENSE license)
string(REPLACE "\n\n" "\n.\n" license "${license}")
string(REGEX REPLACE "\n" "\n " license "${license}")
file(WRITE ${pieces}/copyright "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/

Files: *
Copyright: 2026 The leadbook authors
License: MIT
 ${license}
")
file(WRITE ${pieces}/lintian "# Every shared library is time at each start, of which there are thousands a day in scripts.
leadbook: embedded-library *
# Who answers for a package is said by who builds it, with -DLEADBOOK_CONTACT.
leadbook: bogus-mail-host *
leadbook: bogus-mail-host-in-debian-changelog *
")
execute_process(COMMAND gzip -9nkf ${pieces}/changelog)
install(FILES ${pieces}/changelog.gz ${pieces}/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/leadbook)
install(FILES ${pieces}/lintian RENAME leadbook
        DESTINATION ${CMAKE_INSTALL_DATADIR}/lintian/overrides)
include(CPack)
