package eu.wattpeil.collect;

import eu.wattpeil.collect.source.Landing;
import eu.wattpeil.collect.source.Reach;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where documents come from, as the {@code source} of a definition says.
 *
 * <p>One that is not within reach brings what is new there: an answer is put down as a file before
 * anyone reads it, so that it can be read again, and looking at what there is costs nothing.
 */
public interface Source {

    /** What is there as far as it is within reach. It never asks the network. */
    Found known(Reach reach) throws IOException;

    /**
     * Brings within reach what is not yet there.
     *
     * @throws IOException where the origin fails; what has landed by then is known all the same
     */
    void fetch(Landing landing) throws IOException;

    /**
     * Until when the origin was asked, where not all that it said is a document yet; else empty. It
     * never asks the network.
     */
    default Optional<Instant> askedUntil(Reach reach) throws IOException {
        return Optional.empty();
    }

    /**
     * The folders of its files that the definition itself names, relative to the workspace, each
     * with a slash at its end; empty text for the workspace.
     */
    default List<String> folders() {
        return List.of();
    }

    /** Told that a document of it is in the store; it may be told more than once. */
    default void stored(Document document) throws IOException {}

    /**
     * The value, in kWh or m³, at which the register of a meter begins anew at 0, as {@code
     * register_max} of {@code config/meters.csv} says it; empty where the source does not know it.
     */
    default Optional<BigDecimal> registerMax(String meterKey) {
        return Optional.empty();
    }

    /**
     * What should be put right before it fetches, such as a secret that is not there or that others
     * can read, in sentences; as far as that can be told without the network.
     */
    default List<String> concerns() {
        return List.of();
    }
}
