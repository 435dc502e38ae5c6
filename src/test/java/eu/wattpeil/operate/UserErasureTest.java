package eu.wattpeil.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.wattpeil.kpi.query.Query;
import eu.wattpeil.store.LedgerRow;
import eu.wattpeil.store.Store;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's pseudonym goes for good; what was printed stays. */
class UserErasureTest {

    private static final String ANNA = "anna.peeters";

    @TempDir private Path folder;

    private SmallTown town;
    private final List<RunEvent> events = new ArrayList<>();

    @BeforeEach
    void readALogOfTwoUsers() throws Exception {
        town = SmallTown.in(folder.resolve("town"));
        Path log = town.root().resolve("inbox/print/page_log-2026-09");
        List<String> lines = new ArrayList<>(Files.readAllLines(log));
        for (int i = 0; i < lines.size(); i++) {
            lines.set(i, lines.get(i).replace("someone", i % 2 == 0 ? ANNA : "boris"));
        }
        Files.write(log, lines);
        town.leaveAlone();
        useKey("a first key of some length");
        assertThat(run()).isEqualTo(Outcome.DONE);
    }

    @Test
    void takesThePseudonymOutAndLeavesAllFiguresAsTheyWere() throws Exception {
        assertThat(users()).isEqualTo("104,104,2");
        Map<String, String> before = town.bytes();

        assertThat(erasure().erase(List.of(ANNA))).isEqualTo(1);

        assertThat(users()).isEqualTo("104,52,1");
        assertThat(run()).isEqualTo(Outcome.NOTHING_TO_DO);
        Map<String, String> after = town.bytes();
        assertThat(after.keySet())
                .filteredOn(file -> !after.get(file).equals(before.get(file)))
                .allMatch(
                        file ->
                                file.startsWith("store/print_jobs/")
                                        || file.startsWith("store/documents/")
                                        || file.equals("store/.erased"))
                .hasSize(3);
        Store.open(town.root().resolve("store")).requireIntact(documents());
        for (String part : List.of("store", "reports", ".wattpeil")) {
            for (Path file : SmallTown.files(town.root().resolve(part))) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(ANNA);
            }
        }
    }

    @Test
    void keepsThemOutOfLaterReadingsOfTheSameAndOfOtherDocuments() throws Exception {
        erasure().erase(List.of(ANNA));
        Path log = town.root().resolve("inbox/print/page_log-2026-09");
        Files.writeString(
                log.resolveSibling("page_log-more"),
                Files.readAllLines(log).stream().limit(10).collect(Collectors.joining("\n"))
                        + "\n");
        Path definition = town.root().resolve("jobs/collect/print.yaml");
        Files.writeString(
                definition,
                Files.readString(definition)
                        .replace("WORKS: public-works", "XWORKS: public-works"));
        town.leaveAlone();

        assertThat(run()).isEqualTo(Outcome.DONE);

        assertThat(documents()).hasSize(3);
        assertThat(users()).isEqualTo("114,57,1");
    }

    @Test
    void leavesNoPseudonymOfAnotherKey() throws Exception {
        Path log = town.root().resolve("inbox/print/page_log-2026-09");
        Files.writeString(
                log.resolveSibling("page_log-gone"),
                Files.readAllLines(log).stream().limit(10).collect(Collectors.joining("\n"))
                        + "\n");
        town.leaveAlone();
        run();
        Set<String> before = keys();
        Files.delete(log.resolveSibling("page_log-gone"));
        useKey("another key that is as long");

        assertThat(run()).isEqualTo(Outcome.DONE);

        assertThat(events).contains(new RunEvent.KeyChanged(1, 0));
        assertThat(users()).isEqualTo("114,104,2");
        assertThat(keys()).hasSize(2).doesNotContainAnyElementsOf(before);
        assertThat(run()).isEqualTo(Outcome.NOTHING_TO_DO);
        assertThat(events).noneMatch(RunEvent.KeyChanged.class::isInstance);
    }

    @Test
    void leavesNobodyOutWhoIsErasedAgainBeforeTheFirstRunWithAnotherKey() throws Exception {
        erasure().erase(List.of(ANNA));
        useKey("another key that is as long");
        erasure().erase(List.of(ANNA));

        run();

        assertThat(events).contains(new RunEvent.KeyChanged(0, 2));
        assertThat(users()).isEqualTo("104,52,1");
    }

    /** Another one would be taken for the store by the next run. */
    @Test
    void beginsNoOtherStoreWhereTheDiskOfTheStoreIsNotThere() throws Exception {
        Path store = town.root().resolve("store");
        Files.move(store, town.root().resolve("on-a-disk-that-is-away"));

        assertThatThrownBy(() -> erasure().erase(List.of(ANNA)))
                .isInstanceOf(KnownStore.GoneException.class)
                .hasMessage(
                        store
                                + ": the folder is empty or gone, expected the store that runs have"
                                + " filled; is its disk not there? Bring it back, or remove "
                                + Setup.stateFolder(town.root()).resolve("known-store")
                                + " to begin a new store");

        assertThat(store).doesNotExist();
    }

    @Test
    void saysThatThereIsNobodyToEraseWithoutAKey() throws Exception {
        SmallTown other = SmallTown.in(folder.resolve("other"));

        assertThatThrownBy(() -> UserErasure.of(other.root(), SmallTown.CLOCK))
                .isInstanceOf(UnknownNameException.class)
                .hasMessage(
                        "config/wattpeil.yaml: pseudonym-key is missing, expected the key by which"
                                + " users are found; without a key the store keeps nothing of"
                                + " users");
    }

    private void useKey(String key) throws Exception {
        town.write("key", key);
        Path file = town.root().resolve("config/wattpeil.yaml");
        String text = Files.readString(file);
        if (!text.startsWith("pseudonym-key")) {
            Files.writeString(file, "pseudonym-key: {file: key}\n" + text);
        }
    }

    private UserErasure erasure() {
        return UserErasure.of(town.root(), SmallTown.CLOCK);
    }

    private Outcome run() throws Exception {
        events.clear();
        return town.run(events::add);
    }

    private List<LedgerRow> documents() {
        return Store.open(town.root().resolve("store")).documents();
    }

    private String users() {
        return answer("select count(*), count(user_key), count(distinct user_key) from print_jobs");
    }

    private Set<String> keys() {
        return Set.of(
                answer("select string_agg(distinct user_key, ' ') from print_jobs").split(" "));
    }

    private String answer(String sql) {
        StringWriter out = new StringWriter();
        Query.over(Setup.readWorkspace(town.root()), Store.open(town.root().resolve("store")))
                .run(sql, Query.Format.CSV, out);
        return out.toString().lines().skip(1).findFirst().orElseThrow();
    }
}
