package eu.wattpeil.report.explanation;

import eu.wattpeil.kpi.explain.DocumentLines;
import eu.wattpeil.kpi.explain.Source;
import eu.wattpeil.kpi.explain.Step;
import eu.wattpeil.kpi.explain.Trail;
import eu.wattpeil.report.words.TextLines;
import eu.wattpeil.report.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands behind a figure, for people: rows of models, documents, and what worked it out. */
public final class TrailText {

    private static final int HASH_DIGITS = 12;

    /** So many documents are named; JSON has them all. */
    private static final int MOST_DOCUMENTS = 20;

    private final Words words;
    private final TextLines out;

    TrailText(Words words, TextLines out) {
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
        out.heading(words.say("explain.documents"));
        out.indented(words.say(isKnown ? "explain.documents.proof" : "explain.documents.unknown"));
        trail.sources().forEach(this::printSource);
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

    private void printSource(Source source) {
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
                .limit(MOST_DOCUMENTS)
                .forEach(document -> rows.add(document(document, document.lines())));
        out.table(rows);
        if (documents.size() > MOST_DOCUMENTS) {
            out.indented(words.count("explain.more_documents", documents.size() - MOST_DOCUMENTS));
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
