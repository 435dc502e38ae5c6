package eu.wattpeil.collect;

import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.PlausibleTimes;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/** Reads one document into a store as a run does, without the run around it. */
public final class StoreReading {

    private StoreReading() {}

    /** Reads the document with two threads; gives how many rows are in the store then. */
    public static long read(
            Store store, ZoneId zone, Document document, Dataset dataset, Format format)
            throws IOException {
        Intake intake = TestIntake.of("benchmark", dataset, format);
        try (DocumentReader reader =
                new DocumentReader(
                        store,
                        zone,
                        PlausibleTimes.DEFAULT,
                        Clock.systemUTC(),
                        new Pseudonym(Optional.empty()),
                        2)) {
            return reader.read(document, intake, 1, Set.of(WatchedContent.State.SAME))
                    .orElseThrow()
                    .row()
                    .records();
        }
    }
}
