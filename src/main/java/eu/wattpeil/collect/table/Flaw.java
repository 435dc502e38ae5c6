package eu.wattpeil.collect.table;

import eu.wattpeil.collect.Reject.Reason;

/** Why a field cannot be read, and what would have been. */
record Flaw(Reason reason, String expected) {}
