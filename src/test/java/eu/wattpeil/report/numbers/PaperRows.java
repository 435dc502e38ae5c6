package eu.wattpeil.report.numbers;

import eu.wattpeil.kpi.model.Kpi;
import eu.wattpeil.workspace.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Holds the numbers of each row of the tables of figures of a printed report against those of the
 * KPI of the row: from its title, which begins a line, to that of the next one. The last row of a
 * table is left out, for nothing tells where it ends.
 */
final class PaperRows {

    private final EditionNumbers numbers;
    private final String form;
    private final Tally tally;
    private final String text;

    /**
     * Those of a document.
     *
     * @param text of the document, with its lines
     */
    PaperRows(EditionNumbers numbers, String form, Tally tally, String text) {
        this.numbers = numbers;
        this.form = form;
        this.tally = tally;
        this.text = text;
    }

    /** Holds them, with what may stand on any page. */
    void check(Set<String> ofPages) {
        int at = 0;
        for (List<String> section : numbers.town().kpisOfSections()) {
            at = Math.max(at, text.indexOf(numbers.script().text("label.last_month"), at));
            List<Integer> begins = new ArrayList<>();
            for (String kpiId : section) {
                at = lineOf(numbers.town().kpi(kpiId), at);
                begins.add(at);
                at++;
            }
            for (int i = 0; i + 1 < section.size(); i++) {
                Kpi kpi = numbers.town().kpi(section.get(i));
                check(kpi, text.substring(begins.get(i), begins.get(i + 1)), ofPages);
            }
        }
    }

    /** Where a line begins with the title of a KPI. */
    private int lineOf(Kpi kpi, int from) {
        String title = Loose.compact(Texts.pick(kpi.title(), numbers.script().language()));
        int line = from;
        while (line >= 0 && Loose.end(text, line, title) < 0) {
            int end = text.indexOf('\n', line);
            line = end < 0 ? -1 : end + 1;
        }
        if (line < 0) {
            throw new IllegalStateException("Cannot find: " + kpi.kpiId() + " in " + form);
        }
        return line;
    }

    private void check(Kpi kpi, String row, Set<String> ofPages) {
        Set<String> allowed = new HashSet<>(ofPages);
        numbers.withGoals(kpi.kpiId()).forEach(it -> allowed.add(Loose.compact(it)));
        String rest = numbers.fixed().takenFrom(row);
        List<String> said =
                Numeral.onPaper(rest, numbers.units()).stream().map(Numeral::said).toList();
        said.forEach(it -> tally.add(form, "row of " + kpi.kpiId(), it, allowed.contains(it), row));
        Optional<String> value =
                FigureRows.of(kpi, numbers.tables(), numbers.month())
                        .value(numbers.month())
                        .map(it -> Loose.compact(new Digits(kpi, numbers.script()).value(it)));
        value.filter(it -> !kpi.isLabelClass())
                .ifPresent(
                        it ->
                                tally.add(
                                        form,
                                        "value of " + kpi.kpiId(),
                                        it,
                                        said.contains(it),
                                        row));
    }
}
