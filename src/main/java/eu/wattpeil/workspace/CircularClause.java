package eu.wattpeil.workspace;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * A row of {@code config/circular-clauses.csv}: a clause that counts as circular.
 *
 * @param clause one of {@link #KNOWN}
 * @param minimumYears from how many years on a clause on spare parts counts; empty for all others
 */
public record CircularClause(String clause, Optional<BigDecimal> minimumYears) {

    private static final String SPARE_PARTS = "spare_parts";

    /** The clauses that the dataset contracts holds. */
    public static final Set<String> KNOWN =
            Set.of(
                    "take_back",
                    "repair",
                    SPARE_PARTS,
                    "battery_swap",
                    "refurbished_option",
                    "packaging");

    public CircularClause {
        if (clause.equals(SPARE_PARTS) != minimumYears.isPresent()) {
            throw new IllegalArgumentException(
                    clause.equals(SPARE_PARTS)
                            ? "minimum_years is empty, expected years for " + clause
                            : "minimum_years is \""
                                    + minimumYears.orElseThrow().toPlainString()
                                    + "\", expected none for "
                                    + clause);
        }
    }
}
