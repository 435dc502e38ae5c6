package eu.wattpeil.collect.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dd/MM/yyyy HH:mm:ss | 25/10/2026 02:30:15 | 2026-10-25T02:30:15",
                "dd-MM-yyyy | 29-02-2024 | 2024-02-29T00:00",
                "dd-MM-yyyy HH:mm | 31-12-2026 24:00 | 2027-01-01T00:00",
                "d/M/yyyy H:mm | 3/1/2026 9:05 | 2026-01-03T09:05",
                "d/M/yyyy H:mm | 13/11/2026 19:05 | 2026-11-13T19:05",
                "dd/MM/yy | 12/11/18 | 2018-11-12T00:00",
                "ddMMyyyy HH:mm | 12112018 23:45 | 2018-11-12T23:45",
                "yyyyMMddHHmm | 202611122345 | 2026-11-12T23:45",
                "yyyy-MM-dd'T'HH:mm:ss.SSS | 2026-11-12T23:45:01.250 | 2026-11-12T23:45:01.250",
                "dd MMM yyyy HH:mm:ss | 26 Aug 2019 00:30:00 | 2019-08-26T00:30",
                "MMM d yyyy h:mma | Nov  3 2019 12:00AM | 2019-11-03T00:00",
                "MMM d yyyy h:mma | nov 13 2019 1:05pm | 2019-11-13T13:05",
                "dd MMM yyyy HH:mm | 26 Aug 2019 24:00 | 2019-08-27T00:00",
                "iso | 2026-10-25 | 2026-10-25T00:00",
                "iso | 2026-10-25 02:30 | 2026-10-25T02:30",
                "iso | 2026-10-25T02:30:15.123456789 | 2026-10-25T02:30:15.123456",
                "iso | 2026-10-25T24:00 | 2026-10-26T00:00",
                "epoch-seconds | 1761350400 | 2025-10-25T00:00",
                "epoch-milliseconds | 1761350400250 | 2025-10-25T00:00:00.250",
            })
    void readsWhatThePatternSays(String pattern, String text, String expected) {
        assertThat(local(read(TimeText.of(pattern), text)))
                .isEqualTo(LocalDateTime.parse(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dd/MM/yyyy HH:mm:ss | 25-10-2026 02:30:15",
                "dd/MM/yyyy HH:mm:ss | 25/10/2026 02:30",
                "dd/MM/yyyy HH:mm:ss | 25/10/2026 24:00:01",
                "dd/MM/yyyy HH:mm:ss | 25/10/2026 02:60:00",
                "dd/MM/yyyy HH:mm:ss | 10/25/2026 02:30:15",
                "dd/MM/yyyy | 29/02/2026",
                "dd/MM/yyyy | 2a/02/2026",
                "dd/MM/yyyy | 12/11/18",
                "dd/MM/yyyy | KABOOM",
                "d/M/yyyy | 3/13/2026",
                "d/M/yyyy | 3/1/2026 x",
                "dd MMM yyyy | 26 Foo 2019",
                "dd MMM yyyy | 31 Feb 2019",
                "iso | 2026-13-01",
                "iso | 2026-10-25T",
                "iso | 2026-10-25T02:30+1",
                "iso | 2026-10-25T02:30:00.",
                "iso | 26-10-25",
                "epoch-seconds | 25/10/2026",
            })
    void readsNothingElse(String pattern, String text) {
        assertThat(read(TimeText.of(pattern), text)).isEqualTo(NoValue.UNREADABLE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "iso | 2026-10-25T02:30Z | 0",
                "iso | 2026-10-25T02:30+02:00 | 7200",
                "iso | 2026-10-25T02:30:00-0130 | -5400",
                "iso | 2026-10-25 02:30:00 +01 | 3600",
                "dd-MM-yyyy HH:mm:ss xx | 25-10-2026 02:30:00 +0100 | 3600",
                "epoch-seconds | 0 | 0",
            })
    void tellsTheOffset(String pattern, String text, long seconds) {
        TimeText times = TimeText.of(pattern);
        read(times, text);

        assertThat(times.offset()).isEqualTo(seconds * 1_000_000);
    }

    @Test
    void forgetsTheOffsetOfTheTextBefore() {
        TimeText times = TimeText.of("iso");
        read(times, "2026-10-25T02:30Z");
        read(times, "2026-10-25T02:30");

        assertThat(times.offset()).isEqualTo(NoValue.NO_OFFSET);
    }

    @Test
    void takesNoImpossibleDateForTheDateBefore() {
        TimeText times = TimeText.of("dd/MM/yyyy HH:mm");

        assertThat(local(read(times, "05/05/2026 00:00"))).isEqualTo("2026-05-05T00:00");
        assertThat(read(times, "37/04/2026 01:00")).isEqualTo(NoValue.UNREADABLE);
        assertThat(local(read(times, "03/04/2027 00:00"))).isEqualTo("2027-04-03T00:00");
        assertThat(read(times, "03/20/2026 05:00")).isEqualTo(NoValue.UNREADABLE);
    }

    @Test
    void readsNoYearBeyondTheCalendarsFourDigits() {
        TimeText times = TimeText.of("d MMM u");

        assertThat(local(read(times, "1 Jan 9999"))).isEqualTo("9999-01-01T00:00");
        assertThat(read(times, "1 Jan 300000")).isEqualTo(NoValue.UNREADABLE);
        assertThat(read(times, "1 Jan -1")).isEqualTo(NoValue.UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HH:mm", "nonsense", "dd/MM", "{", "yyyy-MM-dd HH:bb"})
    void refusesAPatternWithoutADate(String pattern) {
        assertThatThrownBy(() -> TimeText.of(pattern)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void agreesWithTheJdk() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String[] patterns = {
            "dd/MM/yyyy HH:mm:ss", "d-M-yyyy H:mm", "yyyyMMdd HHmmss", "dd MMM yyyy hh:mm:ss a"
        };
        for (String pattern : patterns) {
            DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
            TimeText times = TimeText.of(pattern);
            for (int round = 0; round < 5_000; round++) {
                String text =
                        formatter.format(
                                LocalDateTime.ofEpochSecond(
                                        random.nextLong(-2_000_000_000L, 10_000_000_000L),
                                        0,
                                        ZoneOffset.UTC));

                assertThat(local(read(times, text)))
                        .as("seed %d: %s", seed, text)
                        .isEqualTo(LocalDateTime.parse(text, formatter));
            }
        }
    }

    private static LocalDateTime local(long micros) {
        return LocalDateTime.ofEpochSecond(
                Math.floorDiv(micros, 1_000_000L),
                (int) Math.floorMod(micros, 1_000_000L) * 1_000,
                ZoneOffset.UTC);
    }

    private static long read(TimeText times, String text) {
        byte[] bytes = ("<" + text + ">").getBytes(StandardCharsets.UTF_8);
        return times.read(bytes, 1, bytes.length - 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yyyy-MM | 2026-02 | 2026-02-01T00:00",
                "MM/yyyy | 12/2026 | 2026-12-01T00:00",
                "yyyyMM | 202611 | 2026-11-01T00:00",
                "MMM yyyy | Nov 2026 | 2026-11-01T00:00",
                "dd/MM/yyyy | 29/02/2024 | 2024-02-29T00:00",
            })
    void givesTheFirstDayOfAMonthWhereADateHasNoDay(
            String pattern, String text, LocalDateTime expected) {
        assertThat(local(read(TimeText.ofDay(pattern), text))).isEqualTo(expected);
    }

    @Test
    void readsNoMonthThatThereIsNot() {
        assertThat(read(TimeText.ofDay("yyyy-MM"), "2026-13")).isEqualTo(NoValue.UNREADABLE);
    }
}
