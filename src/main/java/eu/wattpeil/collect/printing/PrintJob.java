package eu.wattpeil.collect.printing;

import eu.wattpeil.collect.printing.ParsedLine.Entry;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A job as the lines read so far tell it.
 *
 * <p>Until 2.2.9 CUPS logged a line per page, and besides these a {@code total} that is often wrong
 * (issues 4991 and 5571 of apple/cups); since then it logs a total each time the job leaves the
 * printer. So pages count where there are any, else the last total. A total counts impressions, not
 * sheets: {@code finalize_job} in scheduler/job.c logs {@code job-impressions-completed}, and
 * halves it for {@code job-media-sheets-completed} only.
 */
final class PrintJob {

    private final long line;
    private final Entry first;
    private long lastLoggedAt;
    private long total;
    private long impressions;
    private long sheetsOnBothSides;
    private long copies;
    private long toldSheets = Entry.UNTOLD;
    private long toldCopies = Entry.UNTOLD;
    private boolean hasPages;
    private boolean hasEqualCopies = true;
    private long previousPage;
    private boolean isBackFree;
    private Sides sides = Sides.UNKNOWN;
    private @Nullable String paper;

    /**
     * @param line where the first line of the job is
     */
    PrintJob(long line, Entry first) {
        this.line = line;
        this.first = first;
        add(first);
    }

    void add(Entry entry) {
        lastLoggedAt = entry.loggedAtMicros();
        if (sides == Sides.UNKNOWN) {
            sides = entry.sides();
        }
        if (paper == null) {
            paper = entry.paper();
        }
        toldSheets = Math.max(toldSheets, entry.sheets());
        toldCopies = Math.max(toldCopies, entry.copies());
        if (entry.isTotal()) {
            total = entry.count();
            return;
        }
        addPage(entry.page(), entry.count());
    }

    private void addPage(long page, long count) {
        boolean isOnBack = isBackFree && page > previousPage;
        // Front and back may have been copied differently often: a cover page once, the rest twice.
        sheetsOnBothSides += isOnBack ? Math.max(0, count - copies) : count;
        hasEqualCopies = hasEqualCopies && (!hasPages || count == copies);
        isBackFree = !isOnBack;
        impressions += count;
        copies = count;
        previousPage = page;
        hasPages = true;
    }

    long line() {
        return line;
    }

    /** The first line of the job: what is the same in all of them, and when it was logged. */
    Entry first() {
        return first;
    }

    /** When the last line was logged, microseconds since 1970-01-01T00:00Z. */
    long lastLoggedAt() {
        return lastLoggedAt;
    }

    /** Printed sides; 0 for a job that was cancelled or failed before the first one. */
    long impressions() {
        return hasPages ? impressions : total;
    }

    Sides sides() {
        return sides;
    }

    @Nullable String paper() {
        return paper;
    }

    /**
     * Sheets of paper; empty where neither they nor the sides are told.
     *
     * <p>Where they are not told: on both sides, a sheet holds two consecutive pages; each copy
     * starts on a new sheet. A total does not tell pages from copies: then it is half the
     * impressions, rounded up, which is too low where each of several copies leaves a back empty.
     */
    OptionalLong sheets() {
        if (toldSheets > 0) {
            return OptionalLong.of(toldSheets);
        }
        return switch (sides) {
            case ONE_SIDED -> OptionalLong.of(impressions());
            case TWO_SIDED -> OptionalLong.of(hasPages ? sheetsOnBothSides : (total + 1) / 2);
            case UNKNOWN -> OptionalLong.empty();
        };
    }

    /** Copies; empty where the log does not say it, or not the same for all pages. */
    OptionalLong copies() {
        if (hasPages) {
            return hasEqualCopies ? OptionalLong.of(copies) : OptionalLong.empty();
        }
        return toldCopies > 0 ? OptionalLong.of(toldCopies) : OptionalLong.empty();
    }
}
