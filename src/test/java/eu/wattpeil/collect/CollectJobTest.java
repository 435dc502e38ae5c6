package eu.wattpeil.collect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.wattpeil.collect.source.Landing;
import eu.wattpeil.collect.source.Reach;
import eu.wattpeil.collect.source.SeenFiles;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Datasets;
import eu.wattpeil.store.LedgerRow;
import eu.wattpeil.store.RowBlock;
import eu.wattpeil.store.Store;
import eu.wattpeil.store.Text;
import eu.wattpeil.workspace.PlausibleTimes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.core.repository.support.ResourcelessJobRepository;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** What the job does with documents that change, vanish, or cannot be read. */
class CollectJobTest {

    private static final Instant CHANGED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Clock LATER =
            Clock.fixed(Instant.parse("2026-01-02T00:00:00Z"), ZoneOffset.UTC);

    @TempDir Path root;

    /** What happens to a file after its first line was read, the first so many times. */
    private final Map<String, Change> changes = new ConcurrentHashMap<>();

    private final Map<String, Integer> times = new ConcurrentHashMap<>();
    private Store store;
    private DocumentReader reader;
    private Tally tally;

    private interface Change {
        void happen(Path file, int time) throws IOException;
    }

    @BeforeEach
    void open() {
        store = Store.open(root.resolve("store"));
        store.prepare();
        reader =
                new DocumentReader(
                        store,
                        ZoneOffset.UTC,
                        PlausibleTimes.DEFAULT,
                        Clock.systemUTC(),
                        new Pseudonym(Optional.empty()),
                        2);
    }

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    void readsAFileAgainThatGrewWhileItWasRead() throws Exception {
        write("a.csv", "1\n2\n");
        write("b.csv", "10\n");
        changes.put("a.csv", once(file -> append(file, "3\n")));

        assertThat(collect().getStatus()).isEqualTo(BatchStatus.COMPLETED);

        assertThat(tally.documents()).isEqualTo(2);
        assertThat(tally.records()).isEqualTo(4);
        assertThat(store.documentIds()).isEqualTo(idsOfAllFiles());
    }

    @Test
    void readsAFileAgainThatWasReplacedUnseenWhileItWasRead() throws Exception {
        write("a.csv", "1\n2\n");
        changes.put("a.csv", once(file -> write("a.csv", "1\n7\n")));

        assertThat(collect().getStatus()).isEqualTo(BatchStatus.COMPLETED);

        assertThat(tally.documents()).isEqualTo(1);
        assertThat(store.documentIds()).isEqualTo(idsOfAllFiles());
    }

    @Test
    void readsAFileAgainThatWasCutWhileItWasRead() throws Exception {
        write("a.csv", "1\n2\n3\n");
        changes.put("a.csv", once(file -> write("a.csv", "1\n")));

        assertThat(collect().getStatus()).isEqualTo(BatchStatus.COMPLETED);

        assertThat(tally.records()).isEqualTo(1);
        assertThat(store.documentIds()).isEqualTo(idsOfAllFiles());
    }

    @Test
    void readsNothingOfAFileThatIsGone() throws Exception {
        write("a.csv", "1\n");
        write("b.csv", "2\n");
        List<Document> found = found();
        Files.delete(root.resolve("inbox/a.csv"));

        assertThat(collect(found).getStatus()).isEqualTo(BatchStatus.COMPLETED);

        assertThat(store.documentIds()).isEqualTo(idsOfAllFiles());
    }

    @Test
    void takesTheBeginningOfAFileThatNeverStopsGrowing() throws Exception {
        write("a.csv", "1\n2\n");
        AtomicInteger readings = new AtomicInteger();
        changes.put(
                "a.csv",
                (file, time) -> {
                    readings.incrementAndGet();
                    append(file, time + "\n");
                });

        assertThat(collect().getStatus()).isEqualTo(BatchStatus.COMPLETED);

        assertThat(readings).hasValue(3);
        assertThat(tally.documents()).isEqualTo(1);
        assertThat(tally.records()).isEqualTo(4);
    }

