package eu.wattpeil.kpi.edition;

import eu.wattpeil.kpi.model.Catalogue;
import eu.wattpeil.kpi.model.Model;
import eu.wattpeil.store.Store;
import eu.wattpeil.store.StoreLayout;
import eu.wattpeil.workspace.Fingerprint;
import java.nio.file.Files;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a month has left of its materialised models while it is computed anew. What editions of
 * later months were made from is kept before another takes its place, so that it is never lost.
 */
final class ReplacedParts {

    private final Catalogue catalogue;
    private final Store store;
    private final YearMonth month;
    private final SortedMap<String, String> kept;

    private ReplacedParts(
            Catalogue catalogue, Store store, YearMonth month, SortedMap<String, String> kept) {
        this.catalogue = catalogue;
        this.store = store;
        this.month = month;
        this.kept = kept;
    }

    /** Keeps what is needed of a month that will be written. */
    static ReplacedParts keep(
            Catalogue catalogue, Store store, Editions editions, YearMonth month) {
        SortedMap<String, String> kept = new TreeMap<>();
        Map<String, Set<String>> read = editions.partsRead(month);
        hashes(catalogue, store, month)
                .forEach(
                        (model, hash) -> {
                            if (read.getOrDefault(model, Set.of()).contains(hash)) {
                                byte[] bytes = store.readBytes(file(model, month));
                                new Kept(store).keepPart(model, month, bytes);
                                kept.put(model, hash);
                            }
                        });
        return new ReplacedParts(catalogue, store, month, kept);
    }

    /** Once the month is written: what came out the same needs no copy. */
    void forgetSame() {
        hashes(catalogue, store, month)
                .forEach(
                        (model, hash) -> {
                            if (hash.equals(kept.get(model))) {
                                new Kept(store).forgetPart(model, month, hash);
                            }
                        });
    }

    /** By model, the SHA-256 of what a month has left. */
    static SortedMap<String, String> hashes(Catalogue catalogue, Store store, YearMonth month) {
        SortedMap<String, String> hashes = new TreeMap<>();
        for (Model model : catalogue.materialised()) {
            String file = file(model.name(), month);
            if (Files.exists(store.layout().path(file))) {
                hashes.put(model.name(), Fingerprint.of(store.readBytes(file)));
            }
        }
        return hashes;
    }

    private static String file(String model, YearMonth month) {
        return StoreLayout.file(model, month, StoreLayout.PART);
    }
}
