package eu.wattpeil.cli;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/** Has a process that idles most of its time give memory back to the system. */
final class IdleMemory {

    private IdleMemory() {}

    /** Where this Java knows how; another one keeps what it once took. */
    static void giveBack() {
        HotSpotDiagnosticMXBean java =
                ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        if (java == null) {
            return;
        }
        set(java, "MinHeapFreeRatio", "5");
        set(java, "MaxHeapFreeRatio", "15");
        // Milliseconds.
        set(java, "G1PeriodicGCInterval", "30000");
    }

    private static void set(HotSpotDiagnosticMXBean java, String option, String value) {
        try {
            java.setVMOption(option, value);
        } catch (IllegalArgumentException unknown) {
            // Of another collector, or an older Java.
        }
    }
}