    @Test
    void tellsAFileThatIsReplacedAgainAndAgainAndReadsTheOthers() throws Exception {
        write("a.csv", "1\n2\n3\n4\n5\n");
        write("b.csv", "2\n");
        changes.put("a.csv", (file, time) -> write("a.csv", "1\n2\n3\n4\n" + (5 + time) + "\n"));

        JobExecution execution = collect();

        assertThat(execution.getStatus()).isEqualTo(BatchStatus.FAILED);
        assertThat(messages(execution))
                .contains(
                        "inbox/a.csv: the file changes while it is read, expected one that is"
                                + " complete; the next run tries again");
        assertThat(tally.documents()).isEqualTo(1);
    }

    @Test
    void tellsAFileThatCannotBeReadAndReadsTheOthers() throws Exception {
        write("a.csv", "1\n");
        write("b.csv", "2\n");
        List<Document> found = new ArrayList<>(found());
        Document closed = found.get(0);
        found.set(
                0,
                new Document(
                        closed.name(), closed.bytes(), closed.sha256(), new ClosedContent(closed)));

        JobExecution execution = collect(found);

        assertThat(execution.getStatus()).isEqualTo(BatchStatus.FAILED);
        assertThat(messages(execution))
                .contains(
                        "inbox/a.csv: cannot be read, expected that Wattpeil's account has the"
                                + " right to");
        assertThat(tally.documents()).isEqualTo(1);
    }

    private record ClosedContent(Document document) implements Content {

        @Override
        public InputStream open() throws IOException {
            throw new AccessDeniedException("a.csv");
        }

        @Override
        public List<Document> anew() {
            return List.of(document);
        }
    }

    @Test
    void saysSoWhereADocumentGivesNeitherRecordNorReject() throws Exception {
        write("a.csv", "");

        assertThat(collect().getStatus()).isEqualTo(BatchStatus.COMPLETED);

        assertThat(tally.rejects()).isEqualTo(1);
        assertThat(tally.examples())
                .containsExactly(
                        "inbox/a.csv: the document is without a row to keep, expected at least one"
                                + " row to keep");
        assertThat(store.documentIds()).isEqualTo(idsOfAllFiles());
    }

