package eu.wattpeil.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a server remembers for those who look at it. */
class ServerJournalTest {

    @Test
    void saysThatItWaitsForAsLongAsItDoes() {
        ServerJournal journal = new ServerJournal(new SteppedClock("2026-01-15T10:00:00Z"));
        journal.begins(Set.of("compute"));
        journal.waits("in use by process 7");
        journal.begins(Set.of("compute"));
        journal.looked(Optional.of("in use by process 7"));

        assertThat(journal.now().trouble()).hasValue("in use by process 7");
        assertThat(journal.now().work()).isEmpty();
    }
}
