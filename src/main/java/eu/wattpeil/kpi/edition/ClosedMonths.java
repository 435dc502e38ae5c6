package eu.wattpeil.kpi.edition;

import eu.wattpeil.kpi.model.Catalogue;
import eu.wattpeil.kpi.model.Model;
import eu.wattpeil.kpi.model.MonthWindow;
import eu.wattpeil.store.KeptFrom;
import eu.wattpeil.store.Store;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Months that cannot be computed anew, since records that their models see are no longer kept. What
 * they left stays: their editions, and the months of their materialised models.
 */
final class ClosedMonths {

    private final Catalogue catalogue;
    private final Map<String, KeptFrom> kept;

    private ClosedMonths(Catalogue catalogue, Map<String, KeptFrom> kept) {
        this.catalogue = catalogue;
        this.kept = kept;
    }

    /** Those of a store, as models look at it. */
    static ClosedMonths of(Catalogue catalogue, Store store) {
        return new ClosedMonths(catalogue, store.retention().keptFrom());
    }

    /** What a month lacks; empty for one that can be computed. */
    Optional<KeptFrom> lacking(YearMonth month) {
        return kept.isEmpty() ? Optional.empty() : lacking(month, catalogue.models());
    }

    /** What some models lack in a month. */
    Optional<KeptFrom> lacking(YearMonth month, Collection<Model> models) {
        Map<String, MonthWindow> windows = Catalogue.windows(models);
        return kept.values().stream().filter(it -> isSeen(it, windows, month)).findFirst();
    }

    private static boolean isSeen(
            KeptFrom kept, Map<String, MonthWindow> windows, YearMonth month) {
        MonthWindow window = windows.get(kept.dataset());
        return window != null && month.plusMonths(window.from()).isBefore(kept.month());
    }
}
