package eu.wattpeil.web;

import eu.wattpeil.report.words.Numerals;
import eu.wattpeil.report.words.Words;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a page says to its reader: words, numbers and times of one language and zone. */
final class Reader {

    private final Words words;
    private final Numerals numerals;
    private final ZoneId zone;

    Reader(Words words, ZoneId zone) {
        this.words = words;
        this.numerals = new Numerals(words);
        this.zone = zone;
    }

    Words words() {
        return words;
    }

    String say(String key, Object... pairs) {
        return words.say("pages." + key, pairs);
    }

    String count(long number) {
        return numerals.whole(number);
    }

    String percent(double share) {
        return numerals.roundPercent(share);
    }

    /** Day and minute, in the zone of the organisation. */
    String time(Instant instant) {
        ZonedDateTime local = instant.atZone(zone);
        return words.date(local.toLocalDate())
                + ", "
                + String.format(Locale.ROOT, "%02d:%02d", local.getHour(), local.getMinute());
    }

    String time(Optional<Instant> instant, String otherwise) {
        return instant.map(this::time).orElseGet(() -> say(otherwise));
    }

    /**
     * The address of a page in the language of the reader.
     *
     * @param pairs names and values of what else is asked
     */
    String address(String path, String... pairs) {
        return address(path, words.language(), pairs);
    }

    /** The same in another language. */
    static String address(String path, Locale language, String... pairs) {
        return path
                + "?lang="
                + language.toLanguageTag()
                + (pairs.length == 0 ? "" : "&" + query(pairs));
    }

    /**
     * Names and values as an address has them.
     *
     * @param pairs of them
     */
    static String query(String... pairs) {
        StringBuilder query = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            query.append(i == 0 ? "" : "&")
                    .append(pairs[i])
                    .append('=')
                    .append(URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
        }
        return query.toString();
    }

    Page.Head head(String key) {
        return new Page.Head(say("head." + key), false);
    }

    Page.Head number(String key) {
        return new Page.Head(say("head." + key), true);
    }

    String list(List<String> items) {
        return words.list(items);
    }
}
