package eu.wattpeil.operate;

import eu.wattpeil.collect.source.Originals;
import eu.wattpeil.kpi.query.MeterFacts;
import eu.wattpeil.store.Column;
import eu.wattpeil.store.ColumnType;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.store.ForgottenDocument;
import eu.wattpeil.store.LedgerRow;
import eu.wattpeil.store.LiteralTable;
import eu.wattpeil.store.MonthSpan;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Spelling;
import eu.wattpeil.workspace.Workspace;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The documents in a workspace's store: which there are, and how they are taken out of it. */
public final class StoredDocuments {

    private static final Pattern ENTRY = Pattern.compile("![0-9]+$");

    private final Workspace workspace;
    private final Store store;
    private final Clock clock;

    private StoredDocuments(Workspace workspace, Store store, Clock clock) {
        this.workspace = workspace;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Those of a workspace, whose definitions and models need not be right.
     *
     * @throws eu.wattpeil.workspace.InvalidWorkspaceException where its files cannot be read
     */
    public static StoredDocuments of(Path root, Clock clock) {
        Workspace workspace = Setup.readWorkspace(root);
        return new StoredDocuments(workspace, StoreChange.store(workspace), clock);
    }

    /**
     * Which documents are meant.
     *
     * @param ids of documents, or what they begin with; empty where others say it
     * @param definition whose documents
     * @param name a pattern that names of documents match
     */
    public record Choice(List<String> ids, Optional<String> definition, Optional<String> name) {

        public Choice {
            ids = List.copyOf(ids);
        }
    }

    /**
     * The ledger, in order of arrival: a row each.
     *
     * @param definition whose documents; empty for those of all
     * @param month of which they have rows; empty for all
     * @throws UnknownNameException where no document is of that definition
     */
    public LiteralTable table(Optional<String> definition, Optional<YearMonth> month) {
        List<List<Object>> rows = new ArrayList<>();
        for (LedgerRow row : ofDefinition(store.documents(), definition)) {
            Optional<MonthSpan> months = months(row);
            if (month.isPresent()
                    && months.filter(span -> span.months().contains(month.get())).isEmpty()) {
                continue;
            }
            rows.add(
                    List.of(
                            row.documentId(),
                            row.definition(),
                            row.dataset(),
                            row.name(),
                            row.batch(),
                            months.map(span -> span.first().toString()),
                            months.map(span -> span.last().toString()),
                            row.records(),
                            row.rejects()));
        }
        return new LiteralTable(
                table(
                        "stored_documents",
                        text("document_id"),
                        text("definition"),
                        text("dataset"),
                        text("name"),
                        number("batch"),
                        text("first_month"),
                        text("last_month"),
                        number("records"),
                        number("rejects")),
                rows);
    }

    /**
     * The documents that were taken out and are not read again, by definition: a row each.
     *
     * @param definition whose documents; empty for those of all
     */
    public LiteralTable forgottenTable(Optional<String> definition) {
        return new LiteralTable(
                table(
                        "forgotten_documents",
                        text("document_id"),
                        text("definition"),
                        text("sha256"),
                        text("forgotten_on")),
                store.forgetting().forgotten().stream()
                        .filter(
                                it ->
                                        definition.isEmpty()
                                                || definition.get().equals(it.definition()))
                        .map(
                                it ->
                                        List.<Object>of(
                                                it.contentId(),
                                                it.definition(),
                                                it.sha256(),
                                                it.forgottenOn().toString()))
                        .toList());
    }

    /** The months of which a document says something; empty where it has no rows of months. */
    public Optional<MonthSpan> months(LedgerRow row) {
        return Datasets.named(row.dataset())
                .flatMap(dataset -> row.months(dataset, workspace.settings().zone()));
    }

    /**
     * The documents that a choice means, in order of arrival.
     *
     * @throws UnknownNameException where it means none, or a beginning is that of several
     */
    public List<LedgerRow> chosen(Choice choice) {
        // One that is damaged can be forgotten, too.
        List<LedgerRow> all = store.readableRows();
        if (!choice.ids().isEmpty()) {
            Set<LedgerRow> found = new LinkedHashSet<>();
            choice.ids().forEach(id -> found.add(document(id, all)));
            return all.stream().filter(found::contains).toList();
        }
        List<LedgerRow> found = ofDefinition(all, choice.definition());
        if (choice.name().isPresent()) {
            PathMatcher pattern = pattern(choice.name().get());
            found = found.stream().filter(row -> matches(pattern, row.name())).toList();
        }
        if (found.isEmpty()) {
            throw new UnknownNameException(
                    "--name is \""
                            + choice.name().orElse("")
                            + "\", expected a pattern that the name of a document matches (wattpeil"
                            + " documents lists them)");
        }
        return found;
    }

    /**
     * Takes documents out of the store for good, and what was copied of their files; the files
     * themselves stay where they are.
     *
     * @throws eu.wattpeil.disk.FolderInUseException where a run is at work
     */
    public void forget(List<LedgerRow> documents) throws IOException {
        alone(
                () -> {
                    for (LedgerRow row : documents) {
                        Originals.removeCopy(workspace.root(), row.definition(), row.sha256());
                    }
                    store.forgetting()
                            .forget(
                                    documents,
                                    LocalDate.now(clock.withZone(workspace.settings().zone())));
                    MeterFacts.forget(store);
                });
    }

    /**
     * Lets forgotten documents in again.
     *
     * @param ids what their ids begin with
     * @return them
     * @throws UnknownNameException where none or several begin so
     * @throws eu.wattpeil.disk.FolderInUseException where a run is at work
     */
    public List<ForgottenDocument> restore(List<String> ids) throws IOException {
        Set<ForgottenDocument> found = new LinkedHashSet<>();
        List<ForgottenDocument> all = store.forgetting().forgotten();
        ids.forEach(id -> found.add(forgotten(id, all)));
        alone(() -> store.forgetting().restore(found));
        return List.copyOf(found);
    }

    /** The files of documents that are where they were when they were read, sorted. */
    public List<String> filesOf(List<LedgerRow> documents) {
        Set<String> files = new TreeSet<>();
        for (LedgerRow row : documents) {
            String file = ENTRY.matcher(row.name()).replaceFirst("");
            if (path(file).filter(it -> Files.exists(workspace.root().resolve(it))).isPresent()) {
                files.add(file);
            }
        }
        return List.copyOf(files);
    }

    private void alone(StoreChange change) throws IOException {
        change.alone(workspace, store, clock);
    }

    private static List<LedgerRow> ofDefinition(
            List<LedgerRow> documents, Optional<String> definition) {
        if (definition.isEmpty()) {
            return documents;
        }
        List<LedgerRow> found =
                documents.stream()
                        .filter(row -> row.definition().equals(definition.get()))
                        .toList();
        if (found.isEmpty()) {
            Set<String> known = new TreeSet<>();
            documents.forEach(row -> known.add(row.definition()));
            throw new UnknownNameException(
                    "--definition is \""
                            + definition.get()
                            + "\""
                            + (known.isEmpty()
                                    ? ", expected one with documents in the store; it has none"
                                    : Spelling.hint(definition.get(), known)));
        }
        return found;
    }

    private LedgerRow document(String id, List<LedgerRow> all) {
        List<LedgerRow> found =
                all.stream()
                        .filter(row -> !id.isEmpty() && row.documentId().startsWith(id))
                        .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.isEmpty()
                && !id.isEmpty()
                && store.forgetting().forgotten().stream().anyMatch(it -> begins(it, id))) {
            throw new UnknownNameException(
                    "document is \"" + id + "\", which was taken out of the store before");
        }
        throw unclear(id, found.size(), "wattpeil documents");
    }

