package eu.wattpeil.operate;

import eu.wattpeil.kpi.edition.Edition;
import eu.wattpeil.kpi.edition.Editions;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Optional;

/** The edition that a command is about. */
final class ComputedMonth {

    private ComputedMonth() {}

    /**
     * That of a month, or of the last one that was computed.
     *
     * @throws UnknownNameException where the month is not computed, or none is
     */
    static Edition of(Editions editions, Optional<YearMonth> wanted) {
        return editions.current().stream()
                .filter(it -> wanted.isEmpty() || wanted.get().equals(it.month()))
                .max(Comparator.comparing(Edition::month))
                .orElseThrow(
                        () ->
                                new UnknownNameException(
                                        "Cannot find "
                                                + wanted.map(it -> "month " + it).orElse("a month")
                                                + " among those that are computed:"
                                                + " wattpeil run computes them"));
    }
}
