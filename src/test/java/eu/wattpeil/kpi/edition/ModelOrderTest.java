package eu.wattpeil.kpi.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.wattpeil.kpi.engine.Mention;
import eu.wattpeil.kpi.model.Model;
import eu.wattpeil.kpi.model.Models;
import eu.wattpeil.kpi.model.MonthWindow;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ModelOrderTest {

    private static final List<Model> MODELS =
            List.of(
                    model("int_a"),
                    model("int_b"),
                    model("int_c", "int_a", "int_b", "meters"),
                    model("int_d", "int_c"));

    private final Queue<String> ended = new ConcurrentLinkedQueue<>();

    @Test
    void comesToEachModelOnceAfterThoseThatItReads() {
        ModelOrder.each(
                MODELS,
                model -> {
                    assertThat(ended).containsAll(readsOf(model));
                    ended.add(model.name());
                });

        assertThat(ended).containsExactlyInAnyOrder("int_a", "int_b", "int_c", "int_d");
    }

    @Test
    void doesNotWaitForAModelThatIsNotRead() {
        CountDownLatch isBThere = new CountDownLatch(1);

        ModelOrder.each(
                MODELS.subList(0, 2),
                model -> {
                    if (model.name().equals("int_b")) {
                        isBThere.countDown();
                    } else {
                        await(isBThere);
                    }
                    ended.add(model.name());
                });

        assertThat(ended).containsExactlyInAnyOrder("int_a", "int_b");
    }

    @Test
    void throwsTheFirstFailureInOrderAndLeavesOutWhatReadsIt() {
        assertThatThrownBy(
                        () ->
                                ModelOrder.each(
                                        MODELS,
                                        model -> {
                                            if (Set.of("int_a", "int_b").contains(model.name())) {
                                                throw new IllegalStateException(model.name());
                                            }
                                            ended.add(model.name());
                                        }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("int_a");

        assertThat(ended).isEmpty();
    }

    @Test
    void throwsWhatIsNoExceptionAsItIs() {
        assertThatThrownBy(
                        () ->
                                ModelOrder.each(
                                        MODELS,
                                        model -> {
                                            throw new OutOfMemoryError("heap");
                                        }))
                .isInstanceOf(OutOfMemoryError.class)
                .hasMessage("heap");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static List<String> readsOf(Model model) {
        return model.reads().stream()
                .map(Mention::name)
                .filter(name -> name.startsWith("int_"))
                .toList();
    }

    private static Model model(String name, String... reads) {
        return new Model(
                Models.intermediate(name, "select 1 as month"),
                Model.Layer.INTERMEDIATE,
                new MonthWindow(0, 0),
                false,
                Optional.empty(),
                Optional.empty(),
                Stream.of(reads).map(read -> new Mention(read, 1)).toList());
    }
}
