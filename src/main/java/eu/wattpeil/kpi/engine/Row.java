package eu.wattpeil.kpi.engine;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** A row of a result: the values of its columns by name; empty is null. */
public interface Row {

    Optional<String> text(String column);

    /** A whole number. */
    Optional<Long> integer(String column);

    /** An exact number, with the digits of its column. */
    Optional<BigDecimal> decimal(String column);

    /** A binary floating-point number. */
    Optional<Double> number(String column);

    Optional<Boolean> flag(String column);

    Optional<LocalDate> date(String column);

    Optional<Instant> instant(String column);
}
