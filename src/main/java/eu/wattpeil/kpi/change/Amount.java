package eu.wattpeil.kpi.change;

import eu.wattpeil.kpi.value.KpiValue;
import java.math.BigDecimal;

/** What a known value counts, completed as the value is. */
final class Amount {

    private Amount() {}

    /** The value itself; of a ratio, what stands above the line. */
    static BigDecimal of(KpiValue value) {
        BigDecimal number = BigDecimal.valueOf(value.value().orElseThrow());
        return value.denominator().map(number::multiply).orElse(number);
    }
}
