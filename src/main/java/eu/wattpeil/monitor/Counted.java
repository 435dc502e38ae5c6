package eu.wattpeil.monitor;

/** What is counted from run to run. */
enum Counted {
    DOCUMENTS("documents", "source", "Documents that were read."),
    BYTES("read.bytes", "source", "Bytes of the documents that were read, unpacked."),
    RECORDS("records", "source", "Rows that were read into the store."),
    REJECTS("rejects", "source", "Rows that could not be used."),
    MONTHS("months.computed", "", "Months that were computed."),
    REPORTS("reports.published", "", "Reports that were published."),
    DELIVERIES("reports.delivered", "", "Deliveries of a report."),
    RUNS("runs", "outcome", "Runs, by how they ended: done, nothing_to_do, failed, stopped.");

    private final String title;
    private final String label;
    private final String meaning;

    /**
     * @param label that tells its series apart; empty where there is one only
     */
    Counted(String title, String label, String meaning) {
        this.title = "wattpeil." + title;
        this.label = label;
        this.meaning = meaning;
    }

    /** With dots, as Micrometer has it. */
    String title() {
        return title;
    }

    String label() {
        return label;
    }

    String meaning() {
        return meaning;
    }

    /** As Prometheus has it. */
    String exposed() {
        return title.replace('.', '_') + "_total";
    }
}
