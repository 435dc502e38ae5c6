package eu.wattpeil.collect.source.http;

import eu.wattpeil.collect.source.Credential;
import eu.wattpeil.collect.source.FetchException;
import eu.wattpeil.collect.source.Window;
import java.util.List;
import java.util.Optional;

/** A header or a parameter of a query: a text of the definition, or a secret. */
sealed interface Field {

    /** The secrets among some of them. */
    static List<Credential> secrets(List<Field> fields) {
        return fields.stream()
                .filter(Hidden.class::isInstance)
                .map(field -> ((Hidden) field).secret())
                .toList();
    }

    String name();

    /** Its value for a window. */
    String value(Optional<Window> window) throws FetchException;

    /** What stands in the definition. */
    record Plain(String name, Template text) implements Field {
        @Override
        public String value(Optional<Window> window) {
            return text.filled(window);
        }
    }

    /** What stands elsewhere, and is given to none but the host that is asked. */
    record Hidden(String name, Credential secret) implements Field {
        @Override
        public String value(Optional<Window> window) throws FetchException {
            return secret.read();
        }
    }
}
