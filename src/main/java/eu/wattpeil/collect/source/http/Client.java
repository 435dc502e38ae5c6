package eu.wattpeil.collect.source.http;

import eu.wattpeil.collect.source.FetchException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import javax.net.ssl.SSLContext;

/** Asks once for an address and what it leads on to, and reads the answer within its limits. */
final class Client {

    private static final int MOST_REDIRECTS = 5;
    private static final int BUFFER_BYTES = 1 << 16;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int UNAUTHORISED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private final HttpClient client;
    private final Limits limits;
    private final Clock clock;

    /**
     * @param encryption that trusts what the definition says; empty for what Java trusts
     * @param clock which a time of {@code Retry-After} is held against
     */
    Client(Optional<SSLContext> encryption, Limits limits, Clock clock) {
        HttpClient.Builder builder =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(limits.connect());
        encryption.ifPresent(builder::sslContext);
        client = builder.build();
        this.limits = limits;
        this.clock = clock;
    }

    /** Adds headers to a request. */
    @FunctionalInterface
    interface Headers {
        void addTo(HttpRequest.Builder request) throws IOException;
    }

    /**
     * What is asked.
     *
     * @param open headers that any server may see
     * @param secret headers that only the server of the address may see
     * @param form what is posted; empty for a GET
     */
    record Question(URI address, Headers open, Headers secret, Optional<String> form) {}

    /**
     * Asks, and writes the bytes of the answer.
     *
     * @throws RetryableException where another try may go better
     * @throws RefusedException where the server does not accept who asks
     * @throws FetchException where no other try will go better
     */
    Exchange ask(Question question, OutputStream out) throws IOException {
        Deadline deadline = Deadline.in(limits.whole());
        URI address = question.address();
        try {
            for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
                HttpResponse<InputStream> response = send(question, address, deadline);
                try (InputStream body = response.body()) {
                    if (!REDIRECTS.contains(response.statusCode())) {
                        checkStatus(response);
                        copy(response, body, out);
                        return new Exchange(address, response.statusCode(), response.headers());
                    }
                    address = redirected(question, address, response);
                }
            }
        } catch (IOException failure) {
            throw Failures.named(failure, limits);
        }
        throw new FetchException("leads on more than " + MOST_REDIRECTS + " times");
    }

    private HttpResponse<InputStream> send(Question question, URI address, Deadline deadline)
            throws IOException {
        if (deadline.isOver()) {
            throw deadline.exceeded();
        }
        Duration left = Duration.ofMillis(deadline.leftMs() + 1);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address)
                        .timeout(left.compareTo(limits.read()) < 0 ? left : limits.read())
                        .header("Accept-Encoding", "gzip");
        question.open().addTo(request);
        if (Addresses.isSameServer(question.address(), address)) {
            question.secret().addTo(request);
        }
        question.form()
                .ifPresent(
                        form ->
                                request.header("Content-Type", "application/x-www-form-urlencoded")
                                        .POST(HttpRequest.BodyPublishers.ofString(form)));
        try {
            return client.send(
                    request.build(), information -> new TimedBody(limits.read(), deadline));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private static URI redirected(
            Question question, URI address, HttpResponse<InputStream> response)
            throws FetchException {
        Optional<String> location = response.headers().firstValue("Location");
        if (location.isEmpty()) {
            throw new FetchException("leads on (" + response.statusCode() + ") to no address");
        }
        URI next = Addresses.resolved(address, location.get());
        if (next.getHost() == null || !(Addresses.isHttp(next) || Addresses.isHttps(next))) {
            throw new FetchException("leads on to what is no address of HTTP");
        }
        if (Addresses.isHttps(address) && !Addresses.isHttps(next)) {
            throw new FetchException("leads on from https to http, expected that it stays https");
        }
        if (question.form().isPresent()) {
            throw new FetchException("leads on, expected a token");
        }
        if (!Reach.mayLead(question.address(), next)) {
            throw new FetchException(
                    "leads on to a server within this network, expected one as far away as itself");
        }
        return next;
    }

    private void checkStatus(HttpResponse<InputStream> response) throws IOException {
        int status = response.statusCode();
        if (status == Exchange.OK || status == Exchange.NOTHING || status == Exchange.PART) {
            return;
        }
        if (status == TOO_MANY_REQUESTS) {
            throw new RetryableException(
                    "answers 429 (it was asked too often)", pauseAskedFor(response));
        }
        if (status >= SERVER_ERROR) {
            throw new RetryableException(
                    "answers " + status + " (it fails, or is being worked on)",
                    pauseAskedFor(response));
        }
        String message = "answers " + status + meaning(status) + ", expected 200";
        throw status == UNAUTHORISED ? new RefusedException(message) : new FetchException(message);
    }

    private static String meaning(int status) {
        return switch (status) {
            case UNAUTHORISED -> " (it does not accept who asks: look at auth)";
            case FORBIDDEN -> " (who asks has no right to this)";
            case NOT_FOUND -> " (there is nothing at this address)";
            default -> "";
        };
    }

    /** {@code Retry-After} of RFC 9110, 10.2.3: seconds, or a date. */
    private Optional<Duration> pauseAskedFor(HttpResponse<InputStream> response) {
        return response.headers().firstValue("Retry-After").map(String::strip).flatMap(this::pause);
    }

    private Optional<Duration> pause(String text) {
        if (text.matches("[0-9]{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Duration pause =
                    Duration.between(
                            clock.instant(),
                            ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
            return Optional.of(pause.isNegative() ? Duration.ZERO : pause);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private void copy(HttpResponse<InputStream> response, InputStream body, OutputStream out)
            throws IOException {
        String encoding =
                response.headers()
                        .firstValue("Content-Encoding")
                        .map(text -> text.strip().toLowerCase(Locale.ROOT))
                        .orElse("identity");
        InputStream packed = new Bounded(body);
        switch (encoding) {
            case "identity", "" -> copy(packed, out);
            case "gzip", "x-gzip" -> {
                try {
                    copy(new Bounded(new GZIPInputStream(packed, BUFFER_BYTES)), out);
                } catch (ZipException damaged) {
                    throw new FetchException("gives an answer whose gzip is damaged");
                }
            }
            default ->
                    throw new FetchException(
                            "packs its answer in a way that was not asked for, expected gzip or"
                                    + " none");
        }
    }

    private static void copy(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            try {
                out.write(buffer, 0, read);
            } catch (IOException unwritable) {
                throw new Failures.Unwritable(unwritable);
            }
        }
    }

    /** Bytes, of which there may be only so many. */
    private final class Bounded extends FilterInputStream {

        private long count;

        private Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count += Math.max(0, read);
            if (count > limits.bytes()) {
                throw new FetchException(
                        "gives more than " + limits.bytes() + " bytes (size-limit)");
            }
            return read;
        }
    }
}
