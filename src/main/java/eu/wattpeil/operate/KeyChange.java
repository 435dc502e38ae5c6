package eu.wattpeil.operate;

import eu.wattpeil.collect.Intake;
import eu.wattpeil.collect.Pseudonym;
import eu.wattpeil.store.LedgerRow;
import eu.wattpeil.store.Store;
import java.util.List;
import java.util.Optional;

/**
 * Leaves no pseudonym of another key in the store than that of the workspace. With another key each
 * document is read anew, as the key is part of how it is read; of those that are no longer there
 * the pseudonyms become null.
 */
final class KeyChange {

    private final Setup setup;
    private final Store store;
    private final RunEvents events;

    KeyChange(Setup setup, Store store, RunEvents events) {
        this.setup = setup;
        this.store = store;
        this.events = events;
    }

    /** After documents were read. */
    void follow() {
        String now = new Pseudonym(setup.workspace().settings().pseudonymKey()).fingerprint();
        Optional<String> before = store.pseudonyms().key();
        if (before.isPresent() && !before.get().equals(now)) {
            List<LedgerRow> old =
                    UserErasure.ofUsers(store).stream().filter(row -> !isReadAsNow(row)).toList();
            int changed = store.pseudonyms().clear(old, UserErasure.COLUMN, pseudonym -> true);
            events.tell(new RunEvent.KeyChanged(changed, store.pseudonyms().erased().size()));
        }
        store.pseudonyms().noteKey(now);
    }

    private boolean isReadAsNow(LedgerRow row) {
        return setup.intakes().all().stream()
                .filter(intake -> intake.name().equals(row.definition()))
                .map(Intake::reading)
                .anyMatch(row.reading()::equals);
    }
}
