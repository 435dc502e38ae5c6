package eu.wattpeil.kpi.model;

import eu.wattpeil.workspace.ModelFile;
import eu.wattpeil.workspace.Problems;
import eu.wattpeil.workspace.Scope;
import eu.wattpeil.workspace.Texts;
import java.util.Optional;
import java.util.Set;

/**
 * What a report takes apart, from the header of its model. Its words stand in {@code jobs/texts}:
 * {@code detail.<detail>.title}, and {@code .about} where the title does not say it all.
 *
 * @param detailId the name of its model
 * @param picture how it is shown
 * @param rows what its rows are of
 * @param columns what its columns are of
 * @param figure the KPI that says the same of a whole; empty for none
 */
public record Detail(
        String detailId, Picture picture, Keys rows, Keys columns, Optional<String> figure) {

    private static final String PICTURE = "picture";
    private static final String ROWS = "rows";
    private static final String COLUMNS = "columns";
    private static final String GRAIN = "grain";
    private static final String FIGURE = "figure";
    private static final Set<String> KEYS = Set.of(GRAIN, PICTURE, ROWS, COLUMNS, FIGURE);

    /** The ways to show one. */
    public enum Picture {
        /** Levels where rows and columns meet, the darker the higher. */
        HEAT_MAP,
        /** Amounts where rows and columns meet, which add up. */
        COUNTS,
        /** A bar for each row, the longest first, with the whole as a line. */
        BARS,
        /** A strip of days for each scope, each filled by its parts. */
        CALENDAR,
        /** A row for each value, in their order. */
        LIST
    }

    /** What a row or a column is of, and so how it is named. */
    public enum Keys {
        /** 1 for Monday to 7 for Sunday. */
        WEEKDAY,
        /** 0 to 23, of the clock on the wall. */
        HOUR,
        /** A day, such as 2026-10-25. */
        DAY,
        /** An instant in UTC, such as 2026-10-25T01:00:00Z. */
        INSTANT,
        /** Complete years, the last of them with all above; or {@code unknown}. */
        YEARS,
        /** A class of devices. */
        CATEGORY,
        /** A department: such a detail reads values that are told, and nothing else. */
        DEPARTMENT,
        /** A way of disposal. */
        ROUTE,
        /** A part of what is known of a meter: measured, interpolated, estimated. */
        PART,
        /** A KPI. */
        KPI
    }

    /** The one of a model's file; empty where its header is wrong. */
    static Optional<Detail> of(ModelFile file) {
        return of(file, new Problems());
    }

    /** Checks the header of a file, and that it has a title. */
    static void read(ModelFile file, Texts texts, Problems problems) {
        of(file, problems);
        String key = title(file.name());
        if (texts.all(key).isEmpty()) {
            problems.add(
                    file.file(), 1, "its title is missing, expected " + key + " in jobs/texts");
        }
    }

    private static Optional<Detail> of(ModelFile file, Problems problems) {
        ModelHeader header = ModelHeader.of(file, KEYS, problems);
        header.required(GRAIN, "the kinds of scopes that it is of");
        header.required(PICTURE, "heat_map, counts, bars, calendar or list");
        header.required(ROWS, "what its rows are of, such as weekday");
        header.required(COLUMNS, "what its columns are of, such as hour");
        Optional<Picture> picture = header.word(PICTURE, Picture.class);
        Optional<Keys> rows = header.word(ROWS, Keys.class);
        Optional<Keys> columns = header.word(COLUMNS, Keys.class);
        if (picture.filter(it -> it == Picture.CALENDAR).isPresent()
                && columns.filter(it -> it != Keys.DAY).isPresent()) {
            header.problem(COLUMNS, "columns is \"" + header.text(COLUMNS) + "\", expected day");
        }
        if (picture.isEmpty() || rows.isEmpty() || columns.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Detail(
                        file.name(),
                        picture.get(),
                        rows.get(),
                        columns.get(),
                        Optional.of(header.text(FIGURE)).filter(it -> !it.isEmpty())));
    }

    /** Whether it tells of departments, and so must not see what is withheld of them. */
    static boolean tellsOfDepartments(ModelFile file) {
        ModelHeader header = ModelHeader.of(file, KEYS, new Problems());
        return header.words(GRAIN).contains(Scope.DEPARTMENT_KIND)
                || of(file).filter(it -> it.isOf(Keys.DEPARTMENT)).isPresent();
    }

    private boolean isOf(Keys keys) {
        return rows == keys || columns == keys;
    }

    /** The key of a detail's title among the texts. */
    public static String title(String detailId) {
        return "detail." + detailId + ".title";
    }
}