    @Test
    void readsTheDocumentsOfTwoDefinitionsAtOnceWithoutMixingThem() throws Exception {
        write("a/1.csv", "1\n2\n");
        write("a/2.csv", "3\n");
        write("b/3.csv", "4\n5\n6\n");
        CyclicBarrier bothAreRead = new CyclicBarrier(2);
        changes.put("1.csv", (file, time) -> await(bothAreRead));
        changes.put("3.csv", (file, time) -> await(bothAreRead));
        CollectRuns runs = new CollectRuns(store);
        JobRepository jobs = repository();
        List<Document> ofA = found("inbox/a/*");
        List<Document> ofB = found("inbox/b/*");
        Tally a = runs.prepare(intake("a"), ofA, new NoProgress()).tally();
        Tally b = runs.prepare(intake("b"), ofB, new NoProgress()).tally();

        ExecutorService threads = Executors.newFixedThreadPool(2);
        Future<JobExecution> first = threads.submit(() -> execute(jobs, runs, intake("a"), ofA, 1));
        Future<JobExecution> second =
                threads.submit(() -> execute(jobs, runs, intake("b"), ofB, 2));
        threads.shutdown();

        assertThat(first.get().getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(second.get().getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(a.documents()).isEqualTo(2);
        assertThat(a.records()).isEqualTo(3);
        assertThat(b.documents()).isEqualTo(1);
        assertThat(b.records()).isEqualTo(3);
        assertThat(store.documents())
                .extracting(LedgerRow::definition, LedgerRow::batch, LedgerRow::name)
                .containsExactlyInAnyOrder(
                        tuple("a", 1L, "inbox/a/1.csv"),
                        tuple("a", 1L, "inbox/a/2.csv"),
                        tuple("b", 2L, "inbox/b/3.csv"));
    }

    /** As a run has one: others give every execution the same number. */
    private static JobRepository repository() throws Exception {
        DataSource database =
                new EmbeddedDatabaseBuilder()
                        .generateUniqueName(true)
                        .setType(EmbeddedDatabaseType.H2)
                        .addScript("/org/springframework/batch/core/schema-h2.sql")
                        .build();
        JdbcJobRepositoryFactoryBean repository = new JdbcJobRepositoryFactoryBean();
        repository.setDataSource(database);
        repository.setTransactionManager(new JdbcTransactionManager(database));
        repository.afterPropertiesSet();
        return repository.getObject();
    }

    private static void await(CyclicBarrier barrier) throws IOException {
        try {
            barrier.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException late) {
            throw new IOException(late);
        }
    }

    private static Change once(OneChange change) {
        return (file, time) -> {
            if (time == 1) {
                change.happen(file);
            }
        };
    }

    private interface OneChange {
        void happen(Path file) throws IOException;
    }

    private List<Document> found() throws IOException {
        return found("inbox/*");
    }

    private List<Document> found(String pattern) throws IOException {
        SeenFiles seen = SeenFiles.load(root.resolve("seen"), LATER);
        Landing landing = new Landing(root, "ups", LATER, () -> false);
        return new Reach(root, landing, seen).files(List.of(pattern)).documents();
    }

    private JobExecution collect() throws Exception {
        return collect(found());
    }

    private JobExecution collect(List<Document> documents) throws Exception {
        CollectRuns runs = new CollectRuns(store);
        tally = runs.prepare(intake(), documents, new NoProgress()).tally();
        return execute(new ResourcelessJobRepository(), runs, intake(), documents, 1);
    }

    private JobExecution execute(
            JobRepository jobs,
            CollectRuns runs,
            Intake intake,
            List<Document> documents,
            long batch)
            throws Exception {
        Job job = CollectJob.job(jobs, new ResourcelessTransactionManager(), runs, reader);
        JobParameters parameters = CollectJob.parameters(intake, documents, batch);
        JobInstance instance = jobs.createJobInstance(CollectJob.JOB, parameters);
        JobExecution execution =
                jobs.createJobExecution(instance, parameters, new ExecutionContext());
        job.execute(execution);
        return execution;
    }

    private static final class NoProgress implements Progress {

        @Override
        public void advance(String name, long bytes) {}

        @Override
        public boolean isStopAsked() {
            return false;
        }
    }

    private static List<String> messages(JobExecution execution) {
        return execution.getAllFailureExceptions().stream().map(Throwable::getMessage).toList();
    }

    private Set<String> idsOfAllFiles() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("inbox"))) {
            Set<String> ids = new HashSet<>();
            for (Path file : files.toList()) {
                ids.add(intake().documentId(FormatCases.document("any", file)));
            }
            return ids;
        }
    }

    /** Reads a number per line, and lets happen what is to happen after the first one. */
    private void read(Document document, Records records) throws IOException {
        Path file = root.resolve(document.name());
        Change change = changes.get(file.getFileName().toString());
        int time = times.merge(document.name(), 1, Integer::sum);
        Dataset table = Datasets.METER_READINGS;
        try (InputStream in = document.open()) {
            int number = 0;
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                number++;
                RowBlock row = records.rows();
                row.set(table.index("meter_key"), Text.of("UPS1"));
                row.set(table.index("quantity"), Text.of("electricity"));
                row.set(table.index("kind"), Text.of("power"));
                row.set(table.index("measured_at"), 1_780_000_000_000_000L + number);
                row.set(table.index("value"), Long.parseLong(line));
                records.accept(number);
                if (number == 1 && change != null) {
                    change.happen(file, time);
                }
            }
        }
    }

    /** Byte by byte, so that nothing is read before its time. */
    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int letter = in.read(); letter >= 0 && letter != '\n'; letter = in.read()) {
            line.append((char) letter);
        }
        return line.toString();
    }

    private Intake intake() {
        return intake("ups");
    }

    private Intake intake(String name) {
        return TestIntake.of(
                name,
                Datasets.METER_READINGS,
                document -> List.of(records -> read(document, records)));
    }

    private void write(String name, String text) throws IOException {
        Path file = root.resolve("inbox").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, UTF_8);
        Files.setLastModifiedTime(file, FileTime.from(CHANGED));
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, UTF_8, StandardOpenOption.APPEND);
    }
}
