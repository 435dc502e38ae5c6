package eu.wattpeil.serve;

import eu.wattpeil.operate.Alert;
import eu.wattpeil.operate.Alert.News;
import eu.wattpeil.operate.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The troubles of a server, and what those who look after it believe of them.
 *
 * @param troubles that there are, by their keys
 * @param told those that a mail told of since the last one that all is well, by their keys
 * @param failsAt when the last mail of a failure was sent; empty for none
 * @param recoveredAt when the last mail of a recovery was sent; empty for none
 * @param outgoing the mail that is to be sent; empty for none
 * @param attemptedAt when it was last tried to send one, by whichever host; empty where that went
 *     well
 */
record AlertState(
        SortedMap<String, Trouble> troubles,
        SortedMap<String, Told> told,
        Optional<Instant> failsAt,
        Optional<Instant> recoveredAt,
        Optional<Outgoing> outgoing,
        Optional<Instant> attemptedAt) {

    static final AlertState NONE =
            new AlertState(
                    new TreeMap<>(),
                    new TreeMap<>(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    /** Of a kind of mail not more than one in that time. */
    private static final Duration BETWEEN = Duration.ofHours(1);

    /** Whoever edits files leaves them half done for a while. */
    private static final Duration HALF_DONE = Duration.ofMinutes(10);

    /** A run of somebody else takes a while. */
    private static final Duration OTHERS_RUN = Duration.ofHours(1);

    AlertState {
        troubles = new TreeMap<>(Map.copyOf(troubles));
        told = new TreeMap<>(Map.copyOf(told));
    }

    /** A trouble that was told, and whether it is over. */
    record Told(Trouble trouble, boolean isOver) {}

    /**
     * A mail that is to be sent.
     *
     * @param got hashes of those who have got it
     */
    record Outgoing(Alert alert, Set<String> got) {

        Outgoing {
            got = Set.copyOf(got);
        }
    }

    /** A trouble is there, or goes on: since when is known then. */
    AlertState with(Trouble trouble) {
        SortedMap<String, Trouble> all = new TreeMap<>(troubles);
        all.put(trouble.key(), trouble);
        return new AlertState(all, told, failsAt, recoveredAt, outgoing, attemptedAt);
    }

    /** Troubles are over; nothing happens where they were none. */
    AlertState without(Collection<String> keys) {
        SortedMap<String, Trouble> all = new TreeMap<>(troubles);
        all.keySet().removeAll(keys);
        SortedMap<String, Told> after = new TreeMap<>(told);
        after.replaceAll((key, it) -> keys.contains(key) ? new Told(it.trouble(), true) : it);
        return new AlertState(all, after, failsAt, recoveredAt, outgoing, attemptedAt);
    }

    /**
     * The same with the mail that is to be sent now. One that nobody has got is written anew as
     * things stand; one that some have got goes to the others as it is, unless the news is another
     * by now.
     *
     * @param after how often in a row a job fails before it is told
     */
    AlertState decided(int after, Instant now) {
        Optional<Alert> due = due(after, now);
        if (outgoing.isEmpty() || outgoing.get().got().isEmpty()) {
            return outgoing(
                    due.map(
                            alert ->
                                    outgoing.filter(it -> isSame(it.alert(), alert))
                                            .orElse(new Outgoing(alert, Set.of()))));
        }
        if (due.filter(it -> it.news() == outgoing.get().alert().news()).isPresent()) {
            return this;
        }
        return sent(now).decided(after, now);
    }

    /** The mail that is to be sent was sent. */
    AlertState sent(Instant now) {
        Alert alert = outgoing.orElseThrow().alert();
        if (alert.news() == News.RECOVERED) {
            return new AlertState(
                    troubles,
                    new TreeMap<>(),
                    failsAt,
                    Optional.of(now),
                    Optional.empty(),
                    attemptedAt);
        }
        SortedMap<String, Told> all = new TreeMap<>(told);
        for (Trouble trouble : alert.troubles()) {
            all.put(trouble.key(), new Told(trouble, !troubles.containsKey(trouble.key())));
        }
        return new AlertState(
                troubles, all, Optional.of(now), recoveredAt, Optional.empty(), attemptedAt);
    }

    /** Who has got the mail that is to be sent. */
    AlertState got(Set<String> got) {
        return outgoing(outgoing.map(it -> new Outgoing(it.alert(), got)));
    }

    private AlertState outgoing(Optional<Outgoing> mail) {
        return new AlertState(troubles, told, failsAt, recoveredAt, mail, attemptedAt);
    }

    /** It is tried to send one, or that went well: empty. */
    AlertState attempted(Optional<Instant> at) {
        return new AlertState(troubles, told, failsAt, recoveredAt, outgoing, at);
    }

    private Optional<Alert> due(int after, Instant now) {
        List<Trouble> ripe =
                troubles.values().stream().filter(it -> isRipe(it, after, now)).toList();
        if (ripe.stream().anyMatch(it -> isNews(it.key())) && isQuiet(failsAt, now)) {
            return Optional.of(new Alert(News.FAILS, ripe, now));
        }
        if (troubles.isEmpty() && !told.isEmpty() && isQuiet(recoveredAt, now)) {
            List<Trouble> over = told.values().stream().map(Told::trouble).toList();
            return Optional.of(new Alert(News.RECOVERED, over, now));
        }
        return Optional.empty();
    }

    private boolean isNews(String key) {
        Told before = told.get(key);
        return before == null || before.isOver();
    }

    private static boolean isRipe(Trouble trouble, int after, Instant now) {
        return switch (trouble.kind()) {
            case JOB -> trouble.attempts() >= after;
            case FILES -> !now.isBefore(trouble.since().plus(HALF_DONE));
            case WAITING -> !now.isBefore(trouble.since().plus(OTHERS_RUN));
        };
    }

    /** A clock that was wrong may have noted a time to come: that one holds up nothing. */
    private static boolean isQuiet(Optional<Instant> last, Instant now) {
        return last.filter(at -> !at.isAfter(now) && now.isBefore(at.plus(BETWEEN))).isEmpty();
    }

    private static boolean isSame(Alert one, Alert other) {
        return one.news() == other.news() && one.troubles().equals(other.troubles());
    }
}
