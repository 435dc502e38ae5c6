package eu.wattpeil.operate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something by which a server cannot do all of its work.
 *
 * @param job that fails; empty where it is none
 * @param since when it was seen first
 * @param attempts that failed in a row, of a job; else 0
 * @param messages that tell why, each as far as it may leave the machine
 * @param nextAt when the job is tried again; empty where it is none
 */
public record Trouble(
        Kind kind,
        String job,
        Instant since,
        int attempts,
        List<String> messages,
        Optional<Instant> nextAt) {

    public Trouble {
        messages = messages.stream().map(MailedMessage::of).toList();
    }

    /** What it is. */
    public enum Kind {
        /** A job fails. */
        JOB,
        /** The files of the workspace cannot be used, and nothing runs. */
        FILES,
        /** Something keeps the server from running what is due. */
        WAITING
    }

    /** That jobs fail: one of them. */
    public static Trouble ofJob(
            String job, Instant since, int attempts, List<String> messages, Instant nextAt) {
        return new Trouble(Kind.JOB, job, since, attempts, messages, Optional.of(nextAt));
    }

    /** That the server cannot run anything. */
    public static Trouble ofServer(Kind kind, Instant since, List<String> messages) {
        return new Trouble(kind, "", since, 0, messages, Optional.empty());
    }

    /** The same for what is the same trouble, however long it lasts. */
    public String key() {
        return kind + " " + job;
    }
}
