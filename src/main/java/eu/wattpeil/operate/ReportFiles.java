package eu.wattpeil.operate;

import java.nio.file.Path;
import java.util.List;

/**
 * What is said of the published files of a report.
 *
 * @param report its name
 * @param folder in which they are
 * @param files how many were published
 * @param isMadeAgain whether they were made again: all that they show is as it was
 * @param changed those that are missing, or no longer as they were published
 * @param different those that are made otherwise now
 */
public record ReportFiles(
        String report,
        Path folder,
        int files,
        boolean isMadeAgain,
        List<String> changed,
        List<String> different) {

    public ReportFiles {
        changed = List.copyOf(changed);
        different = List.copyOf(different);
    }

    /** Whether nothing speaks against them. */
    public boolean isEqual() {
        return changed.isEmpty() && different.isEmpty();
    }
}
