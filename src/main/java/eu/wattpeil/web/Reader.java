package eu.wattpeil.web;

import eu.wattpeil.report.words.Numerals;
import eu.wattpeil.report.words.Words;
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
