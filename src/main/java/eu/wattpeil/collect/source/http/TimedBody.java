package eu.wattpeil.collect.source.http;

import eu.wattpeil.collect.source.FetchException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an answer as they come in. It ends with a {@link FetchException} where no byte comes
 * for too long, or the last one not in time.
 */
final class TimedBody extends InputStream implements HttpResponse.BodySubscriber<InputStream> {

    /** What came: bytes, or the end, for which a failure may be the reason. */
    private record Arrival(List<ByteBuffer> bytes, boolean isEnd, Optional<Throwable> failure) {}

    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final Queue<ByteBuffer> current = new ArrayDeque<>();
    private final Duration longestPause;
    private final Deadline deadline;
    private volatile Flow.@Nullable Subscription subscription;
    private volatile boolean isClosed;
    private boolean isAtEnd;

    TimedBody(Duration longestPause, Deadline deadline) {
        this.longestPause = longestPause;
        this.deadline = deadline;
    }

    @Override
    public CompletionStage<InputStream> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
        subscription = newSubscription;
        if (isClosed) {
            newSubscription.cancel();
        } else {
            newSubscription.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        arrivals.add(new Arrival(bytes, false, Optional.empty()));
    }

    @Override
    public void onError(Throwable failure) {
        arrivals.add(new Arrival(List.of(), true, Optional.of(failure)));
    }

    @Override
    public void onComplete() {
        arrivals.add(new Arrival(List.of(), true, Optional.empty()));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!isAtEnd) {
            ByteBuffer next = current.peek();
            if (next == null) {
                await();
            } else if (!next.hasRemaining()) {
                current.remove();
            } else {
                int read = Math.min(length, next.remaining());
                next.get(target, offset, read);
                return read;
            }
        }
        return -1;
    }

    private void await() throws IOException {
        Arrival arrival = next();
        if (arrival == null) {
            throw deadline.isOver()
                    ? deadline.exceeded()
                    : new FetchException(
                            "stalls: no byte of the answer came for "
                                    + longestPause
                                    + " (read-timeout)");
        }
        if (arrival.failure().isPresent()) {
            EOFException cut = new EOFException("the answer is cut off");
            cut.initCause(arrival.failure().get());
            throw cut;
        }
        isAtEnd = arrival.isEnd();
        current.addAll(arrival.bytes());
        Flow.Subscription source = subscription;
        if (!isAtEnd && source != null) {
            source.request(1);
        }
    }

    private @Nullable Arrival next() throws InterruptedIOException {
        try {
            return arrivals.poll(
                    Math.min(longestPause.toMillis(), deadline.leftMs()), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    /** Lets go of the connection where the answer was not read to its end. */
    @Override
    public void close() {
        isClosed = true;
        Flow.Subscription source = subscription;
        if (source != null) {
            source.cancel();
        }
    }
}
