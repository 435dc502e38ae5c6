package eu.wattpeil.collect.printing;

import eu.wattpeil.collect.Reject;
import org.jspecify.annotations.Nullable;

/** What one line of a page log turned out to be. */
sealed interface ParsedLine {

    /**
     * A line about a page, or about a job as a whole.
     *
     * @param printer the print queue
     * @param jobId the number of the job
     * @param user as the client gave it; empty where it gave none
     * @param loggedAtMicros when the line was written, microseconds since 1970-01-01T00:00Z
     * @param page the number of the page, from 1; 0 for a line about the job as a whole
     * @param count copies of that page; impressions so far, for a line about the job as a whole
     * @param billing what the job is billed to; empty where nobody said
     * @param paper the paper size, or null where the line does not name one
     * @param sheets of paper so far, for the job as a whole; {@link #UNTOLD} where the line does
     *     not tell them
     * @param copies that were asked for; {@link #UNTOLD} where the line does not tell them
     */
    record Entry(
            String printer,
            long jobId,
            String user,
            long loggedAtMicros,
            long page,
            long count,
            String billing,
            @Nullable String paper,
            Sides sides,
            long sheets,
            long copies)
            implements ParsedLine {

        static final long UNTOLD = -1;

        boolean isTotal() {
            return page == 0;
        }
    }

    /** A line that another program wrote into the same journal, or a blank one. */
    record Foreign() implements ParsedLine {}

    /** A line that cannot be used. It does not say what was found: that could be a name. */
    record Broken(String field, Reject.Reason reason, String expected) implements ParsedLine {}
}
