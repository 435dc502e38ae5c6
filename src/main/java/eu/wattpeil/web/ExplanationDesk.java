package eu.wattpeil.web;

import eu.wattpeil.kpi.explain.Question;
import eu.wattpeil.report.explanation.ExplanationFlow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Has values explained, one at a time, each by a process of its own that ends with its answer: what
 * it takes is given back, and nothing of the server waits for it. Who asks is told to ask again;
 * what nobody asks for any more is left.
 */
final class ExplanationDesk implements AutoCloseable {

    /** Longer than the slowest takes. */
    private static final Duration LONGEST = Duration.ofMinutes(3);

    /** How long ago a page that looks again every few seconds may have asked last. */
    private static final Duration GONE = Duration.ofSeconds(15);

    /** After which what failed is tried once more. */
    private static final Duration REST = Duration.ofMinutes(10);

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final int MOST_WAITING = 8;
    private static final int MOST_KEPT = 100;
    private static final int MOST_BYTES = 4_000_000;

    private final Explaining explaining;
    private final Clock clock;

    /** What is asked for and since when nobody has asked again; the first one is at work. */
    private final Map<Asked, Instant> waiting = new LinkedHashMap<>();

    private final Map<Asked, Done> done =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Asked, Done> eldest) {
                    return size() > MOST_KEPT;
                }
            };

    private @Nullable Process atWork;
    private boolean isWorking;
    private boolean isClosed;

    ExplanationDesk(Explaining explaining, Clock clock) {
        this.explaining = explaining;
        this.clock = clock;
    }

    /** Begins a process that prints an explanation, by {@link ExplanationFlow#json}. */
    @FunctionalInterface
    interface Explaining {
        Process begin(Question question) throws IOException;
    }

    /**
     * A question, and what its answer depends on.
     *
     * @param edition that is shown
     * @param state of workspace and store
     */
    record Asked(Question question, int edition, String state) {}

    private record Done(Answer answer, Instant at) {}

    /** What becomes of a question. */
    sealed interface Answer {}

    /** By the tag of each language. */
    record Explained(Map<String, ExplanationFlow> flows) implements Answer {

        Explained {
            flows = Map.copyOf(flows);
        }
    }

    /** It is at work, or others are before it: to be asked again in a few seconds. */
    record Waits() implements Answer {}

    /** Too many others are before it. */
    record Crowded() implements Answer {}

    /** It took too long, or more memory than there is for it. */
    record Failed() implements Answer {}

    synchronized Answer ask(Asked asked) {
        if (isClosed) {
            return new Crowded();
        }
        Done known = done.get(asked);
        if (known != null
                && !(known.answer() instanceof Failed
                        && clock.instant().isAfter(known.at().plus(REST)))) {
            return known.answer();
        }
        if (!waiting.containsKey(asked) && waiting.size() >= MOST_WAITING) {
            return new Crowded();
        }
        waiting.put(asked, clock.instant());
        if (!isWorking) {
            isWorking = true;
            Thread worker = new Thread(this::work, "explanations");
            worker.setDaemon(true);
            worker.start();
        }
        return new Waits();
    }

    private void work() {
        for (Optional<Asked> next = next(); next.isPresent(); next = next()) {
            answer(next.get());
        }
    }

    private synchronized Optional<Asked> next() {
        waiting.values().removeIf(this::isGone);
        Optional<Asked> next = waiting.keySet().stream().findFirst().filter(it -> !isClosed);
        isWorking = next.isPresent();
        return next;
    }

    private void answer(Asked asked) {
        Optional<Answer> answer = Optional.of(new Failed());
        @Nullable Process process = null;
        try {
            process = begin(asked);
            answer = answer(process, asked);
        } catch (IOException | IllegalArgumentException failed) {
            answer = Optional.of(new Failed());
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        } finally {
            if (process != null) {
                process.destroyForcibly();
            }
            end(asked, answer);
        }
    }

    /** None is begun that nobody would end. */
    private synchronized Process begin(Asked asked) throws IOException {
        if (isClosed) {
            throw new IOException("closed");
        }
        Process process = explaining.begin(asked.question());
        atWork = process;
        return process;
    }

    /** Empty where nobody waits for it any more. */
    private Optional<Answer> answer(Process process, Asked asked)
            throws IOException, InterruptedException {
        process.getOutputStream().close();
        CompletableFuture<String> text =
                CompletableFuture.supplyAsync(
                        () -> read(process.getInputStream()),
                        work -> {
                            Thread reader = new Thread(work, "explanation-reader");
                            reader.setDaemon(true);
                            reader.start();
                        });
        long last = System.nanoTime() + LONGEST.toNanos();
        while (!process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
            if (isLeft(asked)) {
                return Optional.empty();
            }
            if (System.nanoTime() > last) {
                return Optional.of(new Failed());
            }
        }
        return process.exitValue() == 0
                ? Optional.of(new Explained(ExplanationFlow.read(text.join())))
                : Optional.of(new Failed());
    }

    /** Up to what no explanation is as long as; what is cut off there cannot be read. */
    private static String read(InputStream in) {
        try (in) {
            return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        } catch (IOException ended) {
            return "";
        }
    }

    private synchronized boolean isLeft(Asked asked) {
        return isClosed
                || Optional.ofNullable(waiting.get(asked)).filter(it -> !isGone(it)).isEmpty();
    }

    private boolean isGone(Instant lastAsked) {
        return clock.instant().isAfter(lastAsked.plus(GONE));
    }

    private synchronized void end(Asked asked, Optional<Answer> answer) {
        waiting.remove(asked);
        answer.ifPresent(it -> done.put(asked, new Done(it, clock.instant())));
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        if (atWork != null) {
            atWork.destroyForcibly();
        }
    }
}
