package eu.wattpeil.hosts;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** How this process names itself to other hosts. */
public final class ThisHost {

    private ThisHost() {}

    /** Such as {@code process 7 on host-a}. */
    public static String process() {
        return "process " + ProcessHandle.current().pid() + " on " + name();
    }

    /** The variable goes first: some hosts do not know their own name. */
    private static String name() {
        String variable = System.getenv("HOSTNAME");
        if (variable != null && !variable.isBlank()) {
            return variable.strip();
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "a host without a name";
        }
    }
}
