package eu.wattpeil.operate;

import eu.wattpeil.collect.Document;
import eu.wattpeil.collect.Finder;
import eu.wattpeil.collect.Glance;
import eu.wattpeil.collect.Intake;
import eu.wattpeil.kpi.edition.Computation;
import eu.wattpeil.workspace.Settings;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * The documents that a failed collection left waiting. A month that they speak of is not computed
 * without them: its edition would be replaced as soon as they are in.
 */
final class WaitingDocuments {

    private final Settings settings;
    private final Clock clock;
    private final List<Stretch> stretches = new ArrayList<>();

    WaitingDocuments(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** The time that a document speaks of. */
    private record Stretch(String dataset, Instant firstAt, Instant lastAt) {}

    /**
     * Adds the documents of a definition that are not in the store. Of one that cannot even be
     * looked at nobody knows the months, so it holds none.
     *
     * @return them
     */
    synchronized List<Document> add(Intake intake, Finder finder) {
        List<Document> waiting = finder.waiting(intake).documents();
        for (Document document : waiting) {
            try {
                add(intake, Glance.at(document, intake, settings, clock.instant()));
            } catch (IOException unreadable) {
                // The failure of its collection is told all the same.
            }
        }
        return waiting;
    }

    private void add(Intake intake, Glance glance) {
        if (glance.firstAt().isPresent() && glance.lastAt().isPresent()) {
            stretches.add(
                    new Stretch(
                            intake.dataset().name(),
                            glance.firstAt().get(),
                            glance.lastAt().get()));
        }
    }

    synchronized boolean concern(YearMonth month, Computation computation) {
        return stretches.stream()
                .anyMatch(
                        it ->
                                computation.isTouchedBy(
                                        month, it.dataset(), it.firstAt(), it.lastAt()));
    }
}
