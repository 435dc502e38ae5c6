package eu.wattpeil.collect.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteTableTest {

    @Test
    void numbersDifferentTextsInOrderOfAppearance() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        ByteTable table = new ByteTable();
        Map<String, Integer> oracle = new HashMap<>();
        for (int round = 0; round < 50_000; round++) {
            String text = randomText(random);
            byte[] bytes = ("<" + text + ">").getBytes(StandardCharsets.ISO_8859_1);
            int found = table.find(bytes, 1, bytes.length - 1);

            assertThat(found)
                    .as("seed %d: %s", seed, text)
                    .isEqualTo(oracle.getOrDefault(text, -1));
            if (found < 0) {
                oracle.put(text, table.add(bytes, 1, bytes.length - 1));
            }
        }
        assertThat(table.size()).isEqualTo(oracle.size());
    }

    @Test
    void findsTextsThatComeByTurnsAndThenInAnyOrder() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        ByteTable table = new ByteTable();
        Map<String, Integer> oracle = new HashMap<>();
        int texts = 300;
        int next = 0;
        for (int round = 0; round < 20_000; round++) {
            // By turns, with a leap or a repetition now and then.
            next = random.nextInt(20) == 0 ? random.nextInt(texts) : (next + 1) % texts;
            int times = random.nextInt(30) == 0 ? 3 : 1;
            for (int time = 0; time < times; time++) {
                String text = "meter-" + next;
                byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
                int found = table.find(bytes, 0, bytes.length);

                assertThat(found)
                        .as("seed %d: %s", seed, text)
                        .isEqualTo(oracle.getOrDefault(text, -1));
                if (found < 0) {
                    oracle.put(text, table.add(bytes, 0, bytes.length));
                }
            }
        }
    }

    @Test
    void findsTextsThatDifferInTheMiddleOnlyAsFastAsOthers() {
        ByteTable table = new ByteTable();

        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> {
                    for (int i = 0; i < 200_000; i++) {
                        byte[] time =
                                "21/Nov/2026:%02d:%04d:00 +0100"
                                        .formatted(i % 24, i / 24)
                                        .getBytes(StandardCharsets.US_ASCII);
                        if (table.find(time, 0, time.length) < 0) {
                            table.add(time, 0, time.length);
                        }
                    }
                });

        assertThat(table.size()).isEqualTo(200_000);
    }

    /** Few letters, so that texts often share their first and last eight bytes. */
    private static String randomText(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(30);
        boolean isNearlyTheSame = random.nextBoolean();
        for (int i = 0; i < length; i++) {
            boolean isFree = !isNearlyTheSame || i == length / 2;
            text.append((char) ('a' + (isFree ? random.nextInt(3) : 0)));
        }
        return text.toString();
    }
}
