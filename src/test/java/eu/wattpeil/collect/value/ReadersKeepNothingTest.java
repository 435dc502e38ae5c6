package eu.wattpeil.collect.value;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.collect.bytes.TextPool;
import eu.wattpeil.store.Text;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What readers remember makes them faster and nothing else: texts in any order through one reader
 * give what each gives through a new one.
 */
class ReadersKeepNothingTest {

    private static final int TEXTS = 400;

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    private record Read(long local, long offset) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dd/MM/yyyy HH:mm",
                "dd/MM/yy HH:mm",
                "yyyyMMddHHmm",
                "d/M/yyyy H:mm",
                "dd MMM yyyy HH:mm",
                "dd-MM-yyyy HH:mm:ss xx",
                "yyyy-MM-dd'T'HH:mm:ssX",
                "MMM d yyyy h:mma",
                "iso",
                "epoch-seconds",
                "epoch-milliseconds"
            })
    void everyTimeReaderReadsAsANewOneWould(String pattern) {
        List<String> texts = times(pattern);
        TimeText reader = TimeText.of(pattern);
        for (String text : texts) {
            assertThat(read(reader, text))
                    .as("seed %d: %s", seed, text)
                    .isEqualTo(read(TimeText.of(pattern), text));
        }
    }

    @Test
    void theFirstPatternThatFitsIsTheOneThatANewReaderTakes() {
        List<String> texts = new ArrayList<>(times("d/M/yyyy H:mm"));
        texts.addAll(times("M/d/yyyy H:mm"));
        texts.addAll(times("dd-MM-yyyy HH:mm:ss xx"));
        Collections.shuffle(texts, random);
        TimeText reader = anyOrder();
        for (String text : texts) {
            assertThat(read(reader, text))
                    .as("seed %d: %s", seed, text)
                    .isEqualTo(read(anyOrder(), text));
        }
    }

    private static TimeText anyOrder() {
        return TimeText.firstOf("d/M/yyyy H:mm", "M/d/yyyy H:mm", "dd-MM-yyyy HH:mm:ss xx");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Brussels",
                "Australia/Lord_Howe",
                "Pacific/Apia",
                "Africa/Casablanca",
                "America/Sao_Paulo"
            })
    void theClockShowsWhatANewOneWould(String zone) {
        ZoneId id = ZoneId.of(zone);
        WallClock clock = new WallClock(id);
        for (int i = 0; i < 5 * TEXTS; i++) {
            long local = random.nextLong(0, 2_500_000_000L) / 900 * 900 * 1_000_000;
            assertThat(clock.instant(local))
                    .as("seed %d: %d", seed, local)
                    .isEqualTo(new WallClock(id).instant(local));
            assertThat(clock.isNearRepeated(local))
                    .as("seed %d: %d", seed, local)
                    .isEqualTo(new WallClock(id).isNearRepeated(local));
            assertThat(clock.anyInstant(local))
                    .as("seed %d: %d", seed, local)
                    .isEqualTo(new WallClock(id).anyInstant(local));
        }
    }

    @Test
    void thePoolGivesTheTextThatANewOneWould() {
        TextPool pool = new TextPool(StandardCharsets.UTF_8);
        byte[] bytes = new byte[24];
        for (int i = 0; i < 100 * TEXTS; i++) {
            int length = random.nextInt(bytes.length);
            for (int at = 0; at < length; at++) {
                bytes[at] =
                        (byte) ("ab\0".charAt(random.nextInt(3)) | random.nextInt(20) / 19 << 7);
            }
            Text expected = new TextPool(StandardCharsets.UTF_8).text(bytes, 0, length);

            assertThat(pool.text(bytes, 0, length)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    /** Times of few days, so that the same come again; some of them changed by a digit. */
    private List<String> times(String pattern) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < TEXTS; i++) {
            String text = time(pattern, random.nextLong(1_775_000_000L, 1_782_000_000L));
            texts.add(text);
            for (int change = 0; change < 6; change++) {
                texts.add(changed(text));
            }
        }
        Collections.shuffle(texts, random);
        // Some of them come twice in a row.
        return texts.stream()
                .flatMap(text -> Stream.generate(() -> text).limit(1 + random.nextInt(2)))
                .toList();
    }

    private String changed(String text) {
        StringBuilder changed = new StringBuilder(text);
        int at = random.nextInt(text.length());
        if (Character.isDigit(text.charAt(at))) {
            changed.setCharAt(at, (char) ('0' + random.nextInt(10)));
        }
        return changed.toString();
    }

    private String time(String pattern, long seconds) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(seconds / 900 * 900, 0, ZoneOffset.UTC);
        return switch (pattern) {
            case "iso" -> time + (random.nextBoolean() ? "" : "+0" + random.nextInt(3) + ":00");
            case "epoch-seconds" -> Long.toString(seconds);
            case "epoch-milliseconds" -> Long.toString(seconds * 1_000);
            default ->
                    DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
                            .format(time.atOffset(ZoneOffset.ofHours(random.nextInt(3))));
        };
    }

    private static Read read(TimeText reader, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long local = reader.read(bytes, 0, bytes.length);
        return new Read(local, local == NoValue.UNREADABLE ? 0 : reader.offset());
    }
}
