package eu.wattpeil.collect.source.http;

import eu.wattpeil.collect.source.Window;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text in which {@code {from}}, {@code {to}} and {@code {last}} stand for times of a window.
 * Other braces are what they are.
 *
 * <p>Without a pattern, as in {@code {from:yyyy-MM-dd}}, a time is written by ISO 8601 in UTC.
 */
record Template(String text) {

    private static final Pattern PLACE = Pattern.compile("\\{(from|to|last)(?::([^{}]+))?}");

    /**
     * Checks the patterns in it.
     *
     * @throws IllegalArgumentException for one that is none
     */
    Template {
        Matcher places = PLACE.matcher(text);
        while (places.find()) {
            writer(places.group(2));
        }
    }

    boolean hasTimes() {
        return PLACE.matcher(text).find();
    }

    /** The text for a window, with times as they must stand in a URL. */
    String filledForUrl(Optional<Window> window) {
        return filled(window, Template::encoded);
    }

    String filled(Optional<Window> window) {
        return filled(window, UnaryOperator.identity());
    }

    private String filled(Optional<Window> window, UnaryOperator<String> encoding) {
        return window.map(
                        it ->
                                PLACE.matcher(text)
                                        .replaceAll(
                                                place ->
                                                        Matcher.quoteReplacement(
                                                                encoding.apply(
                                                                        time(
                                                                                place.group(1),
                                                                                place.group(2),
                                                                                it)))))
                .orElse(text);
    }

    /** A text as it must stand in the query of a URL. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String time(String which, @Nullable String pattern, Window window) {
        Instant instant =
                switch (which) {
                    case "from" -> window.from();
                    case "to" -> window.to();
                    default -> window.to().minusSeconds(1);
                };
        return writer(pattern).write(instant, window);
    }

    @FunctionalInterface
    private interface Writer {
        String write(Instant instant, Window window);
    }

    private static Writer writer(@Nullable String pattern) {
        if (pattern == null) {
            return (instant, window) -> instant.toString();
        }
        return switch (pattern) {
            case "epoch-seconds" -> (instant, window) -> Long.toString(instant.getEpochSecond());
            case "epoch-millis" -> (instant, window) -> Long.toString(instant.toEpochMilli());
            default -> {
                DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
                yield (instant, window) -> format.format(instant.atZone(window.zone()));
            }
        };
    }
}
