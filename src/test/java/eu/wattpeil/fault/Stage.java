package eu.wattpeil.fault;

import java.util.Locale;
import java.util.Optional;

/** What a run is at, in order. */
enum Stage {
    START,
    COLLECT,
    COMPUTE,
    PUBLISH,
    END;

    /** That a line of a run's events tells of; empty where it tells of none. */
    static Optional<Stage> of(String line) {
        if (line.contains("\"event\":\"Ended\"")) {
            return Optional.of(END);
        }
        for (Stage stage : new Stage[] {COLLECT, COMPUTE, PUBLISH}) {
            if (line.startsWith("{\"work\":\"" + stage.text() + " ")) {
                return Optional.of(stage);
            }
        }
        return Optional.empty();
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
