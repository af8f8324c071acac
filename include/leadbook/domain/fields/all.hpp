// The fields of all records: for the few files that make something of them.
#pragma once

#include "leadbook/domain/fields/book.hpp"
#include "leadbook/domain/fields/company.hpp"
#include "leadbook/domain/fields/county.hpp"
#include "leadbook/domain/fields/credit.hpp"
#include "leadbook/domain/fields/delegation.hpp"
#include "leadbook/domain/fields/event.hpp"
#include "leadbook/domain/fields/import.hpp"
#include "leadbook/domain/fields/negotiation.hpp"
#include "leadbook/domain/fields/progress.hpp"
#include "leadbook/domain/fields/project.hpp"
#include "leadbook/domain/fields/signing.hpp"
#include "leadbook/domain/fields/stage.hpp"
#include "leadbook/domain/fields/station.hpp"
#include "leadbook/domain/fields/target.hpp"
#include "leadbook/domain/records.hpp"
