package eu.wattpeil.collect.metering;

import eu.wattpeil.collect.bytes.TextPool;
import eu.wattpeil.store.Text;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the few different words of a column mean, without a string per row. */
final class Meanings<T> {

    private static final int MAX_KNOWN = 10_000;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final Function<String, @Nullable T> meaning;
    private final TextPool pool = new TextPool(StandardCharsets.UTF_8);
    private final Map<Text, T> known = new HashMap<>();
    private @Nullable Text lastWord;
    private @Nullable T lastMeaning;

    Meanings(Function<String, @Nullable T> meaning) {
        this.meaning = meaning;
    }

    /** What the bytes mean, or null. */
    @Nullable T of(byte[] bytes, int from, int to) {
        Text word = pool.text(bytes, from, to);
        if (word == null) {
            // Saved anew by a spreadsheet: the ³ of m³ and the é of a description are no UTF-8.
            return meaning.apply(new String(bytes, from, to - from, WINDOWS));
        }
        if (word == lastWord) {
            return lastMeaning;
        }
        T found = known.get(word);
        if (found == null) {
            found = meaning.apply(word.toString());
            if (found != null && known.size() < MAX_KNOWN) {
                known.put(word, found);
            }
        }
        lastWord = word;
        lastMeaning = found;
        return found;
    }
}
