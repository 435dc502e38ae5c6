package eu.wattpeil.report.page;

import eu.wattpeil.report.content.Effect;
import eu.wattpeil.report.content.Impact;
import eu.wattpeil.report.words.ImpactReasons;
import eu.wattpeil.report.words.Numerals;
import eu.wattpeil.report.words.Words;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what a year of what a measure changed comes to, and why where nobody knows. */
final class ImpactWords {

    private static final long EVERY_DAY = 365;

    private final YearMonth month;
    private final Words words;
    private final Numerals numerals;
    private final ImpactReasons reasons;

    ImpactWords(YearMonth month, Words words, Numerals numerals) {
        this.month = month;
        this.words = words;
        this.numerals = numerals;
        reasons = new ImpactReasons(words);
    }

    /** What an effect comes to in a year, in money and in emissions. */
    List<ReportPage.Item> items(Effect effect) {
        if (effect.impact().isEmpty()) {
            return List.of(item("year", unknown(ImpactReasons.NOT_SAID)));
        }
        Impact impact = effect.impact().get();
        List<ReportPage.Item> items = new ArrayList<>();
        String saved =
                words.parts(impact.saved().stream().flatMap(it -> change(it).stream()).toList());
        impact.missing().ifPresent(code -> items.add(item("year", unknown(code))));
        if (!saved.isEmpty()) {
            items.add(item("year", year(saved, impact.days())));
        }
        boolean isElectricity = impact.kwh().change().isPresent();
        worth("money", impact.eur(), "money").ifPresent(items::add);
        worth("emissions", impact.kgco2e(), isElectricity ? "emissions_by_location" : "emissions")
                .ifPresent(items::add);
        return items;
    }

    private Optional<ReportPage.Item> worth(String head, Impact.Amount amount, String key) {
        return change(amount)
                .map(it -> words.say("impact." + key, "change", it, "month", words.month(month)))
                .or(() -> amount.missing().map(this::unknown))
                .map(text -> item(head, text));
    }

    /** Of what is printed, on the days of a year that have prints; of a share, of all prints. */
    private String year(String saved, Optional<Long> days) {
        if (days.isEmpty()) {
            return words.say("impact.year_of_volume", "change", saved);
        }
        return days.get() == EVERY_DAY
                ? words.say("impact.year", "change", saved)
                : words.count("impact.year_of_days", days.get(), "change", saved);
    }

    private Optional<String> change(Impact.Amount amount) {
        return amount.change()
                .map(
                        it ->
                                words.say(
                                        "impact.change",
                                        "change",
                                        numerals.change(it.amount(), amount.unit()),
                                        "low",
                                        numerals.change(it.low(), amount.unit()),
                                        "high",
                                        numerals.change(it.high(), amount.unit())));
    }

    private String unknown(String code) {
        return words.say("impact.unknown", "why", reasons.of(code));
    }

    private ReportPage.Item item(String key, String text) {
        return new ReportPage.Item(words.say("done." + key), text, "");
    }
}
