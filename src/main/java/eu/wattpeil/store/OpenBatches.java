package eu.wattpeil.store;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The batches that are not in as a whole yet, by definition: {@code _batches/<definition>}. Of two
 * readings of one meter and time the later batch counts, so what is left of one after a crash must
 * not come in another, whatever else the crash has cost.
 */
public final class OpenBatches {

    private static final Pattern LINE = Pattern.compile("([1-9]\\d{0,17}) (\\S+)\n");

    private final Store store;

    public OpenBatches(Store store) {
        this.store = store;
    }

    /**
     * The batch of a definition that is not in as a whole.
     *
     * @param reading how it reads now; a batch of another reading is not gone on with
     */
    public Optional<Long> of(String definition, String reading) {
        return store.readText(file(definition))
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .filter(parts -> parts.group(2).equals(reading))
                .map(parts -> Long.valueOf(parts.group(1)));
    }

    /** Documents of a definition are about to come in. */
    public void open(String definition, String reading, long batch) {
        store.writeText(file(definition), batch + " " + reading + "\n");
    }

    /** All of them are in. */
    public void close(String definition) {
        if (store.readText(file(definition)).isPresent()) {
            store.remove(file(definition));
        }
    }

    private static String file(String definition) {
        return "_batches/" + definition;
    }
}
