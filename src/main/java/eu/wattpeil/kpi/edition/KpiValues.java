package eu.wattpeil.kpi.edition;

import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.store.Store;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Reads {@code kpi_values}. */
public final class KpiValues {

    private KpiValues() {}

    /** The editions that are shown, by month. */
    public static List<Edition> editions(Store store) {
        return new Editions(store).current();
    }

    /** The values that are shown, of all months: by month, period, KPI and scope. */
    public static List<KpiValue> current(Store store) {
        Editions editions = new Editions(store);
        return editions.values(editions.current());
    }

    /** What came after the shown edition of a month, and would change it too little for another. */
    public static Optional<LaterChange> later(Store store, YearMonth month) {
        return new Editions(store).later(month);
    }

    /** The values of one edition of a month, whether it is shown or was shown before. */
    public static List<KpiValue> edition(Store store, YearMonth month, int number) {
        return new Editions(store).values(List.of(new Edition(month, number, "", "")));
    }
}
