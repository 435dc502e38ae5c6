package eu.wattpeil.kpi.edition;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * What came of computing an edition again.
 *
 * @param files those of the edition that are equal byte for byte to what was computed again
 * @param difference the first one; empty where all files are equal
 * @param software the version that the edition was made by
 */
public record Verified(
        YearMonth month,
        int edition,
        List<EqualFile> files,
        Optional<Difference> difference,
        String software) {

    public Verified {
        files = List.copyOf(files);
    }

    /**
     * A file that is equal.
     *
     * @param file below the root of the store
     */
    public record EqualFile(String file, long rows, String sha256) {}

    /** How a file of an edition and what was computed again are not the same. */
    public enum Kind {
        /** The file is not there. */
        LOST,
        /** It is not the file that was written, but what was computed again is. */
        ALTERED,
        /** It is what was computed again, but not what the manifest says. */
        MANIFEST_ALTERED,
        /** A row of it has another value. */
        VALUE,
        /** A row of it was not computed again. */
        ROW_TOO_MANY,
        /** A row that was computed again is not in it. */
        ROW_MISSING,
        /** It has the same rows in other bytes. */
        BYTES,
        /** It cannot be read. */
        UNREADABLE
    }

    /**
     * A difference.
     *
     * @param file below the root of the store
     * @param row its key, such as {@code month, pue_interim, room, town-hall-sr}; empty where the
     *     difference is none of a row
     * @param column in which the row differs; empty where it is none of a value
     * @param published what the edition has
     * @param again what was computed again
     */
    public record Difference(
            Kind kind, String file, String row, String column, String published, String again) {

        static Difference of(Kind kind, String file) {
            return new Difference(kind, file, "", "", "", "");
        }
    }
}
