package eu.wattpeil.kpi.edition;

import eu.wattpeil.kpi.engine.Engine;
import eu.wattpeil.kpi.engine.Session;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Store;
import eu.wattpeil.store.StoreLayout;
import eu.wattpeil.store.TableFile;
import eu.wattpeil.workspace.Fingerprint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The months of materialised models that an edition saw, copied beside the store: a run may put
 * others in their place meanwhile.
 *
 * @param aside gets them, and the own month
 */
record PartsAside(Store store, Store aside) implements Parts {

    /**
     * Finds them, in their places or kept.
     *
     * @param parts by month and model, the SHA-256 of each, as a manifest has them
     * @throws UnverifiableException where one is no longer there
     */
    static PartsAside of(Store store, Store aside, JsonNode parts) {
        parts.properties()
                .forEach(
                        month ->
                                month.getValue()
                                        .properties()
                                        .forEach(
                                                model ->
                                                        copy(
                                                                store,
                                                                aside,
                                                                YearMonth.parse(month.getKey()),
                                                                model.getKey(),
                                                                model.getValue().asString(""))));
        return new PartsAside(store, aside);
    }

    private static void copy(Store store, Store aside, YearMonth month, String model, String hash) {
        String file = StoreLayout.file(model, month, StoreLayout.PART);
        if (Files.exists(store.layout().path(file))) {
            byte[] bytes = store.readBytes(file);
            if (Fingerprint.of(bytes).equals(hash)) {
                aside.writeBytes(file, bytes);
                return;
            }
        }
        byte[] kept =
                new Kept(store)
                        .part(model, month, hash)
                        .orElseThrow(
                                () ->
                                        new UnverifiableException(
                                                "what "
                                                        + month
                                                        + " left of "
                                                        + model
                                                        + " was replaced, and "
                                                        + store.layout()
                                                                .path(
                                                                        Kept.partFile(
                                                                                model, month, hash))
                                                        + " is missing or damaged"));
        aside.writeBytes(file, kept);
    }

    @Override
    public Session open(Engine engine, ZoneId zone) {
        return engine.open(store.root(), aside.root(), zone);
    }

    @Override
    public List<Path> files(String model, Collection<YearMonth> months) {
        return aside.layout().existing(model, months, StoreLayout.PART);
    }

    @Override
    public TableFile create(Dataset table, String model, YearMonth month) {
        return aside.create(table, StoreLayout.file(model, month, StoreLayout.PART));
    }
}
