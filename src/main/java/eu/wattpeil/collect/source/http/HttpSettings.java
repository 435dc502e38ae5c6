package eu.wattpeil.collect.source.http;

import eu.wattpeil.collect.source.Credential;
import eu.wattpeil.collect.source.Windows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a source over HTTP asks, and how.
 *
 * @param targets addresses by alias, in the order of the definition; the only one may lack an alias
 */
record HttpSettings(
        Map<String, Template> targets,
        List<Field> query,
        List<Field> headers,
        Optional<Windows> windows,
        Paging paging,
        Authorization authorization,
        Optional<Trust> trust,
        Limits limits) {

    HttpSettings {
        targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
        query = List.copyOf(query);
        headers = List.copyOf(headers);
    }

    /** All secrets in it. */
    List<Credential> credentials() {
        List<Credential> credentials = new ArrayList<>(authorization.credentials());
        credentials.addAll(Field.secrets(query));
        credentials.addAll(Field.secrets(headers));
        return credentials;
    }
}
