package eu.wattpeil.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class SeriesOrderTest {

    @Test
    void rowsOfATextComeTogetherInTheOrderInWhichTheyCome() {
        assertThat(order(texts("b", "a", "b", "c", "a"), 1, 1, 2, 2, 3))
                .containsExactly(0, 2, 1, 4, 3);
    }

    @Test
    void rowsThatAreInOrderStayWhereTheyAre() {
        assertThat(order(texts("b", "b", "a", "c"), 1, 2, 1, 1)).isEmpty();
        assertThat(order(texts())).isEmpty();
    }

    @Test
    void rowsOfATextAreOrderedByTimeAndThoseOfATimeAsTheyCome() {
        assertThat(order(texts("a", "b", "a", "a", "a"), 3, 1, 2, 2, 1))
                .containsExactly(4, 2, 3, 0, 1);
    }

    @Test
    void theFirstColumnCountsMost() {
        Text[] meters = texts("a", "b", "a", "b", "a");
        Text[] kinds = texts("power", "power", "counter", "counter", "power");

        assertThat(SeriesOrder.of(List.of(meters, kinds), new long[] {1, 2, 3, 4, 5}, 5, 1))
                .containsExactly(0, 4, 2, 1, 3);
    }

    @Test
    void rowsStayWhereThereAreFewOfEachSeries() {
        List<Text[]> meters = List.<Text[]>of(texts("a", "b", "a", "b", "a", "b"));
        long[] times = {1, 1, 2, 2, 3, 3};

        assertThat(SeriesOrder.of(meters, times, 6, 3)).containsExactly(0, 2, 4, 1, 3, 5);
        assertThat(SeriesOrder.of(meters, times, 6, 4)).isEmpty();
    }

    @Test
    void rowsBehindTheLastDoNotCount() {
        assertThat(
                        SeriesOrder.of(
                                List.<Text[]>of(texts("a", "b", "a")), new long[] {1, 1, 2}, 2, 1))
                .isEmpty();
    }

    /** Readers may make a text for each row, or for each stretch of a document. */
    @RepeatedTest(20)
    void isTheSameHoweverTextsAreShared() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int rows = 1 + random.nextInt(3_000);
        int meters = 1 + random.nextInt(600);
        long[] times = random.longs(rows, 0, 40).toArray();
        String[] names =
                IntStream.range(0, rows)
                        .mapToObj(row -> "meter-" + random.nextInt(meters))
                        .toArray(String[]::new);
        Text[] shared =
                IntStream.range(0, meters).mapToObj(SeriesOrderTest::meter).toArray(Text[]::new);
        Text[] ofShared =
                Arrays.stream(names)
                        .map(name -> shared[Integer.parseInt(name.substring("meter-".length()))])
                        .toArray(Text[]::new);
        List<String> seen = new ArrayList<>(Arrays.stream(names).distinct().toList());
        int[] expected =
                IntStream.range(0, rows)
                        .boxed()
                        .sorted(
                                Comparator.comparing((Integer row) -> seen.indexOf(names[row]))
                                        .thenComparing(row -> times[row]))
                        .mapToInt(Integer::intValue)
                        .toArray();

        assertThat(orderOrNone(texts(names), times)).as("seed %d", seed).isEqualTo(expected);
        assertThat(orderOrNone(ofShared, times)).as("seed %d", seed).isEqualTo(expected);
    }

    private static int[] orderOrNone(Text[] texts, long[] times) {
        int[] order = order(texts, times);
        return order.length == 0 ? IntStream.range(0, texts.length).toArray() : order;
    }

    private static int[] order(Text[] texts, long... times) {
        return SeriesOrder.of(List.<Text[]>of(texts), times, texts.length, 1);
    }

    private static Text meter(int number) {
        return Text.of("meter-" + number);
    }

    private static Text[] texts(String... texts) {
        return Arrays.stream(texts).map(Text::of).toArray(Text[]::new);
    }
}
