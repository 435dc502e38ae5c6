package eu.wattpeil.collect;

import eu.wattpeil.workspace.Section;
import java.util.Optional;

/**
 * What a definition may say to a format under {@code options}. What is read, checked and described
 * is the same list.
 *
 * @param meaning in a few words of English
 * @param byDefault what holds where it is not given; empty where nothing does
 */
public record Option<T>(String key, OptionType<T> type, String meaning, String byDefault) {

    /** The value; empty where it is not given, or wrong, which becomes a problem. */
    public Optional<T> read(Section options) {
        return type.read(options, key);
    }

    /** Whether it is given, right or wrong. */
    public boolean isIn(Section options) {
        return options.has(key);
    }
}
