package eu.wattpeil.collect.source.http;

import eu.wattpeil.collect.source.FetchException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;

/** Finds the next page of one answer. */
final class Pager {

    private static final int MOST_PAGES = 100_000;
    private static final Pattern CONTENT_RANGE =
            Pattern.compile("(?:[a-z]+ )?([0-9]{1,9})-([0-9]{1,9})/([0-9]{1,9})");
    private static final Pattern LINK = Pattern.compile("<([^<>]*)>([^<]*)");
    private static final Pattern NEXT = Pattern.compile(";\\s*rel\\s*=\\s*\"?([^\";,]*)\"?");

    private final Paging paging;
    private final URI url;
    private final Completion completion;
    private final Set<URI> asked = new HashSet<>();
    private int page;
    private long rowsSoFar;
    private int rowsOfFirst;

    /**
     * @param url of the first page, without what paging adds
     * @param completion adds to the address of a further page what its link lacks
     */
    Pager(Paging paging, URI url, Completion completion) {
        this.completion = completion;
        this.paging = paging;
        this.url = url;
        page = paging.first();
    }

    /** Adds to the address of a further page what its link lacks. */
    @FunctionalInterface
    interface Completion {
        URI of(URI address) throws FetchException;
    }

    /** Whether no further page was asked for. */
    boolean isAtFirst() {
        return asked.size() == 1;
    }

    /** The address of the first page. */
    URI first() {
        URI first =
                switch (paging.by()) {
                    case NONE, NEXT, LINK_HEADER -> url;
                    case PAGE -> numbered(Integer.toString(paging.first()));
                    case OFFSET -> numbered("0");
                    case RANGE -> range(0);
                };
        asked.add(first);
        return first;
    }

    /**
     * The address of the page after one; empty after the last.
     *
     * @param body the page
     */
    Optional<URI> next(Exchange exchange, Path body) throws IOException {
        Optional<URI> next =
                switch (paging.by()) {
                    case NONE -> Optional.empty();
                    case NEXT -> linked(exchange, nextIn(body));
                    case LINK_HEADER -> linked(exchange, link(exchange));
                    case PAGE, OFFSET -> counted(body);
                    case RANGE -> afterRange(exchange);
                };
        if (next.isPresent() && !asked.add(next.get())) {
            throw new FetchException("names a page as the next one that came before");
        }
        if (asked.size() > MOST_PAGES) {
            throw new FetchException("has more than " + MOST_PAGES + " pages");
        }
        return next;
    }

    private Optional<URI> counted(Path body) throws IOException {
        Set<JsonPointer> places =
                Stream.concat(Stream.of(paging.rows()), paging.total().stream())
                        .collect(Collectors.toSet());
        Optional<JsonGlance> glance = JsonGlance.at(body, places);
        if (glance.isEmpty()) {
            return Optional.empty();
        }
        Integer rows = glance.get().sizes().get(paging.rows());
        if (rows == null) {
            if (rowsSoFar > 0) {
                throw new FetchException(
                        "gives a page without rows at \"" + paging.rows() + "\" (paging)");
            }
            return Optional.empty();
        }
        rowsOfFirst = rowsSoFar == 0 ? rows : rowsOfFirst;
        rowsSoFar += rows;
        if (isLast(rows, glance.get())) {
            return Optional.empty();
        }
        page++;
        return Optional.of(
                numbered(
                        paging.by() == Paging.By.PAGE
                                ? Integer.toString(page)
                                : Long.toString(rowsSoFar)));
    }

    /**
     * Without a total, a page that is shorter than asked may be the last, or as long as the origin
     * lets one be: only after a full one it is sure to be the last.
     */
    private boolean isLast(int rows, JsonGlance glance) throws FetchException {
        String total = paging.total().map(glance.texts()::get).orElse(null);
        if (paging.total().isEmpty()) {
            return rows == 0
                    || (paging.size() > 0 && rowsOfFirst == paging.size() && rows < rowsOfFirst);
        }
        if (total == null || !total.matches("[0-9]{1,18}")) {
            throw new FetchException(
                    "gives a page without a total at \"" + paging.total().get() + "\" (paging)");
        }
        boolean isComplete = rowsSoFar >= Long.parseLong(total);
        if (rows == 0 && !isComplete) {
            throw new FetchException("gives " + rowsSoFar + " rows, but says it has " + total);
        }
        return isComplete;
    }

    private Optional<URI> afterRange(Exchange exchange) throws FetchException {
        if (exchange.status() != Exchange.PART) {
            return Optional.empty();
        }
        Matcher range = CONTENT_RANGE.matcher(exchange.header("Content-Range").orElse("").strip());
        if (!range.matches()) {
            throw new FetchException(
                    "gives a part without saying which, expected a header Content-Range such as"
                            + " 0-99/523");
        }
        long last = Long.parseLong(range.group(2));
        return last + 1 < Long.parseLong(range.group(3))
                ? Optional.of(range(last + 1))
                : Optional.empty();
    }

    private URI range(long first) {
        return Addresses.with(url, paging.parameter(), first + "-" + (first + paging.size() - 1));
    }

    private URI numbered(String number) {
        URI address = Addresses.with(url, paging.parameter(), number);
        return paging.sizeParameter().isEmpty() || paging.size() == 0
                ? address
                : Addresses.with(address, paging.sizeParameter(), Integer.toString(paging.size()));
    }

    private static Optional<String> link(Exchange exchange) {
        return exchange.headers("Link").stream()
                .flatMap(header -> LINK.matcher(header).results())
                .filter(
                        link ->
                                NEXT.matcher(link.group(2))
                                        .results()
                                        .anyMatch(
                                                rel ->
                                                        Set.of(rel.group(1).split("\\s+"))
                                                                .contains("next")))
                .map(link -> link.group(1))
                .findFirst();
    }

    private Optional<String> nextIn(Path body) throws IOException {
        return JsonGlance.at(body, Set.of(paging.next()))
                .map(found -> found.texts().get(paging.next()))
                .filter(text -> !text.isBlank());
    }

    /**
     * An address that an answer names. A server behind another one often names itself by the scheme
     * or port that it is reached at from there: of the same host, those asked first stand.
     */
    private Optional<URI> linked(Exchange exchange, Optional<String> link) throws FetchException {
        if (link.isEmpty()) {
            return Optional.empty();
        }
        URI there = Addresses.resolved(exchange.address(), link.get().strip());
        if (!Addresses.isSameHost(there, url)) {
            throw new FetchException("names a next page of another host, expected one of its own");
        }
        return Optional.of(completion.of(Addresses.at(url, there)));
    }
}
