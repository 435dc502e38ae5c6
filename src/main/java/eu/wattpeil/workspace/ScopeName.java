package eu.wattpeil.workspace;

import java.util.Locale;
import java.util.Map;

/**
 * An entry of {@code config/names.yaml}: what readers call a part of the organisation.
 *
 * @param name by language
 */
public record ScopeName(Scope scope, Map<Locale, String> name) {

    public ScopeName {
        name = Titles.copy(name);
    }
}
