package eu.wattpeil.sample;

import java.time.Instant;

/**
 * A job that the print server finished or gave up.
 *
 * @param id number that the print server gave
 * @param pages printed sides of one copy; 0 where the job was cancelled
 * @param billing code of the department, or a dash
 * @param media empty where the print server did not learn the paper's name
 */
record PrintJob(
        String printer,
        String user,
        int id,
        Instant printedAt,
        int pages,
        int copies,
        String billing,
        String host,
        String title,
        String media,
        boolean isTwoSided) {

    /** Printed sides. */
    int impressions() {
        return pages * copies;
    }

    /** Pieces of paper: the odd last page of a two-sided copy takes one of its own. */
    int sheets() {
        return isTwoSided ? (pages + 1) / 2 * copies : impressions();
    }

    /** Sheets as A4. */
    int a4Sheets() {
        return media.equals("A3") ? 2 * sheets() : sheets();
    }

    /** Printed sides on sheets that are printed on both. */
    int duplexImpressions() {
        return isTwoSided ? pages / 2 * 2 * copies : 0;
    }

    String sides() {
        return isTwoSided ? "two-sided-long-edge" : "one-sided";
    }
}
