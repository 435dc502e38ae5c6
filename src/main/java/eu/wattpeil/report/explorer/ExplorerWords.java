package eu.wattpeil.report.explorer;

import eu.wattpeil.kpi.query.SeriesBreak;
import eu.wattpeil.kpi.value.Reason;
import eu.wattpeil.report.words.Numerals;
import eu.wattpeil.report.words.Words;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the page says, in a language. */
final class ExplorerWords {

    private static final String OWN = "explorer.";

    /** What reports say, too. */
    private static final List<String> OF_REPORTS =
            List.of(
                    "coverage.known",
                    "coverage.measured",
                    "coverage.mixed",
                    "coverage.modelled",
                    "points",
                    "same",
                    "semicolon");

    private final Words words;
    private final int minimumGroupSize;

    ExplorerWords(Words words, int minimumGroupSize) {
        this.words = words;
        this.minimumGroupSize = minimumGroupSize;
    }

    /** Its texts by their keys, with the names in them left open. */
    Map<String, String> all() {
        Map<String, String> all = new TreeMap<>();
        words.keys(OWN).forEach(key -> all.put(key.substring(OWN.length()), words.open(key)));
        OF_REPORTS.forEach(key -> all.put(key, words.open(key)));
        for (String per : List.of("day", "working_day")) {
            all.put("per." + per, words.say("per", "per", per, "value", "{value}"));
        }
        return all;
    }

    String seriesBreak(SeriesBreak seriesBreak) {
        return words.say(
                "break." + seriesBreak.cause(),
                "date",
                words.date(seriesBreak.happenedOn()),
                "subject",
                seriesBreak.subjectId());
    }

    ExplorerData.Named kind(String kind) {
        return named("kind", kind);
    }

    ExplorerData.Named named(String prefix, String code) {
        return new ExplorerData.Named(code, words.code(prefix, code));
    }

    ExplorerData.Reason reason(Reason reason) {
        String code = reason.code();
        return new ExplorerData.Reason(
                code,
                words.say("reason." + code, "minimum", new Numerals(words).whole(minimumGroupSize)),
                words.code("explain.cure", code));
    }

    String counted(String kind, int count) {
        return words.say(
                "explorer.left_out.kind",
                "kind",
                words.code("kind", kind),
                "count",
                new Numerals(words).whole(count));
    }

    String kindsLeftOut(List<String> kinds) {
        return words.say("explorer.left_out.kinds", "kinds", String.join(", ", kinds));
    }

    String changesLeftOut() {
        return words.say("explorer.left_out.changes");
    }

    String earlierMonths(YearMonth first) {
        return words.say("explorer.left_out.months", "month", words.month(first));
    }
}
