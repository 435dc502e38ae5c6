package eu.wattpeil.collect;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import eu.wattpeil.collect.ExamPaper.Lines;
import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.collect.source.FileSource;
import eu.wattpeil.collect.source.Landing;
import eu.wattpeil.collect.source.Reach;
import eu.wattpeil.collect.source.SeenFiles;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Sections;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every format must pass, whatever it reads.
 *
 * <p>More mutations: {@code mvn test -Dtest='*ExamTest' -DargLine=-Dwattpeil.mutations=20000}, and
 * another seed with {@code -Dwattpeil.seed}.
 */
abstract class FormatExam {

    private static final int MUTATIONS = Integer.getInteger("wattpeil.mutations", 200);
    private static final long SEED = Long.getLong("wattpeil.seed", 20262);
    private static final Duration LIMIT = Duration.ofSeconds(10);

    static final int ROWS = 40;
    private static final int CUTS = 150;

    private static final long MOST_GROWTH_BYTES = 8 << 20;

    /** Known is one printer and one department. */
    private static final PersonalTexts KNOWN =
            new PersonalTexts(Optional.of(Set.of("mfp")), Set.of("ict"), user -> "key");

    private static final String LOGIN_PAGE =
            "<!DOCTYPE html>\n<html lang=\"nl\">\n<head><title>Aanmelden</title></head>\n"
                    + "<body>\n<form method=\"post\">\n<input name=\"user\"; name=\"code\">\n"
                    + "</form>\n</body>\n</html>\n";

    @TempDir private Path folder;

    final ExamPaper paper = paper();
    private final Dataset dataset = FormatWorkbench.dataset(paper.dataset());
    private final Random random = new Random(SEED);
    private FormatWorkbench bench;
    private Format format;

    /** What the format is examined on. */
    abstract ExamPaper paper();

    /** The document of a text of the paper. */
    byte[] bytes(String text) throws IOException {
        return text.getBytes(UTF_8);
    }

    /** A document of so many rows. */
    InputStream stream(int rows) throws IOException {
        return paper.stream(rows);
    }

    /** How many rows show that memory is bounded. */
    int many() {
        return CountedRecords.ROWS;
    }

    /** The last line that a document may have. */
    long lines(byte[] document) {
        return new String(document, ISO_8859_1).split("\r\n|\r|\n", -1).length;
    }

    @BeforeEach
    void makeFormat() throws IOException {
        bench = new FormatWorkbench(folder);
        format = bench.format(paper.format(), paper.dataset(), paper.options());
    }

    @Test
    void everyRowIsARecordAndAgainTheSame() throws IOException {
        MemoryRecords records = read(paper.text(ROWS));

        assertThat(records.rejects()).isEmpty();
        assertThat(byLine(records)).hasSize(ROWS).hasSameSizeAs(records.accepted());
        assertThat(read(paper.text(ROWS)).accepted()).isEqualTo(records.accepted());
        assertThat(
                        bench.readIntoStore(
                                        format,
                                        paper.dataset(),
                                        bench.document(bytes(paper.text(ROWS))),
                                        KNOWN)
                                .row()
                                .records())
                .isEqualTo(ROWS);
    }

    @Test
    void nothingAtAllIsOneReject() throws IOException {
        for (String nothing : List.of("", "\n", "\r\n\r\n", "\uFEFF", "\uFEFF\n")) {
            assertIsOneReject(Reason.EMPTY_DOCUMENT, nothing.getBytes(UTF_8));
        }
    }

    @Test
    void aLoginPageIsOneReject() throws IOException {
        for (String page :
                List.of(
                        LOGIN_PAGE,
                        "\n\n" + LOGIN_PAGE,
                        "\uFEFF" + LOGIN_PAGE,
                        LOGIN_PAGE.replace("\n", ""),
                        LOGIN_PAGE.repeat(100))) {
            assertIsOneReject(Reason.NOT_THIS_FORMAT, page.getBytes(UTF_8));
        }
        assertIsOneReject(Reason.NOT_THIS_FORMAT, marked(LOGIN_PAGE, UTF_16LE));
    }

    @Test
    void packedBytesAreOneReject() throws IOException {
        assertIsOneReject(Reason.NOT_THIS_FORMAT, gzip(paper.text(ROWS)));
        assertIsOneReject(Reason.NOT_THIS_FORMAT, zip(paper.text(ROWS)));
    }