    private static ForgottenDocument forgotten(String id, List<ForgottenDocument> all) {
        List<ForgottenDocument> found =
                all.stream().filter(it -> !id.isEmpty() && begins(it, id)).toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        throw unclear(id, found.size(), "wattpeil documents --forgotten");
    }

    /** Whoever noted the id when the document was in knows more digits of it. */
    private static boolean begins(ForgottenDocument document, String id) {
        return document.contentId().startsWith(LedgerRow.contentId(id));
    }

    private static UnknownNameException unclear(String id, int found, String list) {
        return new UnknownNameException(
                "document is \""
                        + id
                        + "\", "
                        + (found == 0 ? "" : "with which " + found + " ids begin, ")
                        + "expected the id of one, or as much of it as no other begins with ("
                        + list
                        + " lists them)");
    }

    private static PathMatcher pattern(String glob) {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + glob);
        } catch (PatternSyntaxException wrong) {
            throw new UnknownNameException(
                    "--name is \""
                            + glob
                            + "\", expected a pattern such as \"inbox/print/2024-*\" ("
                            + wrong.getDescription()
                            + ")");
        }
    }

    private static boolean matches(PathMatcher pattern, String name) {
        return path(name).filter(pattern::matches).isPresent();
    }

    private static Optional<Path> path(String name) {
        try {
            return Optional.of(Path.of(name));
        } catch (InvalidPathException none) {
            return Optional.empty();
        }
    }

    private static Dataset table(String name, Column... columns) {
        return new Dataset(name, List.of(columns), "", "", false);
    }

    private static Column text(String name) {
        return Column.optional(name, ColumnType.TEXT, "");
    }

    private static Column number(String name) {
        return Column.optional(name, ColumnType.INTEGER, "");
    }
}
