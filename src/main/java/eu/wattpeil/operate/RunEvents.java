package eu.wattpeil.operate;

import eu.wattpeil.store.Store;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;

/** Tells the listeners of a run what happens in it. A failure is told once. */
final class RunEvents {

    private final List<RunListener> listeners;
    private final Store store;
    private final MissingRoom room;
    private final Stop stop;
    private final Set<String> failures = new HashSet<>();
    private volatile boolean isMemoryShort;

    /**
     * @param store that the run works with
     */
    RunEvents(List<RunListener> listeners, Store store, MissingRoom room, Stop stop) {
        this.listeners = List.copyOf(listeners);
        this.store = store;
        this.room = room;
        this.stop = stop;
    }

    synchronized void tell(RunEvent event) {
        listeners.forEach(listener -> listener.on(event));
    }

    /** Tells a failure, unless it comes of being stopped. */
    synchronized void failed(String message) {
        if (!stop.isAsked() && failures.add(message)) {
            tell(new RunEvent.Failed(message));
        }
    }

    /**
     * Whether an execution failed for want of memory. What comes after it would have no more, and
     * Java might look for room for minutes rather than fail.
     */
    boolean isMemoryShort() {
        return isMemoryShort;
    }

    /** Tells a failure; whether it is one that a disk explains that is full, or not there. */
    boolean failedForDisk(Throwable failure, Supplier<MissingRoom.Need> need) {
        Optional<String> message = store.gone().or(() -> room.message(failure, need));
        message.ifPresent(this::failed);
        return message.isPresent();
    }

    /**
     * Tells why an execution failed; false where it did not.
     *
     * @param need what it has to write
     */
    boolean failedBecause(JobExecution execution, Supplier<MissingRoom.Need> need) {
        if (execution.getStatus() == BatchStatus.COMPLETED) {
            return false;
        }
        List<Throwable> causes = execution.getAllFailureExceptions();
        if (causes.isEmpty()) {
            failed(execution.getJobInstance().getJobName() + " ended as " + execution.getStatus());
        }
        isMemoryShort |= causes.stream().anyMatch(FailureMessage::isOfMemory);
        // A step that deals to others fails with them, and says no more than that.
        causes.stream()
                .filter(cause -> causes.size() == 1 || !(cause instanceof JobExecutionException))
                .filter(cause -> !failedForDisk(cause, need))
                .forEach(cause -> failed(FailureMessage.of(cause)));
        return true;
    }
}
