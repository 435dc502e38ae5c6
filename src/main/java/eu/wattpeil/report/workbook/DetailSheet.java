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

    static Sheet of(List<Breakdown> shown, MonthlyReport report, Speech speech) {
        DetailSheet sheet = new DetailSheet(report, speech);
        return new Sheet(
                "details",
                sheet.header(),
                Sheet.Kind.DATA,
                shown.stream().flatMap(sheet::rows).toList());
    }

    private Stream<List<Cell>> rows(Breakdown all) {
        return all.told().stream().map(it -> row(all.detail(), it));
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
