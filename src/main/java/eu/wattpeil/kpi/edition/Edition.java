package eu.wattpeil.kpi.edition;

import java.time.YearMonth;

/**
 * The state of a month that is shown. A month that was shown is never rewritten: when a value
 * changes, the next edition takes the place of the one before, which stays in the store.
 *
 * @param number from 1
 * @param fingerprint of everything that went into it: documents, configuration, models, software
 * @param contents fingerprint of what came out of it: values and materialised relations
 */
public record Edition(YearMonth month, int number, String fingerprint, String contents) {

    /** An edition of the same month, of which only the number is known. */
    Edition numbered(int other) {
        return new Edition(month, other, "", "");
    }
}
