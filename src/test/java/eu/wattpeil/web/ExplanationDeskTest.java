package eu.wattpeil.web;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.kpi.explain.Question;
import eu.wattpeil.report.explanation.ExplanationFlow;
import eu.wattpeil.report.explanation.ExplanationFlow.Sentence;
import eu.wattpeil.serve.SteppedClock;
import eu.wattpeil.web.ExplanationDesk.Asked;
import eu.wattpeil.web.ExplanationDesk.Crowded;
import eu.wattpeil.web.ExplanationDesk.Explained;
import eu.wattpeil.web.ExplanationDesk.Failed;
import eu.wattpeil.web.ExplanationDesk.Waits;
import eu.wattpeil.workspace.Period;
import eu.wattpeil.workspace.Scope;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who asks for explanations gets them one after the other. */
class ExplanationDeskTest {

    private static final String FLOW = "{\"en\":[{\"sentence\":\"PUE\"}]}\n";

    private final SteppedClock clock = new SteppedClock("2026-01-15T05:00:00Z");
    private final List<Told> begun = Collections.synchronizedList(new ArrayList<>());
    private final ExplanationDesk desk = new ExplanationDesk(this::begin, clock);

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void isToldToWaitAndGetsTheAnswerOfTheProcess() throws Exception {
        assertThat(desk.ask(asked("pue", 1))).isEqualTo(new Waits());
        await(() -> begun.size() == 1);
        assertThat(desk.ask(asked("pue", 1))).isEqualTo(new Waits());

        begun.get(0).end(0, FLOW);

        await(() -> desk.ask(asked("pue", 1)) instanceof Explained);
        assertThat(((Explained) desk.ask(asked("pue", 1))).flows())
                .containsEntry("en", new ExplanationFlow(List.of(new Sentence("PUE"))));
        assertThat(begun).as("remembers it").hasSize(1);
    }

    @Test
    void isAskedAnewOfAnotherEdition() throws Exception {
        desk.ask(asked("pue", 1));
        await(() -> begun.size() == 1);
        begun.get(0).end(0, FLOW);
        await(() -> desk.ask(asked("pue", 1)) instanceof Explained);

        assertThat(desk.ask(asked("pue", 2))).isEqualTo(new Waits());
    }

    @Test
    void hasOneProcessAtATimeAndSoManyWaiting() throws Exception {
        for (int i = 0; i < 8; i++) {
            assertThat(desk.ask(asked("kpi_" + i, 1))).isEqualTo(new Waits());
        }
        await(() -> begun.size() == 1);

        assertThat(desk.ask(asked("kpi_8", 1))).isEqualTo(new Crowded());
        assertThat(desk.ask(asked("kpi_7", 1))).as("has its place").isEqualTo(new Waits());
        assertThat(begun).hasSize(1);
        begun.get(0).end(0, FLOW);
        await(() -> begun.size() == 2);
        assertThat(desk.ask(asked("kpi_8", 1))).isEqualTo(new Waits());
    }

    @Test
    void endsWhatNobodyAsksForAnyMore() throws Exception {
        desk.ask(asked("pue", 1));
        desk.ask(asked("cue", 1));
        await(() -> begun.size() == 1);
        clock.set(clock.instant().plusSeconds(10));
        desk.ask(asked("sheets", 1));
        clock.set(clock.instant().plusSeconds(10));

        await(() -> !begun.get(0).isAlive());
        await(() -> begun.size() == 2);
        assertThat(begun.get(1).kpi).as("cue was left before it began").isEqualTo("sheets");
        assertThat(desk.ask(asked("pue", 1))).isEqualTo(new Waits());
    }

    @Test
    void triesWhatFailedAgainOnlyAfterAWhile() throws Exception {
        for (String said : List.of("", "{\"en\":", "[[[")) {
            int number = begun.size();
            Asked asked = asked("pue", number);
            desk.ask(asked);
            await(() -> begun.size() == number + 1);
            begun.get(number).end(said.isEmpty() ? 1 : 0, said);
            await(() -> desk.ask(asked) instanceof Failed);
        }
        Asked first = asked("pue", 0);
        clock.set(clock.instant().plus(Duration.ofMinutes(9)));
        assertThat(desk.ask(first)).isEqualTo(new Failed());
        clock.set(clock.instant().plus(Duration.ofMinutes(2)));
        assertThat(desk.ask(first)).isEqualTo(new Waits());
    }

    @Test
    void leavesNoProcessBehind() throws Exception {
        desk.ask(asked("pue", 1));
        await(() -> begun.size() == 1);

        desk.close();

        await(() -> !begun.get(0).isAlive());
        assertThat(desk.ask(asked("pue", 1))).isEqualTo(new Crowded());
    }

    private Process begin(Question question) {
        Told process = new Told(question.kpiId());
        begun.add(process);
        return process;
    }

    private static Asked asked(String kpi, int edition) {
        Question question =
                new Question(kpi, YearMonth.of(2026, 1), Scope.ORGANISATION, Period.MONTH);
        return new Asked(question, edition, "");
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        long last = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(last);
            Thread.sleep(20);
        }
    }

    /** A process that ends when it is told to. */
    private static final class Told extends Process {

        private final String kpi;
        private final CountDownLatch ended = new CountDownLatch(1);
        private volatile int code;
        private volatile byte[] said = new byte[0];

        Told(String kpi) {
            this.kpi = kpi;
        }

        void end(int with, String text) {
            code = with;
            said = text.getBytes(StandardCharsets.UTF_8);
            ended.countDown();
        }

        @Override
        public OutputStream getOutputStream() {
            return OutputStream.nullOutputStream();
        }

        @Override
        public InputStream getInputStream() {
            return new InputStream() {
                @Override
                public int read() throws IOException {
                    throw new IOException("is read as a whole");
                }

                @Override
                public byte[] readNBytes(int length) throws IOException {
                    try {
                        ended.await();
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                    return new ByteArrayInputStream(said).readNBytes(length);
                }
            };
        }

        @Override
        public InputStream getErrorStream() {
            return InputStream.nullInputStream();
        }

        @Override
        public int waitFor() throws InterruptedException {
            ended.await();
            return code;
        }

        @Override
        public boolean waitFor(long time, TimeUnit unit) throws InterruptedException {
            return ended.await(time, unit);
        }

        @Override
        public int exitValue() {
            if (isAlive()) {
                throw new IllegalThreadStateException();
            }
            return code;
        }

        @Override
        public boolean isAlive() {
            return ended.getCount() > 0;
        }

        @Override
        public void destroy() {
            if (isAlive()) {
                end(137, "");
            }
        }

        @Override
        public Process destroyForcibly() {
            destroy();
            return this;
        }
    }
}
