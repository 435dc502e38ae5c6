package eu.wattpeil.report.workbook;

import eu.wattpeil.kpi.model.Detail;
import eu.wattpeil.report.content.Breakdown;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.words.KeyWords;
import eu.wattpeil.report.words.Words;
import java.util.List;
import java.util.stream.Stream;

/** All that the month takes apart, a row for each place where a row and a column meet. */
final class DetailSheet {

    private final Speech speech;
    private final Words words;
    private final KeyWords keys;

    private DetailSheet(MonthlyReport report, Speech speech) {
        this.speech = speech;
        this.words = speech.words();
        this.keys =
                new KeyWords(
                        words,
                        speech.scopes(),
                        report.facts().organisation().zone(),
                        kpiId -> speech.titleOf(kpiId));
    }

    /** What the sections and the page of the data take apart, in their order. */
    static List<Breakdown> shown(MonthlyReport report) {
        return Stream.concat(
                        report.definition().sections().stream()
                                .flatMap(section -> section.details().stream()),
                        report.definition().details().stream())
                .distinct()
                .flatMap(id -> report.breakdown(id).stream())
                .filter(it -> !it.cells().isEmpty())
                .toList();
    }

    static Sheet of(List<Breakdown> shown, MonthlyReport report, Speech speech) {
        DetailSheet sheet = new DetailSheet(report, speech);
        return new Sheet(
                "details",
                sheet.header(),
                Sheet.Kind.DATA,
                shown.stream().flatMap(sheet::rows).toList());
    }

    private Stream<List<Cell>> rows(Breakdown all) {
        return all.cells().stream().filter(it -> isTold(all, it)).map(it -> row(all.detail(), it));
    }

    /** Of a day all parts but the first are told only where there is something of them. */
    private static boolean isTold(Breakdown all, Breakdown.Cell cell) {
        boolean isPart = all.detail().picture() == Detail.Picture.CALENDAR;
        boolean isNothing = cell.value().filter(it -> it.signum() == 0).isPresent();
        return !isPart || !isNothing || cell.row().equals(all.cells().get(0).row());
    }

    private List<String> header() {
        return List.of(
                speech.say("detail"),
                speech.say("kind"),
                words.say("label.scope"),
                speech.say("detail.row"),
                speech.say("detail.column"),
                words.say("label.value"),
                speech.say("unit"),
                words.say("label.coverage"),
                words.say("label.reason"),
                speech.say("mark"),
                speech.say("detail.note"));
    }

    private List<Cell> row(Detail detail, Breakdown.Cell cell) {
        return List.of(
                speech.text(words.say(Detail.title(detail.detailId()))),
                speech.kind(cell.scope()),
                speech.scope(cell.scope()),
                speech.text(keys.name(detail.rows(), cell.row())),
                speech.text(keys.name(detail.columns(), cell.column())),
                Speech.amount(cell.value()),
                cell.unit().equals("share") ? Cell.BLANK : speech.unit(cell.unit()),
                Speech.share(cell.coverage()),
                speech.text(cell.reason().map(speech.reasons()::ofCode).orElse("")),
                speech.text(cell.mark().map(this::mark).orElse("")),
                speech.text(cell.note().orElse("")));
    }

    private String mark(String code) {
        return words.find("keys.mark." + code).orElseGet(() -> words.code("role", code));
    }
}
