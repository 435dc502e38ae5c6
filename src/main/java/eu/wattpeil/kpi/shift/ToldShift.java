package eu.wattpeil.kpi.shift;

import eu.wattpeil.workspace.Scope;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A shift of a KPI in a scope.
 *
 * @param occasions what is on record about its day, such as {@code measure eight-servers-less};
 *     empty where nothing is
 */
public record ToldShift(
        String kpiId,
        Scope scope,
        Shift shift,
        Weather weather,
        YearBefore yearBefore,
        List<String> occasions) {

    public ToldShift {
        occasions = List.copyOf(occasions);
    }

    /** What can be said of it. */
    public enum Verdict {
        SHIFT,
        CANNOT_BE_TOLD_YET;

        /** As in tables. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Why it cannot be told yet. */
    public enum Obstacle {
        /** The level may be one in passing. */
        FEW_DAYS,
        /** The season, or a heat wave, may be why. */
        WEATHER_UNKNOWN;

        /** As in tables. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Verdict verdict() {
        return obstacle().isEmpty() ? Verdict.SHIFT : Verdict.CANNOT_BE_TOLD_YET;
    }

    /** Empty where it can be told. */
    public Optional<Obstacle> obstacle() {
        if (!shift.isLevel()) {
            return Optional.of(Obstacle.FEW_DAYS);
        }
        return weather == Weather.UNKNOWN
                ? Optional.of(Obstacle.WEATHER_UNKNOWN)
                : Optional.empty();
    }
}
