package eu.wattpeil.collect.source.http;

import eu.wattpeil.collect.source.Answers;
import eu.wattpeil.collect.source.FetchException;
import eu.wattpeil.collect.source.Landing;
import eu.wattpeil.collect.source.Window;
import eu.wattpeil.collect.source.Windows;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import javax.net.ssl.SSLContext;

/** Asks targets for what has not landed, and puts down what they answer. */
final class Fetching {

    private static final long MOST_BYTES_OF_A_TOKEN = 1_000_000;

    private final HttpSettings settings;
    private final Landing landing;
    private final Answers answers;
    private final Client client;
    private final Pass pass;
    private final Patience patience;
    private final boolean isPageMeant;

    Fetching(HttpSettings settings, Optional<SSLContext> encryption, Landing landing, Pause pause)
            throws IOException {
        this.settings = settings;
        this.landing = landing;
        answers = Answers.of(landing);
        Limits limits = settings.limits();
        client = new Client(encryption, limits, landing.clock());
        pass =
                new Pass(
                        settings.authorization(),
                        new Client(
                                encryption, limits.within(MOST_BYTES_OF_A_TOKEN), landing.clock()),
                        landing.clock());
        patience = new Patience(limits.retries(), pause, new Random());
        isPageMeant =
                settings.headers().stream()
                        .anyMatch(
                                field ->
                                        field instanceof Field.Plain plain
                                                && plain.name().equalsIgnoreCase("Accept")
                                                && plain.text().text().contains("html"));
    }

    /**
     * Asks a target for each window that is due, or once.
     *
     * @throws FetchException where it fails; what had landed before stays
     */
    void fetch(String alias) throws IOException {
        String prefix = alias.isEmpty() ? "" : alias + ".";
        if (settings.windows().isEmpty()) {
            land(alias, prefix + Windows.moment(landing.clock().instant()), Optional.empty());
            return;
        }
        List<Window> due =
                settings.windows()
                        .get()
                        .due(landing.clock().instant(), name -> answers.has(prefix + name));
        for (Window window : due) {
            if (landing.isStopAsked()) {
                return;
            }
            land(alias, prefix + window.name(), Optional.of(window));
            answers.removeReplaced(prefix + Windows.namesOfParts(window), prefix + window.name());
        }
    }

    private void land(String alias, String name, Optional<Window> window) throws IOException {
        try {
            land(name, url(alias, window));
        } catch (FetchException failure) {
            throw failure.at(place(alias, window));
        }
    }

    private static String place(String alias, Optional<Window> window) {
        String server = alias.isEmpty() ? "the server" : alias;
        return window.map(it -> server + ", asked for " + it.from() + " to " + it.to())
                .orElse(server);
    }

    private void land(String name, URI url) throws IOException {
        Pager pager = new Pager(settings.paging(), url, this::completed);
        try (Answers.Pages pages = answers.begin(name)) {
            Optional<URI> next = Optional.of(pager.first());
            while (next.isPresent()) {
                URI address = next.get();
                Page page = patience.tried(() -> page(pages, address));
                if (page.exchange().status() == Exchange.NOTHING) {
                    if (pager.isAtFirst()) {
                        answers.empty(name);
                        return;
                    }
                    break;
                }
                next = pager.next(page.exchange(), page.file());
            }
            pages.land();
        }
    }

    /** An answer and the file that its bytes are in. */
    private record Page(Exchange exchange, Path file) {}

    private Page page(Answers.Pages pages, URI address) throws IOException {
        List<Exchange> given = new ArrayList<>();
        Path file =
                pages.add(
                        out -> given.add(exchange(address, out)),
                        head -> ending(head, given.get(0)));
        return new Page(given.get(0), file);
    }

    /** A page that came in place of the data would stand for them until it is asked for again. */
    private String ending(byte[] head, Exchange exchange) throws FetchException {
        if (Endings.isPage(head) && !isPageMeant) {
            throw new FetchException(
                    "gives a web page, such as one to log in, expected data: look at auth and at"
                            + " the address");
        }
        return Endings.of(head, exchange);
    }

    private Exchange exchange(URI address, OutputStream out) throws IOException {
        try {
            return ask(address, out);
        } catch (RefusedException refused) {
            if (!pass.renew()) {
                throw new FetchException(String.valueOf(refused.getMessage()));
            }
        }
        try {
            return ask(address, out);
        } catch (RefusedException refused) {
            throw new FetchException(String.valueOf(refused.getMessage()));
        }
    }

    private Exchange ask(URI address, OutputStream out) throws IOException {
        Optional<Pass.Header> shown = pass.header();
        Exchange exchange =
                client.ask(
                        new Client.Question(
                                address,
                                request -> add(Field.Plain.class, request),
                                request -> {
                                    add(Field.Hidden.class, request);
                                    shown.ifPresent(it -> request.header(it.name(), it.value()));
                                },
                                Optional.empty()),
                        out);
        if (exchange.status() == Exchange.PART && settings.paging().by() != Paging.By.RANGE) {
            throw new FetchException(
                    "gives a part (206), expected all, or paging: {by: range} in the definition");
        }
        return exchange;
    }

    private void add(Class<? extends Field> kind, HttpRequest.Builder request)
            throws FetchException {
        for (Field field : settings.headers()) {
            if (kind.isInstance(field)) {
                request.header(field.name(), field.value(Optional.empty()));
            }
        }
    }

    private URI url(String alias, Optional<Window> window) throws FetchException {
        URI url =
                URI.create(
                        Objects.requireNonNull(settings.targets().get(alias), alias)
                                .filledForUrl(window));
        for (Field field : settings.query()) {
            url = Addresses.with(url, field.name(), field.value(window));
        }
        return url;
    }

    /** A link to a further page often lacks the key that the first one was asked with. */
    private URI completed(URI address) throws FetchException {
        URI completed = address;
        for (Field field : settings.query()) {
            if (field instanceof Field.Hidden && !Addresses.hasParameter(completed, field.name())) {
                completed = Addresses.with(completed, field.name(), field.value(Optional.empty()));
            }
        }
        return completed;
    }
}
