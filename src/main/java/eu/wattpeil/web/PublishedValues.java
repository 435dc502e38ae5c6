package eu.wattpeil.web;

import eu.wattpeil.kpi.edition.Edition;
import eu.wattpeil.kpi.edition.Editions;
import eu.wattpeil.kpi.value.KpiValue;
import eu.wattpeil.report.form.HtmlForm;
import eu.wattpeil.report.form.LanguageFile;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.Settings;
import java.nio.file.Files;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The values that the page of all figures shows, as long as that is published. Of others nothing is
 * said, not even that there are some.
 */
final class PublishedValues {

    private final Settings settings;
    private final Editions editions;
    private final Memory memory;

    /**
     * @param memory of what was read before
     */
    PublishedValues(Settings settings, Memory memory) {
        this.settings = settings;
        this.memory = memory;
        editions = new Editions(Store.open(settings.store()));
    }

    /** Whether there is a page of all figures. */
    static boolean areThere(Settings settings) {
        return settings.languages().stream()
                .map(it -> LanguageFile.name(HtmlForm.EXPLORER, it, settings.languages()))
                .anyMatch(it -> Files.isRegularFile(settings.reports().resolve(it)));
    }

    /** The months whose shown edition is published, in order, with its number. */
    List<Edition> months() {
        return areThere(settings)
                ? editions.current().stream().filter(this::isPublished).toList()
                : List.of();
    }

    private boolean isPublished(Edition edition) {
        return Files.isDirectory(
                settings.reports()
                        .resolve(edition.month().toString())
                        .resolve("edition-" + edition.number()));
    }

    /** Those of an edition that is published. */
    List<KpiValue> of(Edition edition) {
        return memory.of(edition, () -> editions.reportedValuesOfMonths(Set.of(edition.month())));
    }

    /** The edition of a month, where it is published. */
    Optional<Edition> edition(YearMonth month) {
        return months().stream().filter(it -> it.month().equals(month)).findFirst();
    }

    /** The values of the edition that somebody looked at last: they look at it again and again. */
    static final class Memory {

        private Optional<Edition> edition = Optional.empty();
        private List<KpiValue> values = List.of();

        private synchronized List<KpiValue> of(Edition asked, Supplier<List<KpiValue>> reading) {
            if (edition.filter(asked::equals).isEmpty()) {
                values = List.copyOf(reading.get());
                edition = Optional.of(asked);
            }
            return values;
        }
    }
}
