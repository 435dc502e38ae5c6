package eu.wattpeil.collect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.sun.management.ThreadMXBean;
import eu.wattpeil.collect.bytes.ByteRange;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Whatever becomes of the document of any case, reading it ends: with possible rows, or with
 * rejects that say what was expected, and with a bounded amount of memory.
 *
 * <p>More of it: {@code mvn test -Dtest=FixtureMutationTest -Dwattpeil.mutations=60}, and another
 * seed with {@code -Dwattpeil.seed}.
 */
class FixtureMutationTest {

    private static final int MUTATIONS = Integer.getInteger("wattpeil.mutations", 3);
    private static final long SEED = Long.getLong("wattpeil.seed", 20263);

    /** A document takes milliseconds; a machine may be busy. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** What a reader may take beside what it takes for each byte. */
    private static final long ALLOWED_BYTES = 128L << 20;

    private static final long ALLOWED_PER_BYTE = 400;

    @TestFactory
    Stream<DynamicTest> whateverBecomesOfACaseReadingEnds() {
        return Formats.names(TestPresets.PRESETS).stream()
                .map(format -> dynamicTest(format, () -> mutateCasesOf(format)));
    }

    private static void mutateCasesOf(String format) throws IOException {
        for (Path folder : FormatCases.folders(format)) {
            FormatCases.Opened opened = FormatCases.open(format, folder);
            Random random = new Random(SEED + folder.toString().hashCode());
            for (int i = 0; i < MUTATIONS; i++) {
                byte[] bytes = mutated(folder, opened.input(), random);
                String what = "%s, seed %d, mutation %d".formatted(folder, SEED, i);
                assertReadingEnds(opened, bytes, what);
            }
        }
    }

    private static void assertReadingEnds(FormatCases.Opened opened, byte[] bytes, String what) {
        Document document =
                new Document(opened.name(), bytes.length, "0".repeat(64), new Bytes(bytes));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

        assertTimeoutPreemptively(
                LIMIT,
                () -> {
                    long before = threads.getCurrentThreadAllocatedBytes();
                    MemoryRecords records = read(opened, document, what);
                    long taken = threads.getCurrentThreadAllocatedBytes() - before;

                    assertThat(records.rejects())
                            .as(what)
                            .allMatch(reject -> reject.line() >= 0)
                            .allMatch(reject -> !reject.expected().isEmpty());
                    assertThat(records.accepted()).as(what).allMatch(PossibleRow::isPossible);
                    assertThat(taken)
                            .as(what)
                            .isLessThan(ALLOWED_BYTES + ALLOWED_PER_BYTE * bytes.length);
                },
                what);
    }

    private static MemoryRecords read(FormatCases.Opened opened, Document document, String what) {
        try {
            return opened.read(document);
        } catch (IOException | RuntimeException | StackOverflowError failure) {
            throw new AssertionError(what, failure);
        }
    }

    /** A described workbook is also mutated before it becomes one. */
    private static byte[] mutated(Path folder, Path input, Random random) throws IOException {
        Mutation mutation = new Mutation(random);
        Path cells = folder.resolve("input.cells");
        if (Files.exists(cells) && random.nextBoolean()) {
            return TestWorkbook.of(new String(mutation.of(Files.readAllBytes(cells)), UTF_8));
        }
        byte[] bytes = Files.readAllBytes(input);
        boolean isPacked = bytes.length > 2 && bytes[0] == 'P' && bytes[1] == 'K';
        return isPacked && random.nextBoolean()
                ? withAMutatedEntry(bytes, mutation)
                : mutation.of(bytes);
    }

    private static byte[] withAMutatedEntry(byte[] zip, Mutation mutation) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                byte[] part = in.readAllBytes();
                out.write(mutation.random().nextBoolean() ? mutation.of(part) : part);
            }
        }
        return bytes.toByteArray();
    }

    private record Bytes(byte[] bytes) implements Content {

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public Optional<Stretch> stretch() {
            return Optional.of(
                    (from, to) ->
                            new ByteRange(
                                    new ByteArrayInputStream(
                                            bytes, (int) from, bytes.length - (int) from),
                                    to - from));
        }
    }
}
