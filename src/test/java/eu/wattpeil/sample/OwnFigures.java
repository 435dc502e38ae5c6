package eu.wattpeil.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;

/**
 * The figures that no machine delivers, as the sustainability officer enters them: one file per
 * year; a figure that is not entered is -1 in the truth. What is odd is told at {@link SampleData}.
 */
final class OwnFigures {

    private static final Set<YearMonth> NOT_ENTERED =
            Set.of(YearMonth.of(2025, 12), YearMonth.of(2026, 8));
    private static final YearMonth COURSE = YearMonth.of(2026, 3);

    private final SamplePeriod period;
    private final SampleRandom random;
    private final Truth truth;

    OwnFigures(SamplePeriod period, SampleRandom random, Truth truth) {
        this.period = period;
        this.random = random;
        this.truth = truth;
    }

    void writeTo(Path folder) {
        for (int year : List.of(period.first().getYear(), period.last().getYear())) {
            SampleFile file = new SampleFile(UTF_8, "\n");
            file.add("Eigen cijfers " + year);
            file.add("Maand|Duurzaam geleverd (%)|Bereikte collega's|Digitale EHBO'ers");
            period.months().stream()
                    .filter(month -> month.getYear() == year)
                    .forEach(month -> file.add(row(month)));
            file.writeTo(folder.resolve("eigen-cijfers-" + year + ".txt.gz"));
        }
    }

    private String row(YearMonth month) {
        int delivered = 34 + 2 * period.age(month) + random.between(0, 6);
        int reached = 24 + 3 * period.age(month) + random.between(0, 18);
        int trained = month.isBefore(COURSE) ? 0 : random.between(1, 3);
        boolean isEntered = !NOT_ENTERED.contains(month);
        truth.set(month, "delivered_percent", isEntered ? delivered : -1);
        truth.set(month, "people_reached", isEntered ? reached : -1);
        truth.set(month, "first_aiders_trained", trained);
        return String.join(
                "|",
                month.toString(),
                isEntered ? String.valueOf(delivered) : "",
                isEntered ? String.valueOf(reached) : "",
                String.valueOf(trained));
    }
}
