package eu.wattpeil.workspace;

import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * {@code config/wattpeil.yaml}.
 *
 * @param organisationName as it stands above the report
 * @param zone the zone in which months, days and local times are meant
 * @param languages of the report, the first one is the main one
 * @param store the folder of the Parquet store
 * @param reports the folder that reports are written to
 * @param minimumGroupSize people that a scope must have before a figure about it is shown
 * @param minimumCoverage share of a value that must be known before it is given, 0 to 1, unless the
 *     KPI says otherwise
 * @param powerMaxGap longest time between two power samples that is still bridged
 * @param counterMaxGap longest time between two counter readings whose energy is spread over the
 *     hours between them
 * @param gapEstimates how far gaps of meters are estimated; empty leaves them gaps
 * @param inventoryMaxAge age at which a snapshot of the inventory no longer speaks for a month
 * @param plausibleTimes when something can have been measured; other rows are rejects
 * @param factorSeries which series of factors serves which purpose: purpose to series
 * @param publicHolidays whose public holidays are no working days; empty counts only weekends and
 *     the days of {@code config/holidays.csv}
 * @param materialChange a month that was published gets a new edition only where a figure changes
 *     by more than this share, 0 to 1, or a figure or its reason comes or goes
 * @param pseudonymKey the key for pseudonyms of user names; empty drops user names
 * @param permissions who may read the store and the reports
 * @param firstMonth from which on months are computed; empty for the last {@value #LAST_MONTHS}
 *     with data
 * @param csv how the organisation's spreadsheets read the tables of reports
 * @param look the organisation's own colours and logo
 * @param keep how long records are kept, of datasets of which they are not kept for ever
 * @param jobRepository the database that several hosts share the work by; empty for one host, whose
 *     repository is a file of the workspace
 * @param cluster that long months are computed on; empty to compute all in this process
 * @param remoteStorage where the store is committed to; empty for one that is here alone
 * @param isCompacted whether small files of a month that is over are put into one
 */
public record Settings(
        String organisationName,
        ZoneId zone,
        List<Locale> languages,
        Path store,
        Path reports,
        int minimumGroupSize,
        double minimumCoverage,
        Duration powerMaxGap,
        Duration counterMaxGap,
        Optional<GapEstimates> gapEstimates,
        Duration inventoryMaxAge,
        PlausibleTimes plausibleTimes,
        Map<String, String> factorSeries,
        Optional<PublicHolidays> publicHolidays,
        double materialChange,
        Optional<Secret> pseudonymKey,
        Permissions permissions,
        Optional<YearMonth> firstMonth,
        CsvDialect csv,
        OwnLook look,
        List<Retention> keep,
        Optional<SharedRepository> jobRepository,
        Optional<ClusterSettings> cluster,
        Optional<RemoteStorage> remoteStorage,
        boolean isCompacted) {

    /** Months that are computed where nobody says from which one on. */
    public static final int LAST_MONTHS = 36;

    /** Of two people each would know the other's figure by their own. */
    public static final int SMALLEST_GROUP = 3;

    public Settings {
        languages = List.copyOf(languages);
        keep = List.copyOf(keep);
        factorSeries = Collections.unmodifiableMap(new TreeMap<>(factorSeries));
        if (minimumGroupSize < SMALLEST_GROUP) {
            throw new IllegalArgumentException(
                    "minimum-group-size is "
                            + minimumGroupSize
                            + ", expected "
                            + SMALLEST_GROUP
                            + " or more");
        }
        if (!(minimumCoverage >= 0 && minimumCoverage <= 1)) {
            throw new IllegalArgumentException(
                    "minimum-coverage is " + minimumCoverage + ", expected a share from 0 to 1");
        }
        if (!(materialChange >= 0 && materialChange <= 1)) {
            throw new IllegalArgumentException(
                    "material-change is " + materialChange + ", expected a share from 0 to 1");
        }
    }

    /** The same with other factors. */
    public Settings withFactorSeries(Map<String, String> others) {
        return new Settings(
                organisationName,
                zone,
                languages,
                store,
                reports,
                minimumGroupSize,
                minimumCoverage,
                powerMaxGap,
                counterMaxGap,
                gapEstimates,
                inventoryMaxAge,
                plausibleTimes,
                others,
                publicHolidays,
                materialChange,
                pseudonymKey,
                permissions,
                firstMonth,
                csv,
                look,
                keep,
                jobRepository,
                cluster,
                remoteStorage,
                isCompacted);
    }

    /**
     * The first month that is computed though nothing of it was published yet.
     *
     * @param lastWithData the last month that is over and has data
     */
    public YearMonth firstMonth(YearMonth lastWithData) {
        return firstMonth.orElseGet(() -> lastWithData.minusMonths(LAST_MONTHS - 1L));
    }
}
