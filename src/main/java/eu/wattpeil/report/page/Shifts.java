package eu.wattpeil.report.page;

import eu.wattpeil.report.content.LevelShift;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.words.Scopes;
import eu.wattpeil.report.words.ShiftWords;
import eu.wattpeil.report.words.Words;
import eu.wattpeil.workspace.Measure;
import java.util.List;
import java.util.stream.Collectors;

/** Says since when KPIs are at another level. */
final class Shifts {

    private final MonthlyReport report;
    private final Words words;
    private final Scopes scopes;
    private final ShiftWords shiftWords;

    Shifts(MonthlyReport report, Words words, Scopes scopes) {
        this.report = report;
        this.words = words;
        this.scopes = scopes;
        shiftWords =
                ShiftWords.forPage(
                        report.facts().texts(),
                        words,
                        report.facts().organisation().measures().stream()
                                .collect(
                                        Collectors.toMap(
                                                Measure::measureId,
                                                it ->
                                                        words.say(
                                                                "quoted",
                                                                "text",
                                                                words.pick(it.title())))));
    }

    /** One for each shift; of a whole that shifted as its only part does, that part. */
    List<ReportPage.Item> items() {
        List<LevelShift> all = report.facts().insights().shifts();
        return all.stream()
                .filter(shift -> all.stream().noneMatch(other -> isPart(other, shift)))
                .map(this::item)
                .toList();
    }

    private static boolean isPart(LevelShift part, LevelShift whole) {
        return whole.scope().isOrganisation()
                && !part.scope().isOrganisation()
                && part.kpiId().equals(whole.kpiId())
                && part.day().equals(whole.day())
                && part.before().compareTo(whole.before()) == 0
                && part.after().compareTo(whole.after()) == 0;
    }

    private ReportPage.Item item(LevelShift shift) {
        return new ReportPage.Item(
                shiftWords.title(shift) + " – " + scopes.name(shift.scope()),
                words.capitalised(shiftWords.told(shift))
                        + ". "
                        + String.join(" ", shiftWords.sentences(shift)),
                "");
    }
}
