package eu.wattpeil.kpi.explain;

import eu.wattpeil.kpi.edition.MadeFrom;
import java.util.List;
import java.util.Optional;

/**
 * The edition that is explained, and whether all that it was made from is still the same.
 *
 * @param edition its number
 * @param changes of what it was made from, since then; empty where it does not say what that was
 * @param isReproduced whether the same value was worked out again from what the store has now, so
 *     that the rows and documents behind it can be told
 */
public record Standing(int edition, Optional<List<MadeFrom.Change>> changes, boolean isReproduced) {

    public Standing {
        changes = changes.map(List::copyOf);
    }

    /** Whether nothing has changed since. */
    public boolean isSame() {
        return changes.filter(List::isEmpty).isPresent();
    }
}
