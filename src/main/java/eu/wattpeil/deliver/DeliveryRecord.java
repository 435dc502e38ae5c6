package eu.wattpeil.deliver;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was done to deliver a month.
 *
 * @param edition the last one that was tried, or waits
 * @param corrects whether readers got an earlier edition of the month
 * @param notedAt when a run first found that it is to be delivered
 * @param attempts so far
 * @param triedAt when the last one began
 * @param reason why the last one failed; empty where none did
 * @param keyId which key made the hashes of the recipients; empty before the first attempt
 * @param recipients what became of the mail to each, by the hash of the address; none for a folder
 */
record DeliveryRecord(
        int edition,
        boolean corrects,
        Instant notedAt,
        State state,
        int attempts,
        Optional<Instant> triedAt,
        String reason,
        String keyId,
        SortedMap<String, Outcome> recipients) {

    /** After so many attempts nobody should wait for another. */
    static final int MOST_ATTEMPTS = 12;

    private static final Duration FIRST_WAIT = Duration.ofMinutes(15);
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    DeliveryRecord {
        recipients = Collections.unmodifiableSortedMap(new TreeMap<>(recipients));
    }

    enum State {
        /** Some of it is still to be done. */
        OPEN,
        /** It is done as far as it can be. */
        CLOSED,
        /** It failed too often. */
        GIVEN_UP
    }

    /** What became of the mail to a recipient. */
    enum Outcome {
        /** The mail server has it. */
        SENT,
        /** The mail server takes none for this address. */
        REFUSED,
        /** All but the end of the mail was given to the server: it takes effect, or not. */
        HANDED_OVER,
        /** What came of that was never heard. It is not sent again by itself. */
        IN_DOUBT
    }

    /** Of an issue that was found just now. */
    static DeliveryRecord noted(int edition, boolean corrects, Instant now) {
        return new DeliveryRecord(
                edition,
                corrects,
                now,
                State.OPEN,
                0,
                Optional.empty(),
                "",
                "",
                Collections.emptySortedMap());
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    long count(Outcome outcome) {
        return recipients.values().stream().filter(it -> it == outcome).count();
    }

    /** When to try it again after the last attempt failed; each time it takes longer. */
    Instant nextAttemptAt() {
        Duration wait = FIRST_WAIT;
        for (int i = 1; i < attempts && wait.compareTo(LONGEST_WAIT) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return triedAt.orElse(notedAt).plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
    }

    /** The same for another edition of the month, which takes the place of the one that waits. */
    DeliveryRecord ofEdition(int other) {
        return with(other, state, attempts, triedAt, reason, keyId, recipients);
    }

    /** An attempt begins. What was handed over when the last one ended stays in doubt. */
    DeliveryRecord begun(Instant now) {
        SortedMap<String, Outcome> settled = new TreeMap<>(recipients);
        settled.replaceAll((hash, it) -> it == Outcome.HANDED_OVER ? Outcome.IN_DOUBT : it);
        return with(edition, state, attempts + 1, Optional.of(now), "", keyId, settled);
    }

    /** The recipients are known by hashes of this key. */
    DeliveryRecord under(String key) {
        return with(edition, state, attempts, triedAt, reason, key, recipients);
    }

    DeliveryRecord with(String hash, Outcome outcome) {
        SortedMap<String, Outcome> all = new TreeMap<>(recipients);
        all.put(hash, outcome);
        return with(edition, state, attempts, triedAt, reason, keyId, all);
    }

    /** It is certain that the mail server has not taken what was handed over. */
    DeliveryRecord without(String hash) {
        SortedMap<String, Outcome> all = new TreeMap<>(recipients);
        all.remove(hash);
        return with(edition, state, attempts, triedAt, reason, keyId, all);
    }

    /** Nobody can say any more whom the hashes stand for. */
    DeliveryRecord unknown() {
        return with(edition, state, attempts, triedAt, reason, keyId, Collections.emptySortedMap());
    }

    DeliveryRecord closed() {
        return with(edition, State.CLOSED, attempts, triedAt, "", keyId, recipients);
    }

    /** The attempt failed: there is another one later, or none any more. */
    DeliveryRecord failed(String why) {
        State now = attempts < MOST_ATTEMPTS ? State.OPEN : State.GIVEN_UP;
        return with(edition, now, attempts, triedAt, why, keyId, recipients);
    }

    /** The attempt was ended from outside, which counts as none. */
    DeliveryRecord stopped() {
        return with(edition, state, attempts - 1, Optional.empty(), reason, keyId, recipients);
    }

    /** Whoever has not got it for certain gets it once more. */
    DeliveryRecord reopened() {
        SortedMap<String, Outcome> sent = new TreeMap<>(recipients);
        sent.values().removeIf(it -> it != Outcome.SENT);
        return with(edition, State.OPEN, 0, Optional.empty(), "", keyId, sent);
    }

    private DeliveryRecord with(
            int newEdition,
            State newState,
            int newAttempts,
            Optional<Instant> newTriedAt,
            String newReason,
            String newKeyId,
            SortedMap<String, Outcome> newRecipients) {
        return new DeliveryRecord(
                newEdition,
                corrects,
                notedAt,
                newState,
                newAttempts,
                newTriedAt,
                newReason,
                newKeyId,
                newRecipients);
    }
}
