package eu.wattpeil.collect;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.collect.StagingReader.Wanted;
import eu.wattpeil.collect.source.Landing;
import eu.wattpeil.collect.source.Reach;
import eu.wattpeil.collect.source.SeenFiles;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.store.LedgerRow;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Init;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one host reads for another is what that one would have read itself. */
class StagingReaderTest {

    private static final Instant NOW = Instant.parse("2026-01-02T12:00:00Z");
    private static final String FOLDER = "one.1";
    private static final String HEADER = "Meter;Time;Register (kWh)\n";

    /** The last row is of a time that nobody can know yet; the one before cannot be read. */
    private static final String TEXT =
            HEADER
                    + "UPS1;01/01/2026 00:00;10,0\n"
                    + "UPS1;01/01/2026 01:00;ten\n"
                    + "UPS1;01/01/2028 00:00;12,0\n";

    @TempDir Path folder;

    private Path root;
    private Workspace workspace;
    private Intakes intakes;
    private Store holder;
    private Store helper;
    private DocumentReader reader;

    @BeforeEach
    void makeWorkspace() throws IOException {
        root = folder.resolve("town");
        Init.write(root);
        write("a.csv", TEXT);
        workspace = Workspace.load(root, datasets(), new Problems());
        intakes = Intakes.of(workspace, new Problems());
        holder = Store.open(root.resolve("store"));
        holder.hosts().fence("claim-1");
        holder.prepare();
        holder.hosts().beginHelp();
        helper = Store.open(root.resolve("store"));
        helper.hosts().help("claim-1");
        reader = DocumentReader.of(workspace, holder, Clock.fixed(NOW, ZoneOffset.UTC), 2);
    }

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    void readsAsTheHostDoesThatHasFoundADocumentHoweverWrongItsOwnClockIs() throws IOException {
        Document document = found();

        assertThat(stage(wanted(document), Instant.parse("2031-07-01T00:00:00Z"))).isEmpty();
        Reading taken = reader.take(document, intake(), 3, FOLDER).orElseThrow();

        Map<String, String> byHelper = files();
        holder.takeOut(intake().documentId(document));
        Reading own =
                reader.read(document, intake(), 3, Set.of(WatchedContent.State.SAME)).orElseThrow();
        assertThat(byHelper).isEqualTo(files()).isNotEmpty();
        assertThat(taken.rejectedRows()).isEqualTo(own.rejectedRows()).isEqualTo(2);
        assertThat(taken.firstRejects()).isEqualTo(own.firstRejects());
        assertThat(taken.row().records()).isEqualTo(1);
    }

    @Test
    void leavesADocumentThatItCannotReach() throws IOException {
        Wanted wanted = wanted(found());
        Files.delete(root.resolve("inbox/example/a.csv"));

        assertThat(stage(wanted, NOW)).hasValue("cannot be read (NoSuchFileException)");
    }

    @Test
    void leavesADocumentThatIsAnotherOneByNow() throws IOException {
        Wanted wanted = wanted(found());
        write("a.csv", TEXT.replace("10,0", "11,0"));

        assertThat(stage(wanted, NOW))
                .hasValue("is another file here, expected the one that was found");
    }

    @Test
    void leavesADocumentThatItWouldReadInAnotherWay() throws IOException {
        Wanted found = wanted(found());
        Wanted other =
                new Wanted(
                        found.definition(),
                        "0123456789abcdef01234567",
                        found.name(),
                        found.bytes(),
                        found.sha256(),
                        3,
                        NOW);

        assertThat(stage(other, NOW))
                .hasValue(
                        "would be read in another way here, expected the same definition, settings"
                                + " and key of pseudonyms");
    }

    @Test
    void leavesADocumentOutsideOfTheWorkspace() throws IOException {
        Wanted found = wanted(found());
        Wanted other =
                new Wanted(
                        found.definition(),
                        found.documentId(),
                        "../outside.csv",
                        found.bytes(),
                        found.sha256(),
                        3,
                        NOW);

        assertThat(stage(other, NOW))
                .hasValue(
                        "cannot be read (IOException, is outside of the workspace, expected a file"
                                + " in it)");
    }

    @Test
    void notesNothingOfWhatWasFoundInPersonalData() {
        Reject reject =
                new Reject(
                        7, "printed_at", Reject.Reason.UNREADABLE_VALUE, "a time", "Jan Peeters");
        Reading reading = new Reading(row(), List.of(reject), 1);

        assertThat(StagedNote.of(reading, Datasets.PRINT_JOBS).text()).doesNotContain("Peeters");
        assertThat(StagedNote.read(StagedNote.of(reading, Datasets.METER_READINGS).text()))
                .isEqualTo(new StagedNote(1, List.of(reject)));
    }

    private static LedgerRow row() {
        return new LedgerRow("id", 1, "print", "r", "print_jobs", "inbox/a", "0a", 1, 0, 1);
    }

    private Optional<String> stage(Wanted wanted, Instant ownTime) {
        Clock clock = Clock.fixed(ownTime, ZoneOffset.UTC);
        try (StagingReader staging = new StagingReader(workspace, intakes, helper, clock)) {
            return staging.stage(wanted, FOLDER);
        }
    }

    private Wanted wanted(Document document) {
        return new Wanted(
                "example",
                intake().documentId(document),
                document.name(),
                document.bytes(),
                document.sha256(),
                3,
                NOW);
    }

    private Intake intake() {
        return intakes.named("example");
    }

    private Document found() throws IOException {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Landing landing = new Landing(root, "example", clock, () -> false);
        Reach reach = new Reach(root, landing, SeenFiles.load(root.resolve("seen"), clock));
        return reach.files(List.of("inbox/example/a.csv")).documents().get(0);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(
                root.resolve("inbox/example").resolve(name), text, StandardOpenOption.CREATE);
    }

    private Map<String, String> files() throws IOException {
        Path store = root.resolve("store");
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(store)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = store.relativize(path).toString();
                if (!name.startsWith(".") && !name.contains("taken-out")) {
                    files.put(name, Digest.of(Files.newInputStream(path)).sha256());
                }
            }
        }
        return files;
    }

    private static Set<String> datasets() {
        return Datasets.collected().stream().map(it -> it.name()).collect(Collectors.toSet());
    }
}
