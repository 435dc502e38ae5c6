package eu.wattpeil.kpi.edition;

import eu.wattpeil.kpi.engine.Engine;
import eu.wattpeil.kpi.engine.Session;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.store.Store;
import eu.wattpeil.store.StoreLayout;
import eu.wattpeil.store.TableFile;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;

/** Those that are in the store, as they are now. */
record StoredParts(Store store) implements Parts {

    @Override
    public Session open(Engine engine, ZoneId zone) {
        return engine.open(store.root(), zone);
    }

    @Override
    public List<Path> files(String model, Collection<YearMonth> months) {
        return store.layout().existing(model, months, StoreLayout.PART);
    }

    @Override
    public TableFile create(Dataset table, String model, YearMonth month) {
        return store.create(table, StoreLayout.file(model, month, StoreLayout.PART));
    }
}
