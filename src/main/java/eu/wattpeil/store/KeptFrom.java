package eu.wattpeil.store;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * From which month on the records of a dataset are kept; those of months before it were removed.
 *
 * @param dataset its name
 * @param month the first one
 * @param since the local day on which those before it were removed
 */
public record KeptFrom(String dataset, YearMonth month, LocalDate since) {

    private static final int PARTS = 3;

    /** What is gone, in words. */
    public String words() {
        return dataset + ": records before " + month + " are no longer kept since " + since;
    }

    /** As a line of a file. */
    String line() {
        return dataset + " " + month + " " + since + "\n";
    }

    /** Reads a line; empty where it is none of {@link #line()}. */
    static Optional<KeptFrom> parse(String line) {
        String[] parts = line.split(" ", -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new KeptFrom(parts[0], YearMonth.parse(parts[1]), LocalDate.parse(parts[2])));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
