package eu.wattpeil.report.explanation;

import eu.wattpeil.kpi.engine.ReadValue;
import eu.wattpeil.kpi.explain.DocumentLines;
import eu.wattpeil.kpi.explain.Numbers;
import eu.wattpeil.kpi.explain.Origin;
import eu.wattpeil.kpi.explain.Source;
import eu.wattpeil.kpi.explain.Step;
import eu.wattpeil.kpi.explain.Trail;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.report.words.Lines;
import eu.wattpeil.report.words.Words;
import eu.wattpeil.workspace.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What stands behind a figure, for people: rows of models, documents, and what worked it out. */
public final class TrailText {

    private static final int HASH_DIGITS = 12;

    /** So many documents are named; JSON has them all. */
    private static final int MOST_DOCUMENTS = 20;

    /** So many of each dataset where several things are read from documents. */
    private static final int MOST_OF_EACH = 3;

    private final Words words;
    private final Lines out;

    TrailText(Words words, Lines out) {
        this.words = words;
        this.out = out;
    }

    /**
     * Prints one.
     *
     * @param isKnown whether there is a value that its lines give
     */
    void print(Trail trail, boolean isKnown) {
        if (!trail.steps().isEmpty() || !trail.withheld().isEmpty()) {
            out.heading(words.say("explain.rows"));
        }
        trail.steps().forEach(this::printStep);
        if (!trail.withheld().isEmpty()) {
            out.indented(
                    words.say(
                            "explain.rows_of_people",
                            "models",
                            String.join(", ", trail.withheld())));
        }
        if (!trail.origins().isEmpty()) {
            out.heading(words.say("explain.origins"));
            out.indented(words.say("explain.origins.proof"));
            boolean isOfMany = trail.origins().stream().mapToInt(TrailText::things).sum() > 2;
            trail.origins()
                    .forEach(it -> printOrigin(it, isOfMany ? MOST_OF_EACH : MOST_DOCUMENTS));
        }
        out.heading(words.say("explain.documents"));
        if (trail.origins().isEmpty()) {
            out.indented(
                    words.say(isKnown ? "explain.documents.proof" : "explain.documents.unknown"));
        }
        trail.sources().forEach(it -> printSource(it, MOST_DOCUMENTS));
        if (!trail.earlier().isEmpty()) {
            out.indented(
                    words.say(
                            "explain.earlier",
                            "months",
                            String.join(
                                    ", ",
                                    trail.earlier().stream().map(Object::toString).toList())));
        }
        if (!trail.configuration().isEmpty()) {
            out.indented(
                    words.say(
                            "explain.configuration",
                            "tables",
                            String.join(", ", trail.configuration())));
        }
        out.indented(words.say("explain.models", "models", String.join(", ", trail.models())));
    }

    private void printStep(Step step) {
        out.indented(step.file() + (step.grain().isEmpty() ? "" : ": " + step.grain()));
        boolean isGrouped = step.lines().stream().anyMatch(line -> line.rows() > 1);
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(step.columns());
        head.add(words.say("explain.column.rows"));
        rows.add(head);
        for (Step.Line line : step.lines()) {
            List<String> cells = new ArrayList<>();
            line.cells().forEach(cell -> cells.add(cell.map(Step.Cell::text).orElse("")));
            cells.add(isGrouped ? "" + line.rows() : "");
            rows.add(cells);
        }
        out.table(rows);
    }

    private static int things(Origin origin) {
        return origin.values().size() + (origin.days().isEmpty() ? 0 : 1);
    }

    private void printOrigin(Origin origin, int mostDocuments) {
        boolean isOfEntry = things(origin) == 0;
        out.indented(
                origin.place()
                        + " "
                        + origin.id()
                        + (isOfEntry ? ": " + words.say("explain.origin.configuration") : ""));
        origin.values().forEach(it -> printValue(it, mostDocuments));
        origin.days().forEach(this::printDays);
        if (!origin.days().isEmpty()) {
            printSources(origin.sources(), mostDocuments);
        }
    }

    private void printValue(Origin.OfValue origin, int mostDocuments) {
        ReadValue read = origin.read();
        boolean isOfMonth = read.period() == Period.MONTH;
        String when =
                (isOfMonth ? "" : words.code("explain.period", read.period().code()) + " ")
                        + words.month(read.month());
        out.indented(
                read.kpiId() + ", " + read.scope() + ", " + when + ": " + told(origin.value()));
        if (origin.months().size() == 1 && !isOfMonth) {
            out.indented(
                    words.say(
                            "explain.origin.months",
                            "months",
                            words.month(origin.months().get(0)),
                            "kpi",
                            read.kpiId(),
                            "period",
                            read.period().code()));
        }
        if (origin.value().filter(it -> !it.isWithheld()).isPresent()) {
            printSources(origin.sources(), mostDocuments);
        }
    }

    private String told(Optional<KpiValue> value) {
        return value.map(
                        known ->
                                known.value()
                                        .map(it -> Numbers.plain(it) + " " + known.unit())
                                        .orElseGet(() -> words.say("not_known")))
                .orElseGet(() -> words.say("explain.origin.no_value"));
    }

    private void printDays(Origin.OfDays days) {
        out.indented(
                words.code("explain.side", days.side().name().toLowerCase(Locale.ROOT))
                        + ": "
                        + days.kpiId()
                        + ", "
                        + days.scope()
                        + ", "
                        + days.first()
                        + "–"
                        + days.last()
                        + ": "
                        + words.count("explain.origin.days", days.known())
                        + days.sum()
                                .map(
                                        it ->
                                                ", "
                                                        + words.say(
                                                                "explain.origin.sum",
                                                                "sum",
                                                                Numbers.plain(it)))
                                .orElse(""));
    }

    private void printSources(Optional<List<Source>> sources, int mostDocuments) {
        sources.ifPresentOrElse(
                all -> all.forEach(it -> printSource(it, mostDocuments)),
                () -> out.indented(words.say("explain.origin.not_reproduced")));
    }

    private void printSource(Source source, int mostDocuments) {
        List<DocumentLines> documents = source.documents();
        out.indented(
                source.dataset()
                        + ": "
                        + (documents.isEmpty()
                                ? words.say("explain.no_documents")
                                : source.lines()
                                        .map(it -> words.count("explain.lines_count", it))
                                        .orElseGet(() -> words.say("explain.lines_withheld"))));
        if (documents.isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                List.of(
                        words.say("explain.column.lines"),
                        words.say("explain.column.count"),
                        words.say("explain.column.superseded"),
                        words.say("explain.column.rejects"),
                        "SHA-256",
                        words.say("explain.column.document")));
        documents.stream()
                .limit(mostDocuments)
                .forEach(document -> rows.add(document(document, document.lines())));
        out.table(rows);
        if (documents.size() > mostDocuments) {
            out.indented(words.count("explain.more_documents", documents.size() - mostDocuments));
        }
    }

    private static List<String> document(
            DocumentLines document, Optional<DocumentLines.Lines> lines) {
        String sha256 = document.sha256();
        return List.of(
                lines.map(it -> it.first().map(from -> from + "–" + it.last().orElse(from)))
                        .map(it -> it.orElse("–"))
                        .orElse("–"),
                lines.map(it -> "" + it.count()).orElse("–"),
                lines.filter(it -> it.superseded() > 0).map(it -> "" + it.superseded()).orElse(""),
                document.rejects() > 0 ? "" + document.rejects() : "",
                sha256.substring(0, Math.min(HASH_DIGITS, sha256.length())),
                document.name());
    }
}
