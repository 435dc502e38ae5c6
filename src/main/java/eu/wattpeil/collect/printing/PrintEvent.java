package eu.wattpeil.collect.printing;

/** What an event of {@code Microsoft-Windows-PrintService/Operational} says of a job. */
sealed interface PrintEvent {

    /** The number of the job on its computer. */
    long jobId();

    /** When it was logged, microseconds since 1970-01-01T00:00Z. */
    long loggedAtMicros();

    /** Where it was logged; job numbers are those of one computer. Not to be written anywhere. */
    String computer();

    /**
     * Event 307: a document was printed.
     *
     * @param line where the event begins
     * @param pages of the document
     */
    record Printed(
            String computer,
            long jobId,
            long loggedAtMicros,
            long line,
            String printer,
            String user,
            long pages)
            implements PrintEvent {}

    /** Event 805: a document was rendered, in so many copies. */
    record Rendered(String computer, long jobId, long loggedAtMicros, long copies)
            implements PrintEvent {}
}
