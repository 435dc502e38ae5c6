package eu.wattpeil.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CrewTest {

    @Test
    void givesWhatWorksGiveInTheirOrderWhicheverEndsFirst() {
        CountDownLatch second = new CountDownLatch(1);
        List<Supplier<Integer>> works =
                IntStream.range(0, 20)
                        .mapToObj(number -> (Supplier<Integer>) () -> number)
                        .toList();

        try (Crew crew = new Crew()) {
            Supplier<String> slow = crew.begin(() -> await(second));
            crew.begin(
                    () -> {
                        second.countDown();
                        return "";
                    });

            if (Runtime.getRuntime().availableProcessors() > 1) {
                assertThat(slow.get()).isEqualTo("waited");
            } else {
                second.countDown();
            }
            assertThat(crew.all(works)).isEqualTo(IntStream.range(0, 20).boxed().toList());
        }
    }

    @Test
    void throwsTheVeryFailureOfAWork() {
        IllegalStateException failure = new IllegalStateException("no room");

        try (Crew crew = new Crew()) {
            Supplier<String> failing =
                    crew.begin(
                            () -> {
                                throw failure;
                            });

            assertThatThrownBy(failing::get).isSameAs(failure);
        }
    }

    private static String await(CountDownLatch other) {
        try {
            other.await();
            return "waited";
        } catch (InterruptedException stopped) {
            return "stopped";
        }
    }
}
