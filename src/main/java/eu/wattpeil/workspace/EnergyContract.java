package eu.wattpeil.workspace;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A row of {@code config/energy-contracts.csv}: where the electricity of a site's rooms comes from,
 * in whole months.
 *
 * @param contractId unique among the rows of a month
 * @param share of the electricity that the rooms get from the grid, 0 to 1; empty where kWh say it
 * @param kwhPerYear of it for the rooms of the site, spread over the days of the year; empty where
 *     a share says it
 * @param series of the factor, kgCO2e/kWh
 * @param validFrom the first day of a month
 * @param validTo the last day of a month; empty while it goes on
 * @param statement of the cancellation of guarantees of origin; without it, those and purchase
 *     agreements do not count
 * @param evidence where the papers are; for the reader
 */
public record EnergyContract(
        String contractId,
        String siteId,
        Kind kind,
        String supplier,
        Optional<BigDecimal> share,
        Optional<BigDecimal> kwhPerYear,
        String series,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        String statement,
        String evidence) {

    /** What gives the electricity its origin. */
    public enum Kind {
        /** The supplier's own mix, as its label tells it. */
        SUPPLIER_LABEL,
        /** Guarantees of origin that are cancelled for the organisation. */
        GOO,
        /** An agreement with a producer, with its guarantees. */
        PPA,
        /** Panels of the site that no meter tells, used on the site. */
        PV
    }

    public EnergyContract {
        if (share.isPresent() == kwhPerYear.isPresent()) {
            throw new IllegalArgumentException(
                    "share and kwh_per_year are "
                            + (share.isPresent() ? "both given" : "both empty")
                            + ", expected one of them");
        }
        if (kind == Kind.PV && share.isPresent()) {
            throw new IllegalArgumentException(
                    "share is "
                            + share.get()
                            + ", expected kwh_per_year: panels are beside the grid");
        }
        if (validFrom.getDayOfMonth() != 1) {
            throw new IllegalArgumentException(
                    "valid_from is " + validFrom + ", expected the first day of a month");
        }
        if (validTo.filter(day -> day.plusDays(1).getDayOfMonth() != 1).isPresent()) {
            throw new IllegalArgumentException(
                    "valid_to is " + validTo.get() + ", expected the last day of a month");
        }
        if (validTo.filter(validFrom::isAfter).isPresent()) {
            throw new IllegalArgumentException(
                    "valid_to is "
                            + validTo.get()
                            + ", expected a day from valid_from "
                            + validFrom
                            + " on");
        }
    }

    /** Whether its kWh have the origin that it says: what is only ordered has none yet. */
    public boolean isProven() {
        return kind == Kind.SUPPLIER_LABEL || kind == Kind.PV || !statement.isEmpty();
    }

    /** Whether both hold in some month. */
    boolean isValidWith(EnergyContract other) {
        return validTo.filter(other.validFrom::isAfter).isEmpty()
                && other.validTo.filter(validFrom::isAfter).isEmpty();
    }
}
