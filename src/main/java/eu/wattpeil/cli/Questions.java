package eu.wattpeil.cli;

import eu.wattpeil.kpi.query.CategoryFacts;
import eu.wattpeil.kpi.query.MeterFacts.Conflict;
import eu.wattpeil.operate.MeterQuestions;
import eu.wattpeil.operate.MeterRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the readings in the store ask, in lines for a terminal. */
final class Questions {

    private static final int MOST_SHOWN = 10;

    private Questions() {}

    static List<String> lines(MeterQuestions questions) {
        List<String> lines = new ArrayList<>();
        if (!questions.rows().isEmpty()) {
            addRows(lines, questions.rows());
        }
        if (!questions.conflicts().isEmpty()) {
            addConflicts(lines, questions.conflicts(), questions.zone());
        }
        return lines;
    }

    /** What categories of devices without a profile ask; nothing where there are none. */
    static List<String> lines(List<CategoryFacts> categories) {
        if (categories.isEmpty()) {
            return List.of();
        }
        long devices = categories.stream().mapToLong(CategoryFacts::devices).sum();
        List<String> lines = new ArrayList<>();
        lines.add(
                "config/device-profiles.csv: no row for "
                        + Counts.text(categories.size(), "category", "categories")
                        + " of "
                        + Counts.text(devices, "device", "devices")
                        + ", so that no typical energy and no target age is known of them;"
                        + " expected a row for each, or values in the definition that make it"
                        + " another category:");
        for (CategoryFacts each : categories.subList(0, Math.min(categories.size(), MOST_SHOWN))) {
            lines.add(
                    "  "
                            + each.category().replaceAll("\\p{Cntrl}", "?")
                            + ", "
                            + Counts.text(each.devices(), "device", "devices")
                            + " ("
                            + file(each.definition())
                            + ")");
        }
        if (categories.size() > MOST_SHOWN) {
            lines.add("  … and " + (categories.size() - MOST_SHOWN) + " more");
        }
        return lines;
    }

    private static void addRows(List<String> lines, List<MeterRow> rows) {
        long readings = rows.stream().mapToLong(MeterRow::readings).sum();
        boolean isOne = rows.size() == 1;
        lines.add(
                "config/meters.csv: "
                        + Counts.text(rows.size(), "meter", "meters")
                        + " with "
                        + Counts.text(readings, "reading", "readings")
                        + (isOne ? " is" : " are")
                        + " missing, so that no figure has them; expected a row for each:");
        lines.add("  " + MeterRow.HEADER);
        for (MeterRow row : rows.subList(0, Math.min(rows.size(), MOST_SHOWN))) {
            lines.add("  # " + comment(row));
            lines.add("  " + row.text());
        }
        if (rows.size() > MOST_SHOWN) {
            lines.add(
                    "  … and "
                            + (rows.size() - MOST_SHOWN)
                            + " more; wattpeil suggest meters prints all");
        }
        lines.add("  To fill in: " + MeterRow.PLACEHOLDERS);
    }

    /** What the readings of a meter tell, for whoever fills in its row. */
    static String comment(MeterRow row) {
        return String.join(", ", row.series())
                + ", "
                + Counts.text(row.readings(), "reading", "readings")
                + span(row.from(), row.to())
                + " ("
                + row.definitions().stream().map(Questions::file).collect(Collectors.joining(", "))
                + ")";
    }

    private static void addConflicts(List<String> lines, List<Conflict> conflicts, ZoneId zone) {
        lines.add(
                Counts.text(conflicts.size(), "conflict", "conflicts")
                        + " between readings of one meter at the same times; expected a meter_key"
                        + " of its own for each source, or one source only:");
        for (Conflict conflict : conflicts.subList(0, Math.min(conflicts.size(), MOST_SHOWN))) {
            lines.add("  " + line(conflict, zone));
        }
        if (conflicts.size() > MOST_SHOWN) {
            lines.add("  … and " + (conflicts.size() - MOST_SHOWN) + " more");
        }
    }

    private static String line(Conflict conflict, ZoneId zone) {
        String differ = conflict.readings() == 1 ? " differs" : " differ";
        boolean isWithin = conflict.definition().equals(conflict.otherDefinition());
        String subject =
                conflict.meterKey().replaceAll("\\p{Cntrl}", "?")
                        + ", "
                        + conflict.quantity()
                        + " "
                        + conflict.kind()
                        + ": "
                        + Counts.text(conflict.readings(), "reading", "readings")
                        + span(day(conflict.firstAt(), zone), day(conflict.lastAt(), zone));
        return isWithin
                ? subject
                        + differ
                        + " within a document, or between documents that came together, by "
                        + file(conflict.definition())
                        + "; the last ones count"
                : subject
                        + " of "
                        + file(conflict.otherDefinition())
                        + differ
                        + " from those of "
                        + file(conflict.definition())
                        + ", which came last and count";
    }

    private static String span(LocalDate from, LocalDate to) {
        return from.equals(to) ? " on " + from : " from " + from + " to " + to;
    }

    private static String file(String definition) {
        return "jobs/collect/" + definition + ".yaml";
    }

    private static LocalDate day(Instant instant, ZoneId zone) {
        return LocalDate.ofInstant(instant, zone);
    }
}
