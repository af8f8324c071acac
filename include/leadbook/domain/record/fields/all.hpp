// The fields of all records: for the few files that make something of them.
#pragma once

#include "leadbook/domain/record/fields/book.hpp"
#include "leadbook/domain/record/fields/company.hpp"
#include "leadbook/domain/record/fields/contact.hpp"
#include "leadbook/domain/record/fields/county.hpp"
#include "leadbook/domain/record/fields/credit.hpp"
#include "leadbook/domain/record/fields/delegation.hpp"
#include "leadbook/domain/record/fields/event.hpp"
#include "leadbook/domain/record/fields/import.hpp"
#include "leadbook/domain/record/fields/negotiation.hpp"
#include "leadbook/domain/record/fields/progress.hpp"
#include "leadbook/domain/record/fields/project.hpp"
#include "leadbook/domain/record/fields/signing.hpp"
#include "leadbook/domain/record/fields/stage.hpp"
#include "leadbook/domain/record/fields/station.hpp"
#include "leadbook/domain/record/fields/target.hpp"
#include "leadbook/domain/record/records.hpp"
