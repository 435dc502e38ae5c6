package eu.wattpeil.serve;

import eu.wattpeil.operate.RunListener;
import eu.wattpeil.workspace.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Is told what a server does, and what happens in its runs. */
public interface ServerListener extends RunListener {

    /** From now on the files of a workspace hold; what follows of them is told next. */
    default void follows(Workspace workspace) {
        // Most need no more than its times.
    }

    /**
     * The workspace was read, at first or because its files changed.
     *
     * @param nextAt when something is due; empty where something is now
     */
    void read(Timetable timetable, Optional<Instant> nextAt);

    /** The workspace cannot be used any more; nothing runs until its files change. */
    void unusable(List<String> problems);

    /** A run begins. */
    void begins(Set<String> jobs);

    /**
     * Jobs were done.
     *
     * @param nextAt when something is due next
     */
    void done(Set<String> jobs, Optional<Instant> nextAt);

    /** Jobs failed, and will be tried again. */
    void failed(Set<String> jobs, Instant nextAt);

    /** A run was stopped as the server is. */
    void stopped();

    /** Something keeps the server from running jobs that are due; it looks again every minute. */
    void waits(String message);

    /**
     * What became of the jobs on all hosts, where several share the work.
     *
     * @param served when the run began by which a job was done last
     * @param failingSince when those failed first that were not done since
     */
    default void recalls(Map<String, Instant> served, Map<String, Instant> failingSince) {
        // Most are told enough by what happens here.
    }

    /** Takes the place of a host that has fallen silent at work. */
    default void takesOver(String who) {
        // What it did is recognised by the run, and done to the end.
    }

    /** What another host is at work at, of several that share the work; empty for nothing. */
    default void elsewhere(Optional<Elsewhere> work) {
        // Most are told enough by what happens here.
    }

    /**
     * The server has looked for what is due and done it. It looks each minute, but not while a run
     * is at work.
     *
     * @param trouble what keeps it from jobs that are due; empty for nothing
     */
    default void looked(Optional<String> trouble) {
        // Most are told enough by what happens.
    }
}
