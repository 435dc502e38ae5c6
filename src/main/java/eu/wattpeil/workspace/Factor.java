package eu.wattpeil.workspace;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A row of {@code config/factors*.csv}: a conversion with its source. The rows of one series follow
 * each other in time; on a day the row with the latest {@code validFrom} holds that has begun and
 * not ended.
 *
 * @param factorId unique
 * @param series rows that replace each other share it
 * @param scope of the GHG Protocol or what else it converts, such as {@code scope2_location}
 * @param basis {@code direct}, {@code lifecycle}, {@code wtw}, {@code upstream} (what direct leaves
 *     out) or empty
 * @param gas {@code CO2e} or {@code CO2}; empty where it counts none
 * @param gwpSet the IPCC report whose warming potentials it is made with; empty where not told
 * @param region country or region code
 * @param year the year the figure describes; a value used after it is provisional. Empty where it
 *     does not age (a mass, a geometry)
 * @param vintage edition of the source
 * @param validFrom the first day
 * @param validTo the last day; empty until a newer row of the series begins
 * @param publishedOn empty where not told
 * @param value empty where the source says that there is none
 * @param grade A to C as the source was read, P for a proposal of ours
 * @param isRedistributable whether the row may be passed on; empty where not told
 * @param file the file it stands in, for messages and the licence list of the report
 */
public record Factor(
        String factorId,
        String series,
        String scope,
        String basis,
        String gas,
        String gwpSet,
        String region,
        Optional<Integer> year,
        String vintage,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        Optional<LocalDate> publishedOn,
        Optional<BigDecimal> value,
        String unit,
        String source,
        String grade,
        String licence,
        Optional<Boolean> isRedistributable,
        String file) {

    private static final String ALL_GASES = "CO2e";

    public Factor {
        if (validTo.isPresent() && validTo.get().isBefore(validFrom)) {
            throw new IllegalArgumentException(
                    "valid_to is "
                            + validTo.get()
                            + ", expected a day from valid_from "
                            + validFrom
                            + " on");
        }
    }

    /** A factor of which neither warming potentials nor publication are told. */
    public Factor(
            String factorId,
            String series,
            String scope,
            String basis,
            String region,
            Optional<Integer> year,
            String vintage,
            LocalDate validFrom,
            Optional<LocalDate> validTo,
            Optional<BigDecimal> value,
            String unit,
            String source,
            String grade,
            String licence,
            String file) {
        this(
                factorId,
                series,
                scope,
                basis,
                gasOf(unit),
                "",
                region,
                year,
                vintage,
                validFrom,
                validTo,
                Optional.empty(),
                value,
                unit,
                source,
                grade,
                licence,
                Optional.empty(),
                file);
    }

    /** What a factor of that unit counts, where its row does not say. */
    static String gasOf(String unit) {
        return unit.contains(ALL_GASES) ? ALL_GASES : "";
    }

    /** A fingerprint of the row, wherever it stands. */
    public String fingerprint() {
        return Fingerprint.of(
                Fingerprint.line(
                        List.of(
                                factorId,
                                series,
                                scope,
                                basis,
                                gas,
                                gwpSet,
                                region,
                                year,
                                vintage,
                                validFrom,
                                validTo,
                                publishedOn,
                                value.map(BigDecimal::stripTrailingZeros),
                                unit,
                                source,
                                grade,
                                licence,
                                isRedistributable)));
    }

    /** Whether it describes an earlier year than the one that it is used in. */
    public boolean isProvisionalIn(int usedIn) {
        return year.filter(described -> described < usedIn).isPresent();
    }

    /** Whether it holds on a day, unless a later row of its series has begun. */
    public boolean isValidOn(LocalDate day) {
        return !validFrom.isAfter(day) && validTo.filter(day::isAfter).isEmpty();
    }
}
