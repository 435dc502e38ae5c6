package eu.wattpeil.operate;

import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;

/** Something that happened in a run. */
public sealed interface RunEvent {

    /**
     * A piece of work has come some way.
     *
     * @param share 0 to 1
     */
    record Progressed(String work, double share) implements RunEvent {}

    /**
     * The documents of a definition were read, all of them or those before a failure.
     *
     * @param bytes of the documents, unpacked
     * @param took how long that was
     * @param examples the first rejects, as messages; none where the failure that follows has them
     */
    record Collected(
            String definition,
            int documents,
            long bytes,
            long records,
            long rejects,
            Duration took,
            List<String> examples)
            implements RunEvent {

        public Collected {
            examples = List.copyOf(examples);
        }
    }

    /**
     * Files changed so lately that they may still be written; a later run reads them.
     *
     * @param files relative to the workspace
     */
    record Unsettled(String definition, List<String> files) implements RunEvent {

        public Unsettled {
            files = List.copyOf(files);
        }
    }

    /**
     * A folder that a definition names is not there.
     *
     * @param folder relative to the workspace
     */
    record Absent(String definition, String folder) implements RunEvent {}

    /**
     * Documents within reach are not read, as they were taken out of the store for good.
     *
     * @param documents how many
     */
    record LeftOut(String definition, int documents) implements RunEvent {}

    /** The readings in the store ask something of the people who keep the workspace. */
    record Asked(MeterQuestions questions) implements RunEvent {}

    /**
     * Months with data are not computed, as they come before the first one of the settings.
     *
     * @param months in order
     */
    record LeftAlone(List<YearMonth> months) implements RunEvent {

        public LeftAlone {
            months = List.copyOf(months);
        }
    }

    /** A month has an edition of what is in the store now. */
    record Computed(YearMonth month) implements RunEvent {}

    /** A month that is due waits for documents that could not be collected. */
    record HeldBack(YearMonth month) implements RunEvent {}

    /**
     * A report of an edition was written.
     *
     * @param folder with its files
     */
    record Published(YearMonth month, int edition, String report, Path folder)
            implements RunEvent {}

    /** The page that leads to all reports was written. */
    record Indexed(Path page) implements RunEvent {}

    /**
     * Records that are older than the settings keep them were removed.
     *
     * @param month before which
     */
    record Removed(String dataset, YearMonth month) implements RunEvent {}

    /**
     * Pseudonyms are made with another key, and none of the one before is left.
     *
     * @param cleared documents that could not be read anew, and whose pseudonyms became null
     * @param erased users that were erased before, under whatever key
     */
    record KeyChanged(int cleared, int erased) implements RunEvent {}

    /**
     * A month stays as it is, since records that it was computed from are no longer kept: it was
     * asked for, or documents came too late for it.
     *
     * @param why what is gone, in words
     * @param tooLate how many documents came
     */
    record Closed(YearMonth month, String why, long tooLate) implements RunEvent {}

    /**
     * A report was delivered.
     *
     * @param where it is now, such as "3 mails"
     */
    record Delivered(String delivery, YearMonth month, int edition, String where)
            implements RunEvent {}

    /**
     * Other hosts have read documents of this run.
     *
     * @param who as it names itself
     * @param documents how many, each of which counts as collected by this run
     */
    record Shared(String who, int documents) implements RunEvent {}

    /**
     * This process has read documents for the one that holds the work.
     *
     * @param who that is
     * @param bytes of the documents, unpacked
     */
    record Helped(String who, int documents, long bytes) implements RunEvent {}

    /** Another host cannot be helped, or not with all that it collects; the message says why. */
    record NotHelped(String message) implements RunEvent {}

    /** Something failed; the next run tries it again. */
    record Failed(String message) implements RunEvent {}

    /** The run is over. */
    record Ended(Outcome outcome, RunTotals totals) implements RunEvent {}
}
