package eu.wattpeil.monitor;

/** What is so many at a time. */
enum Measured {
    STAGE("run.duration", "seconds", "How long each stage of the last run took."),
    SOURCE(
            "source.duration",
            "seconds",
            "How long the documents of each source took in the last run that read any."),
    JOB_LAST_SUCCESS(
            "job.last.success.timestamp",
            "seconds",
            "When the last run began by which the job was done."),
    JOB_FAILING("job.failing", "", "1 where the job has failed and not been done since, else 0."),
    USABLE("workspace.usable", "", "1 where the files of the workspace can be used, else 0."),
    READABLE("store.readable", "", "1 where what is told of the store could be read, else 0."),
    LAST_READING(
            "source.last.reading.timestamp",
            "seconds",
            "The latest instant that the rows of the source speak of."),
    WAITING("source.waiting.documents", "", "Documents within reach that the store lacks."),
    LAST_MONTH(
            "last.month.timestamp",
            "seconds",
            "When the last month began that is over and computed."),
    COVERAGE(
            "coverage",
            "ratio",
            "Share of what a figure of the organisation should cover that is known, in the last"
                    + " month."),
    VERDICT("goal.verdict", "", "1 for how the goal stood in the last month, 0 for the others.");

    private final String title;
    private final String unit;
    private final String meaning;

    Measured(String title, String unit, String meaning) {
        this.title = "wattpeil." + title;
        this.unit = unit;
        this.meaning = meaning;
    }

    /** With dots and without its unit, as Micrometer has it. */
    String title() {
        return title;
    }

    /** Empty for none. */
    String unit() {
        return unit;
    }

    String meaning() {
        return meaning;
    }

    /** As Prometheus has it. */
    String exposed() {
        return title.replace('.', '_') + (unit.isEmpty() ? "" : "_" + unit);
    }
}
