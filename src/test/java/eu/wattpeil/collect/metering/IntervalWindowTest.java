package eu.wattpeil.collect.metering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class IntervalWindowTest {

    private static final Connection CONNECTION = Connection.of("541499900000000001");

    private final List<Long> closedStarts = new ArrayList<>();
    private long closedEnergy;
    private final IntervalWindow window =
            new IntervalWindow(
                    interval -> {
                        closedStarts.add(interval.start());
                        closedEnergy += interval.milliWattHours();
                    });

    @Test
    void addsRegistersThatComeAYearOfQuartersApart() {
        int quarters = 35_040;
        count(quarters, Register.Rate.DAY, 2);
        count(quarters, Register.Rate.NIGHT, 3);

        window.close();

        assertThat(closedStarts).hasSize(quarters).isSorted();
        assertThat(closedEnergy).isEqualTo(5L * quarters);
    }

    @Test
    void keepsNoMoreOpenThanItSays() {
        int more = IntervalWindow.MAX_OPEN + 1000;

        count(more, Register.Rate.DAY, 1);

        assertThat(closedStarts).containsExactlyElementsOf(starts(1000));
        window.close();
        assertThat(closedStarts).containsExactlyElementsOf(starts(more));
        assertThat(closedEnergy).isEqualTo(more);
    }

    @Test
    void givesALateRowAnIntervalOfItsOwn() {
        count(IntervalWindow.MAX_OPEN + 1, Register.Rate.DAY, 1);

        count(1, Register.Rate.NIGHT, 7);

        window.close();
        assertThat(closedStarts).hasSize(IntervalWindow.MAX_OPEN + 2);
        assertThat(closedStarts.get(closedStarts.size() - 1)).isZero();
    }

    @Test
    void keepsFlowsApart() {
        window.at(CONNECTION, Flow.OFFTAKE, 0, 15, 2)
                .count(Register.Rate.DAY, 1, VolumeStatus.MEASURED, null);
        window.at(CONNECTION, Flow.INJECTION, 0, 15, 3)
                .count(Register.Rate.DAY, 2, VolumeStatus.MEASURED, null);
        window.at(CONNECTION, Flow.OFFTAKE, 0, 60, 4)
                .count(Register.Rate.DAY, 4, VolumeStatus.MEASURED, null);

        window.close();

        assertThat(closedStarts).containsExactly(0L, 0L, 0L);
        assertThat(closedEnergy).isEqualTo(7);
    }

    private void count(int quarters, Register.Rate rate, long energy) {
        for (int i = 0; i < quarters; i++) {
            window.at(CONNECTION, Flow.OFFTAKE, i * 15L, i * 15L + 15, i + 2L)
                    .count(rate, energy, VolumeStatus.MEASURED, null);
        }
    }

    private static List<Long> starts(int quarters) {
        return LongStream.range(0, quarters).map(i -> i * 15).boxed().toList();
    }
}
