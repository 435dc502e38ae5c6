package eu.wattpeil.report.explorer;

import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.report.content.Figure;
import eu.wattpeil.report.words.Numerals;
import java.math.BigDecimal;
import java.util.Optional;

/** The numbers of a value as the page holds them: all digits, a point, no zeros at the end. */
final class Cells {

    /** Stands for a value that is not known although no reason is given. */
    static final String NONE = "-";

    /** Values have nine decimals at most. */
    private static final double BILLION = 1e9;

    /** Below it the page would write a quotient in powers of ten. */
    private static final double SMALLEST = 1e-6;

    /** Above it not all quotients of nine decimals have fifteen digits or fewer. */
    private static final double LARGEST = 1e6;

    private Cells() {}

    static String numerator(KpiValue row) {
        return amount(row.numerator().filter(it -> !Figure.isHidden(row)));
    }

    static String denominator(KpiValue row) {
        return amount(row.denominator().filter(it -> !Figure.isHidden(row)));
    }

    /**
     * Empty where the page gets the very value from the amounts, or where a reason says why not.
     */
    static String value(KpiValue row) {
        Optional<Double> value = row.value().filter(it -> !Figure.isHidden(row));
        if (value.isEmpty()) {
            return row.reason().isPresent() ? "" : NONE;
        }
        BigDecimal plain = Numerals.plain(value.get());
        return row.reason().isEmpty() && isOfAmounts(row, plain) ? "" : plain.toPlainString();
    }

    static String coverage(KpiValue row) {
        return share(row, row.coverage());
    }

    static String measured(KpiValue row) {
        return share(row, row.measuredShare());
    }

    private static String share(KpiValue row, Optional<Double> share) {
        return share.filter(it -> !Figure.isHidden(row))
                .map(it -> Numerals.share(it).toPlainString())
                .orElse("");
    }

    static String amount(Optional<BigDecimal> amount) {
        return amount.map(it -> it.stripTrailingZeros().toPlainString()).orElse("");
    }

    /** The quotient is taken as the page takes it: in the same doubles by the same steps. */
    private static boolean isOfAmounts(KpiValue row, BigDecimal plain) {
        if (row.numerator().isEmpty()) {
            return false;
        }
        if (row.denominator().isEmpty()) {
            return plain.compareTo(row.numerator().get()) == 0;
        }
        double quotient =
                row.numerator().get().doubleValue() / row.denominator().get().doubleValue();
        double rounded = Math.round(quotient * BILLION) / BILLION;
        double size = Math.abs(rounded);
        boolean isPlain = rounded == 0 || (size >= SMALLEST && size < LARGEST);
        return isPlain && plain.doubleValue() == rounded;
    }
}
