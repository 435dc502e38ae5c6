package eu.wattpeil.collect;

import eu.wattpeil.store.Dataset;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a process that read a document for another tells it beside the rows. It lies with them below
 * the store's folder for what is staged, and is gone with it.
 *
 * @param firstRejects as many as are shown; of personal data without what was found
 * @param rejectedRows how many of its rejects count against the share that a definition allows
 */
record StagedNote(long rejectedRows, List<Reject> firstRejects) {

    private static final JsonMapper JSON = JsonMapper.shared();

    StagedNote {
        firstRejects = List.copyOf(firstRejects);
    }

    static StagedNote of(Reading reading, Dataset dataset) {
        return new StagedNote(
                reading.rejectedRows(),
                reading.firstRejects().stream()
                        .limit(Tally.MOST_EXAMPLES)
                        .map(reject -> dataset.isPersonal() ? reject.withoutFound() : reject)
                        .toList());
    }

    static StagedNote read(String text) {
        return JSON.readValue(text, StagedNote.class);
    }

    String text() {
        return JSON.writeValueAsString(this);
    }
}
