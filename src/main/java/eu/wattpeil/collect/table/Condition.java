package eu.wattpeil.collect.table;

import com.google.re2j.Pattern;
import java.util.Optional;
import java.util.Set;

/**
 * What a column of the document says of a row.
 *
 * @param texts that fit
 * @param expression that fits as a whole; empty where texts say all
 * @param isExcluding whether rows that fit are passed over, and not those that do not
 */
record Condition(
        ColumnRef column, Set<String> texts, Optional<Pattern> expression, boolean isExcluding) {}
