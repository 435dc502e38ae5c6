package eu.wattpeil.monitor;

import eu.wattpeil.operate.Vitals;
import java.io.IOException;

/** Reads what is told of a store. */
@FunctionalInterface
public interface StoreReading {
    Vitals vitals() throws IOException;
}
