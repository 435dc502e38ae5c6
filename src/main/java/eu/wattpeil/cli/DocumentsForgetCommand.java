package eu.wattpeil.cli;

import eu.wattpeil.operate.StoredDocuments;
import eu.wattpeil.operate.StoredDocuments.Choice;
import eu.wattpeil.store.LedgerRow;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Takes documents out of the store. */
@Command(
        name = "forget",
        description = {
            "Take documents out of the store for good, with their records and rejects. A file of the",
            "same content is not read again for this definition, until documents restore lets it in.",
            "The next run computes the months anew that saw them; files stay where they lie."
        })
final class DocumentsForgetCommand implements Callable<Integer> {

    private static final int MOST_SHOWN = 10;

    @ParentCommand private DocumentsCommand documents;

    @Spec private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "DOCUMENT",
            description = "the id of a document, or as much of it as no other begins with")
    private List<String> ids = List.of();

    @Option(
            names = "--definition",
            paramLabel = "NAME",
            description = "all documents of this file in jobs/collect")
    private @Nullable String definition;

    @Option(
            names = "--name",
            paramLabel = "GLOB",
            description = "all documents of such a name, as in \"inbox/print/2024-*\"")
    private @Nullable String name;

    @Option(names = "--yes", description = "do not ask before doing it")
    private boolean isAgreed;

    @Override
    public Integer call() throws IOException {
        boolean hasFilter = definition != null || name != null;
        if (ids.isEmpty() != hasFilter) {
            throw new ParameterException(
                    spec.commandLine(),
                    (hasFilter ? "both" : "neither")
                            + " DOCUMENT and --definition or --name are given, expected one of"
                            + " them");
        }
        StoredDocuments stored = documents.documents();
        List<LedgerRow> chosen =
                stored.chosen(
                        new Choice(
                                ids, Optional.ofNullable(definition), Optional.ofNullable(name)));
        PrintWriter out = spec.commandLine().getOut();
        for (LedgerRow row : chosen.subList(0, Math.min(MOST_SHOWN, chosen.size()))) {
            out.println(line(row, stored));
        }
        if (chosen.size() > MOST_SHOWN) {
            out.println("and " + (chosen.size() - MOST_SHOWN) + " more");
        }
        Consent consent = new Consent(spec);
        if (!isAgreed && !consent.isGiven("Take " + counted(chosen) + " out of the store?")) {
            return CommandLineInterface.FAILED;
        }
        stored.forget(chosen);
        out.println("taken out of the store: " + counted(chosen));
        List<String> files = stored.filesOf(chosen);
        if (!files.isEmpty()) {
            out.println(
                    "still there, as files are yours: "
                            + String.join(
                                    ", ", files.subList(0, Math.min(MOST_SHOWN, files.size())))
                            + (files.size() > MOST_SHOWN
                                    ? " and " + (files.size() - MOST_SHOWN) + " more"
                                    : ""));
        }
        return CommandLineInterface.DONE;
    }

    private static String line(LedgerRow row, StoredDocuments stored) {
        return row.documentId()
                + "  "
                + row.definition()
                + "  "
                + row.name()
                + "  "
                + Counts.text(row.records(), "record", "records")
                + " of "
                + row.dataset()
                + stored.months(row)
                        .map(
                                span ->
                                        span.first().equals(span.last())
                                                ? ", " + span.first()
                                                : ", " + span.first() + " to " + span.last())
                        .orElse("");
    }

    private static String counted(List<LedgerRow> rows) {
        return Counts.text(rows.size(), "document", "documents")
                + " with "
                + Counts.text(
                        rows.stream().mapToLong(LedgerRow::records).sum(), "record", "records")
                + " and "
                + Counts.text(
                        rows.stream().mapToLong(LedgerRow::rejects).sum(), "reject", "rejects");
    }
}
