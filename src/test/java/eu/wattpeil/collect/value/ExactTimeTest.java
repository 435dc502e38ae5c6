package eu.wattpeil.collect.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactTimeTest {

    private static final String[] PATTERNS = {
        "yyyy-MM-dd'T'HH:mm:ssX",
        "yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
        "uuuu-MM-dd HH:mm:ss.SSSSSSSSS xx",
        "yyyyMMdd'T'HHmmssX",
        "uuuuMMddHHmmZ",
        "yyyy-MM-dd'T'HH:mm:ssxxx",
        "yyyy-MM-dd'T'HH:mm'Z'",
        "dd MMM yyyy HH:mm:ss",
        "d-MMM-uuuu H:mm",
        "dd/MM/yyyy hh:mm a",
        "MMM d yyyy h:mma",
        "M/d/yyyy h:mm:ss a XX",
        "dd MMM yyyy",
        "dd.MM.yyyy 'at' HH:mm:ss,S",
        "dd.MM.yyyy, HH:mm 'h'",
    };

    /** What stands in times, and a little that does not. */
    private static final String SIGNS = "00112233456789 :-+/.,TtZzaApPmMJunFebSep";

    @Test
    void readsAllThatIsWrittenByItsPattern() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (String pattern : PATTERNS) {
            ExactTime exact = ExactTime.of(pattern).orElseThrow();
            WordedTime worded = new WordedTime(pattern);
            for (int round = 0; round < 500; round++) {
                byte[] text = text(pattern, random);

                long local = exact.read(text, 0, text.length);

                assertThat(local)
                        .as("seed %d: %s by %s", seed, string(text), pattern)
                        .isNotEqualTo(NoValue.UNREADABLE)
                        .isEqualTo(worded.readWorded(text, 0, text.length));
                assertThat(exact.offset())
                        .as("seed %d: offset of %s by %s", seed, string(text), pattern)
                        .isEqualTo(worded.offset());
            }
        }
    }

    @Test
    void readsNothingThatTheFormatterReadsInAnotherWay() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int read = 0;
        int left = 0;
        for (String pattern : PATTERNS) {
            ExactTime exact = ExactTime.of(pattern).orElseThrow();
            WordedTime worded = new WordedTime(pattern);
            for (int round = 0; round < 4_000; round++) {
                byte[] text = changed(text(pattern, random), random);

                long local = exact.read(text, 0, text.length);

                if (local == NoValue.UNREADABLE) {
                    left++;
                    continue;
                }
                read++;
                assertThat(worded.readWorded(text, 0, text.length))
                        .as("seed %d: %s by %s", seed, string(text), pattern)
                        .isEqualTo(local);
                assertThat(worded.offset())
                        .as("seed %d: offset of %s by %s", seed, string(text), pattern)
                        .isEqualTo(exact.offset());
            }
        }
        assertThat(read).as("seed %d", seed).isGreaterThan(1_000);
        assertThat(left).as("seed %d", seed).isGreaterThan(1_000);
    }

    @Test
    void readsEachDayOfTheCalendarAndNoOther() {
        ExactTime exact = ExactTime.of("yyyy-MM-dd'T'HH:mm:ssX").orElseThrow();
        WordedTime worded = new WordedTime("yyyy-MM-dd'T'HH:mm:ssX");
        for (int year : new int[] {0, 1, 1899, 1900, 2000, 2023, 2024, 9999}) {
            for (int day = 0; day < 14 * 33; day++) {
                byte[] text =
                        String.format(
                                        Locale.ROOT,
                                        "%04d-%02d-%02dT00:00:00Z",
                                        year,
                                        day / 33,
                                        day % 33)
                                .getBytes(StandardCharsets.US_ASCII);

                assertThat(exact.read(text, 0, text.length))
                        .as(string(text))
                        .isEqualTo(worded.readWorded(text, 0, text.length));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EEE dd MMM yyyy HH:mm",
                "dd MMMM yyyy",
                "yyyy-DDD",
                "YYYY-'W'ww-e",
                "dd/MM/yyyy[ HH:mm]",
                "dd/MM/yyyy HH:mm VV",
                "dd/MM/yyyy kk:mm",
                "yyyy MM dd HHmmssSSS X",
                "dMyyyy X",
                "dd/MM/yyyy HH:mm ''X",
                "dd/MM/yyyy HH X",
                "dd/MM/yyyy HH:mm yyyy",
                "dd/MM/yyyy hh:mm X",
            })
    void leavesPatternsAloneThatMeanMore(String pattern) {
        assertThat(ExactTime.of(pattern)).isEmpty();
    }

    @Test
    void forgetsTheOffsetOfTheTextBefore() {
        WordedTime times = new WordedTime("yyyy-MM-dd'T'HH:mm:ssX");
        byte[] exact = "2026-10-25T02:30:00+01".getBytes(StandardCharsets.US_ASCII);
        byte[] worded = "2026-10-25t02:30:00z".getBytes(StandardCharsets.US_ASCII);

        times.read(exact, 0, exact.length);
        times.read(worded, 0, worded.length);

        assertThat(times.offset()).isZero();
    }

    private static byte[] text(String pattern, Random random) {
        int minutes = random.nextInt(5) == 0 ? 0 : random.nextInt(-17 * 60, 17 * 60 + 1);
        ZoneOffset offset = ZoneOffset.ofTotalSeconds(minutes * 60);
        LocalDateTime time =
                LocalDateTime.ofEpochSecond(
                        random.nextLong(-62_000_000_000L, 250_000_000_000L),
                        random.nextInt(1_000_000_000),
                        ZoneOffset.UTC);
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
                .format(time.atOffset(offset))
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** One or two signs changed, left out or put in. */
    private static byte[] changed(byte[] text, Random random) {
        StringBuilder changed = new StringBuilder(string(text));
        for (int i = random.nextInt(2); i >= 0; i--) {
            int at = random.nextInt(changed.length());
            char sign = SIGNS.charAt(random.nextInt(SIGNS.length()));
            switch (random.nextInt(4)) {
                case 0 -> changed.deleteCharAt(at);
                case 1 -> changed.insert(at, sign);
                default -> changed.setCharAt(at, sign);
            }
        }
        return changed.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static String string(byte[] text) {
        return new String(text, StandardCharsets.US_ASCII);
    }
}
