package eu.wattpeil.workspace;

import java.math.BigDecimal;

/**
 * A row of {@code config/paper-sizes.csv}: how much paper a size is.
 *
 * @param name as print logs spell it, in lower case
 * @param a4Equivalents its area, in sheets of A4
 */
public record PaperSize(String name, BigDecimal a4Equivalents) {}
