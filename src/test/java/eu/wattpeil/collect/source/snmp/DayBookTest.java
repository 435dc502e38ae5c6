package eu.wattpeil.collect.source.snmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.wattpeil.collect.snmp.Poll;
import eu.wattpeil.collect.source.Landing;
import eu.wattpeil.collect.source.snmp.DayBook.Completion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Polls are kept whatever happens between them, and each comes once. */
class DayBookTest {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final String OPEN = ".snmp-2026-10-25.open";
    private static final String LANDED = "snmp-2026-10-25.ndjson.gz";

    @TempDir private Path folder;

    @Test
    void aDayIsThatOfTheOrganisationAlsoWhereItHas25Hours() throws IOException {
        DayBook book = book(Completion.DAY);
        book.add(List.of(poll("2026-10-24T22:00:00Z"), poll("2026-10-25T22:59:59Z")));

        book.complete(landing("2026-10-25T22:59:59Z"));
        assertThat(landed()).isEmpty();
        book.complete(landing("2026-10-25T23:00:00Z"));

        assertThat(landed()).containsExactly(LANDED);
        assertThat(lines(LANDED)).hasSize(2);
        assertThat(folder.resolve("landed/ups").resolve(OPEN)).doesNotExist();
    }

    @Test
    void anHourIsOneOfUtcSoThatTheRepeatedHourIsTwo() throws IOException {
        DayBook book = book(Completion.HOUR);
        book.add(List.of(poll("2026-10-25T00:30:00Z"), poll("2026-10-25T01:30:00Z")));

        book.complete(landing("2026-10-25T02:00:00Z"));

        assertThat(landed())
                .containsExactly(
                        "snmp-20261025T000000Z.ndjson.gz", "snmp-20261025T010000Z.ndjson.gz");
    }

    @Test
    void aTornLastLineIsCutOff() throws IOException {
        DayBook book = book(Completion.DAY);
        book.add(List.of(poll("2026-10-25T10:00:00Z")));
        Files.writeString(open(), "{\"at\":\"2026-10-25T10:15", StandardOpenOption.APPEND);
        assertThat(book.lastAt()).contains(Instant.parse("2026-10-25T10:00:00Z"));

        book.add(List.of(poll("2026-10-25T10:30:00Z")));
        Files.writeString(open(), "{\"at\":\"2026-10-25T10:45", StandardOpenOption.APPEND);
        book.complete(landing("2026-10-26T10:00:00Z"));

        assertThat(times(LANDED)).containsExactly("2026-10-25T10:00:00Z", "2026-10-25T10:30:00Z");
    }

    @Test
    void whatWasKilledBetweenLandingAndRemovingLandsTheSame() throws IOException {
        DayBook book = book(Completion.DAY);
        book.add(List.of(poll("2026-10-25T10:00:00Z")));
        String open = Files.readString(open());
        book.complete(landing("2026-10-26T10:00:00Z"));
        byte[] before = Files.readAllBytes(folder.resolve("landed/ups").resolve(LANDED));

        Files.writeString(open(), open);
        book(Completion.DAY).complete(landing("2026-10-26T10:00:00Z"));

        assertThat(folder.resolve("landed/ups").resolve(LANDED)).hasBinaryContent(before);
        assertThat(open()).doesNotExist();
    }

    @Test
    void aPollOfADayThatHasLandedIsAddedToIt() throws IOException {
        DayBook book = book(Completion.DAY);
        book.add(List.of(poll("2026-10-25T10:00:00Z")));
        book.complete(landing("2026-10-26T10:00:00Z"));

        book.add(List.of(poll("2026-10-25T22:30:00Z")));
        book.complete(landing("2026-10-25T22:31:00Z"));
        assertThat(lines(LANDED)).hasSize(1);
        book.complete(landing("2026-10-26T10:15:00Z"));

        assertThat(times(LANDED)).containsExactly("2026-10-25T10:00:00Z", "2026-10-25T22:30:00Z");
    }

    @Test
    void anotherCompletionLandsWhatIsOpen() throws IOException {
        book(Completion.DAY).add(List.of(poll("2026-10-25T10:00:00Z")));

        book(Completion.HOUR).complete(landing("2026-10-25T10:15:00Z"));
        assertThat(landed()).isEmpty();
        book(Completion.EACH_POLL).complete(landing("2026-10-25T10:15:00Z"));

        assertThat(landed()).containsExactly(LANDED);
    }

    @Test
    void oneProcessAddsAtATime() throws IOException {
        DayBook book = book(Completion.DAY);
        book.add(List.of(poll("2026-10-25T10:00:00Z")));
        try (FileChannel channel = FileChannel.open(open(), StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();

            assertThatThrownBy(() -> book.add(List.of(poll("2026-10-25T10:15:00Z"))))
                    .isInstanceOf(IOException.class)
                    .hasMessage("another process adds polls, expected one at a time");
        }
        assertThat(Files.readAllLines(open())).hasSize(1);
    }

    @Test
    void onlyItsOwnerReadsTheBook() throws IOException {
        book(Completion.DAY).add(List.of(poll("2026-10-25T10:00:00Z")));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(open())))
                .isEqualTo("rw-------");
        assertThat(landing("2026-10-25T10:00:00Z").names()).isEmpty();
    }

    @Test
    void aPollIsReadAsItWasWritten() {
        Poll poll = poll("2026-10-25T10:00:00Z");

        assertThat(Poll.of(poll.line().getBytes(StandardCharsets.UTF_8))).contains(poll);
    }

    private static Poll poll(String at) {
        return new Poll(Instant.parse(at), "ups-1", "ups-mib", 1, Map.of("output_power.1", "250"));
    }

    private DayBook book(Completion completion) {
        return new DayBook(landing("2026-10-25T10:00:00Z").folder(), BRUSSELS, completion);
    }

    private Landing landing(String now) {
        return new Landing(folder, "ups", Clock.fixed(Instant.parse(now), BRUSSELS), () -> false);
    }

    private Path open() {
        return folder.resolve("landed/ups").resolve(OPEN);
    }

    private List<String> landed() throws IOException {
        return landing("2026-10-25T10:00:00Z").names();
    }

    private List<String> times(String name) throws IOException {
        List<String> times = new ArrayList<>();
        for (String line : lines(name)) {
            times.add(Poll.of(line.getBytes(StandardCharsets.UTF_8)).orElseThrow().at().toString());
        }
        return times;
    }

    private List<String> lines(String name) throws IOException {
        try (InputStream in =
                new GZIPInputStream(
                        Files.newInputStream(folder.resolve("landed/ups").resolve(name)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