    @Test
    void aDamagedArchiveIsOneReject() throws IOException {
        byte[] packed = gzip(paper.text(ROWS));
        Path inbox = Files.createDirectories(folder.resolve("town/inbox"));
        Files.write(inbox.resolve("bomb.zip"), bomb(paper.text(ROWS)));
        Files.write(inbox.resolve("cut.gz"), Arrays.copyOf(packed, packed.length / 2));

        List<Document> documents = found(folder.resolve("town"));

        assertThat(documents).hasSize(2);
        for (Document document : documents) {
            Reading reading = bench.readIntoStore(format, paper.dataset(), document, KNOWN);
            assertThat(reading.row().records()).as(document.name()).isZero();
            assertThat(reading.firstRejects())
                    .as(document.name())
                    .extracting(Reject::line, Reject::reason)
                    .containsExactly(tuple(0L, Reason.DAMAGED_DOCUMENT));
        }
    }

    @Test
    void whatIsAboveACutIsAsWithoutIt() throws IOException {
        byte[] whole = paper.text(ROWS).getBytes(UTF_8);
        Map<String, Map<String, String>> expected = byLine(read(whole));
        for (int i = 0; i < CUTS; i++) {
            int length = i < ROWS ? whole.length - i : whole.length * i / CUTS;
            byte[] cut = Arrays.copyOf(whole, length);
            int lastLine =
                    paper.line(
                            1
                                    + (int)
                                            new String(cut, ISO_8859_1)
                                                    .chars()
                                                    .filter(c -> c == '\n')
                                                    .count());
            int lastReject = lastLine + (paper.lines() == Lines.OF_THE_TEXT ? 0 : 1);

            MemoryRecords records = read(cut);

            Map<String, Map<String, String>> above = new LinkedHashMap<>(expected);
            above.keySet().removeIf(line -> Integer.parseInt(line) >= lastLine);
            Map<String, Map<String, String>> found = byLine(records);
            found.remove(Integer.toString(lastLine));
            assertThat(found).as("cut to %d bytes", length).isEqualTo(above);
            assertThat(records.rejects())
                    .as("cut to %d bytes", length)
                    .hasSizeLessThanOrEqualTo(1)
                    .allMatch(reject -> reject.line() == 0 || reject.line() >= lastLine)
                    .allMatch(reject -> reject.line() <= lastReject);
        }
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstLine() throws IOException {
        MemoryRecords plain = read(paper.text(ROWS));

        assertThat(read(marked(paper.text(ROWS), UTF_8)).accepted()).isEqualTo(plain.accepted());
        for (Charset wide : List.of(UTF_16LE, UTF_16BE)) {
            MemoryRecords records = read(marked(paper.text(ROWS), wide));
            if (records.rejects().isEmpty()) {
                assertThat(records.accepted()).as(wide.name()).isEqualTo(plain.accepted());
            } else {
                assertIsOneReject(Reason.NOT_THIS_FORMAT, marked(paper.text(ROWS), wide));
            }
        }
    }

    @Test
    void manyRowsTakeNoMoreMemoryThanSome() throws IOException {
        long growth = growthOverManyRows();
        if (growth >= MOST_GROWTH_BYTES) {
            // What else lives in this machine may have grown; what the format keeps grows again.
            growth = Math.min(growth, growthOverManyRows());
        }

        assertThat(growth).isLessThan(MOST_GROWTH_BYTES);
    }

    @Test
    void rowsThatAreThereTwiceAddNothing() throws IOException {
        MemoryRecords once = read(paper.text(ROWS));
        MemoryRecords twice = read(paper.text(rowsTwice()));

        assertThat(twice.rejects()).isEmpty();
        assertThat(withoutLine(twice)).isEqualTo(withoutLine(once));
    }

    @Test
    void bytesThatCannotBeHadAreThatException() {
        for (int rows : List.of(0, 1, ROWS, 20_000)) {
            IOException failure = new IOException("the disk is gone");
            Document document =
                    new Document(
                            "exam",
                            0,
                            "",
                            () -> new SequenceInputStream(stream(rows), failing(failure)));

            assertThatThrownBy(
                            () ->
                                    FormatCases.read(
                                            format, document, new MemoryRecords(dataset, KNOWN)))
                    .as("after %d rows", rows)
                    .isSameAs(failure);
        }
    }

    @Test
    void noNameComesOutOfBrokenRows() throws IOException {
        for (int i = 0; i < 20; i++) {
            String text = paper.text(brokenRows());
            MemoryRecords records = read(text);
            Reading reading =
                    bench.readIntoStore(
                            format, paper.dataset(), bench.document(bytes(text)), KNOWN);

            assertThat(records.rejects()).as("seed %d, text %d", SEED, i).isNotEmpty();
            assertThat(records.accepted().toString())
                    .as("seed %d, text %d", SEED, i)
                    .doesNotContain(ExamPaper.CANARY);
            assertThat(reading.firstRejects().toString())
                    .as("seed %d, text %d", SEED, i)
                    .doesNotContain(ExamPaper.CANARY);
        }
        for (Path store : stores()) {
            Canary.assertNotBelow(store, "seed " + SEED);
        }
    }

    @Test
    void whateverTheBytesReadingEnds() throws IOException {
        byte[] whole = bytes(paper.text(ROWS));
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] mutated = new Mutation(random).of(whole);
            String what = "seed %d, mutation %d".formatted(SEED, i);
            long lines = lines(mutated) + (paper.lines() == Lines.OF_THE_TEXT ? 0 : ROWS);

            MemoryRecords records = assertTimeoutPreemptively(LIMIT, () -> read(mutated), what);

            assertThat(records.rejects())
                    .as(what)
                    .allMatch(reject -> reject.line() >= 0 && reject.line() <= lines)
                    .allMatch(reject -> !reject.expected().isEmpty());
            assertThat(records.accepted())
                    .as(what)
                    .allMatch(row -> Long.parseLong(row.get("line")) <= lines)
                    .allMatch(PossibleRow::isPossible);
        }
    }

    /** In bytes. */
    private long growthOverManyRows() throws IOException {
        int many = many();
        CountedRecords records = new CountedRecords(dataset, KNOWN, many);
        Document document = new Document("exam", 0, "", () -> stream(many));

        assertTimeoutPreemptively(
                LIMIT.multipliedBy(60), () -> format.pieces(document).get(0).read(records));

        assertThat(records.rejects()).isZero();
        assertThat(records.accepted()).isEqualTo(many);
        return records.growth();
    }

    MemoryRecords read(String text) throws IOException {
        return read(bytes(text));
    }

    MemoryRecords read(byte[] bytes) throws IOException {
        return FormatCases.read(format, bench.document(bytes), new MemoryRecords(dataset, KNOWN));
    }

    void assertIsOneReject(Reason reason, byte[] bytes) throws IOException {
        MemoryRecords records = read(bytes);
        assertThat(records.accepted()).isEmpty();
        assertThat(records.rejects())
                .extracting(Reject::line, Reject::reason)
                .containsExactly(tuple(0L, reason));
    }

    static Map<String, Map<String, String>> byLine(MemoryRecords records) {
        Map<String, Map<String, String>> byLine = new LinkedHashMap<>();
        records.accepted().forEach(row -> byLine.put(row.get("line"), row));
        return byLine;
    }

    private static Set<Map<String, String>> withoutLine(MemoryRecords records) {
        Set<Map<String, String>> rows = new LinkedHashSet<>();
        for (Map<String, String> row : records.accepted()) {
            Map<String, String> copy = new LinkedHashMap<>(row);
            copy.remove("line");
            rows.add(copy);
        }
        return rows;
    }

    private List<Path> stores() throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(it -> it.getFileName().toString().startsWith("store")).toList();
        }
    }

    private List<String> rowsTwice() {
        return IntStream.range(0, 2 * ROWS).mapToObj(i -> paper.rows().apply(i % ROWS)).toList();
    }

    /** Rows of which every other is broken, at a place where it says something. */
    private List<String> brokenRows() {
        return IntStream.range(0, ROWS)
                .mapToObj(i -> i % 2 == 0 ? paper.rows().apply(i) : broken(paper.rows().apply(i)))
                .toList();
    }

    /** Where nothing may come out, fields move too; else what was found in a named field may. */
    private String broken(String row) {
        int at = random.nextInt(row.length());
        if (dataset.isPersonal() && random.nextInt(3) > 0) {
            return random.nextBoolean()
                    ? row.substring(0, at)
                    : row.substring(0, at) + row.substring(at + 1);
        }
        while (paper.kept().contains(row.charAt(at))) {
            at = random.nextInt(row.length());
        }
        return row.substring(0, at) + "#" + row.substring(at + 1);
    }

    private static InputStream failing(IOException failure) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw failure;
            }
        };
    }

    private static byte[] marked(String text, Charset charset) {
        return ("\uFEFF" + text).getBytes(charset);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry("exam"));
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    /** Its directory says that the entry has one byte, the entry has more. */
    private static byte[] bomb(String text) throws IOException {
        byte[] bytes = zip(text);
        int size = new String(bytes, ISO_8859_1).indexOf("PK\u0001\u0002") + 24;
        bytes[size] = 1;
        bytes[size + 1] = 0;
        bytes[size + 2] = 0;
        return bytes;
    }

    private static List<Document> found(Path root) throws IOException {
        Path definition = Files.writeString(root.resolve("exam.yaml"), "files: inbox/*\n");
        FileSource source =
                FileSource.of(
                        TestSource.context(root, Sections.read(root, definition, new Problems())));
        SeenFiles seen = SeenFiles.load(root.resolve("seen"), Clock.systemUTC());
        return source.known(
                        new Reach(
                                root,
                                new Landing(root, "exam", Clock.systemUTC(), () -> true),
                                seen))
                .documents();
    }
}
