package eu.wattpeil.report.content;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;

/**
 * What the rules came to in a month, as its edition has it, with what the organisation made of it
 * since.
 *
 * @param findings those that were found first, of these the largest saving
 */
public record MonthFindings(YearMonth month, List<Finding> findings) {

    private static final Comparator<Finding> ORDER =
            Comparator.comparing(Finding::outcome)
                    .thenComparing(
                            it -> it.kwh().high().or(it.kwh()::low).orElse(BigDecimal.ZERO),
                            Comparator.reverseOrder())
                    .thenComparing(Finding::ruleId)
                    .thenComparing(it -> it.scope().toString());

    public MonthFindings {
        findings = findings.stream().sorted(ORDER).toList();
    }
}
