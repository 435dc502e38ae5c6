package eu.wattpeil.operate;

import java.time.Instant;
import java.util.List;

/**
 * What those who look after a server are told by mail.
 *
 * @param troubles that there are, or were; in the order of their keys
 * @param at when that was known
 */
public record Alert(News news, List<Trouble> troubles, Instant at) {

    public Alert {
        troubles = List.copyOf(troubles);
    }

    /** What is told. */
    public enum News {
        FAILS,
        RECOVERED
    }
}
