package eu.wattpeil;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What processes have of the machine's memory, where the system tells of it as Linux does. */
final class ResidentMemory {

    private static final Pattern KILOBYTES = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final double KILOBYTES_OF_MEGABYTE = 1024;

    private ResidentMemory() {}

    /** What a process and all that it started have now; NaN where nothing is told. */
    static double megabytes(Process process) {
        List<Long> ids = process.descendants().map(ProcessHandle::pid).toList();
        double sum = own(process.pid());
        for (long id : ids) {
            double own = own(id);
            sum = Double.isNaN(own) ? sum : sum + own;
        }
        return sum;
    }

    private static double own(long process) {
        try {
            Matcher told =
                    KILOBYTES.matcher(
                            Files.readString(Path.of("/proc", Long.toString(process), "status")));
            return told.find() ? Long.parseLong(told.group(1)) / KILOBYTES_OF_MEGABYTE : Double.NaN;
        } catch (IOException gone) {
            return Double.NaN;
        }
    }
}
