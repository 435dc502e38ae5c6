package eu.wattpeil.report.words;

import eu.wattpeil.kpi.model.Detail.Keys;
import eu.wattpeil.workspace.Scope;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** The names of rows and columns of what is taken apart; a key that is none of its kind stays. */
public final class KeyWords {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final String UNKNOWN = "unknown";
    private static final String ROUTE = "route";

    private final Words words;
    private final Scopes scopes;
    private final ZoneId zone;
    private final UnaryOperator<String> kpiTitles;

    /**
     * @param zone of clocks on the wall
     * @param kpiTitles of the KPIs, by their ids
     */
    public KeyWords(Words words, Scopes scopes, ZoneId zone, UnaryOperator<String> kpiTitles) {
        this.words = words;
        this.scopes = scopes;
        this.zone = zone;
        this.kpiTitles = kpiTitles;
    }

    /** What a kind of rows or columns is, as a heading. */
    public String head(Keys keys) {
        return words.say("keys." + code(keys));
    }

    /** The name of a row or a column. */
    public String name(Keys keys, String key) {
        if (key.equals(UNKNOWN)) {
            return words.say("keys.unknown");
        }
        return switch (keys) {
            case WEEKDAY, PART -> words.code("keys." + code(keys), key);
            case ROUTE -> scopes.name(new Scope(ROUTE, key));
            case HOUR -> key.length() == 1 ? "0" + key : key;
            case YEARS -> key;
            case CATEGORY -> scopes.name(new Scope(Scope.CATEGORY_KIND, key));
            case DEPARTMENT -> scopes.name(new Scope(Scope.DEPARTMENT_KIND, key));
            case KPI -> kpiTitles.apply(key);
            case DAY -> day(key);
            case INSTANT -> instant(key);
        };
    }

    /** The name in two letters; empty where there is none. */
    public String brief(Keys keys, String key) {
        return words.find("keys." + code(keys) + ".brief." + key).orElse("");
    }

    /** Where a row and a column meet, within a sentence. */
    public String place(Keys rows, String row, Keys columns, String column) {
        String name = name(columns, column);
        return name(rows, row) + " " + (columns == Keys.HOUR ? name + ":00" : name);
    }

    private String day(String key) {
        try {
            return words.date(LocalDate.parse(key));
        } catch (DateTimeException none) {
            return key;
        }
    }

    /** By the clock on the wall; of an hour that is there twice, with its distance from UTC. */
    private String instant(String key) {
        try {
            ZonedDateTime at = Instant.parse(key).atZone(zone);
            LocalDateTime local = at.toLocalDateTime();
            boolean isTwice = zone.getRules().getValidOffsets(local).size() > 1;
            return words.date(local.toLocalDate())
                    + ", "
                    + CLOCK.format(local)
                    + (isTwice ? " (" + offset(at.getOffset()) + ")" : "");
        } catch (DateTimeException none) {
            return key;
        }
    }

    private static String offset(ZoneOffset offset) {
        return offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset.getId();
    }

    private static String code(Keys keys) {
        return keys.name().toLowerCase(Locale.ROOT);
    }
}
