package eu.wattpeil.serve;

import eu.wattpeil.hosts.ClaimedException;
import eu.wattpeil.hosts.Claims;
import eu.wattpeil.hosts.HeldClaim;
import eu.wattpeil.hosts.HelpedClaim;
import eu.wattpeil.hosts.RepositoryDatabase;
import eu.wattpeil.hosts.RepositoryException;
import eu.wattpeil.hosts.Servers;
import eu.wattpeil.hosts.SharedMemory;
import eu.wattpeil.hosts.ThisHost;
import eu.wattpeil.operate.FailureMessage;
import eu.wattpeil.operate.RunEvent;
import eu.wattpeil.operate.Setup;
import eu.wattpeil.operate.WorkspaceId;
import eu.wattpeil.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A server on each of several hosts, which share the work by a job repository. */
final class SeveralHosts implements Company {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String MEMORY = "jobs";

    /** Between what it tells others of its progress. */
    private static final Duration BETWEEN = Duration.ofSeconds(10);

    /** Whoever has worked last lets the others go first. */
    private static final Duration COURTESY = Duration.ofSeconds(2);

    private final String workspaceId;
    private final RepositoryDatabase database;
    private final Servers servers;
    private final SharedMemory memories;
    private final Clock clock;
    private long lastClaim = -1;

    SeveralHosts(Path root, Workspace workspace, Clock clock) {
        this.workspaceId = WorkspaceId.of(Setup.stateFolder(root));
        this.database = RepositoryDatabase.of(workspace.settings().jobRepository().orElseThrow());
        this.servers = new Servers(database, ThisHost.process());
        this.memories = new SharedMemory(database);
        this.clock = clock;
    }

    /** How the servers of a workspace stand, as all of them tell it. */
    static ServerStatus status(Workspace workspace, Clock clock) {
        try {
            RepositoryDatabase database =
                    RepositoryDatabase.of(workspace.settings().jobRepository().orElseThrow());
            database.prepare(WorkspaceId.of(Setup.stateFolder(workspace.root())));
            Memory memory = memory(new SharedMemory(database));
            List<String> processes = new ArrayList<>();
            Servers.all(database)
                    .forEach(
                            it ->
                                    processes.add(
                                            it.name()
                                                    + " since "
                                                    + it.since().truncatedTo(ChronoUnit.SECONDS)));
            elsewhere(database)
                    .ifPresent(
                            it ->
                                    processes.add(
                                            "at work: "
                                                    + it.who()
                                                    + " since "
                                                    + it.since().truncatedTo(ChronoUnit.SECONDS)));
            HelpedClaim.helping(database)
                    .forEach(
                            it ->
                                    processes.add(
                                            "helping: "
                                                    + it.who()
                                                    + ", documents at the moment: "
                                                    + it.documents()));
            return ServerStatus.of(
                    workspace, processes, ServedTimes.of(memory.served()), Optional.empty(), clock);
        } catch (RepositoryException unreachable) {
            return ServerStatus.of(
                    workspace,
                    List.of(),
                    ServedTimes.of(Map.of()),
                    Optional.of(FailureMessage.of(unreachable)),
                    clock);
        }
    }

    @Override
    public Optional<Memory> memory() {
        return Optional.of(memory(memories));
    }

    private static Memory memory(SharedMemory memories) {
        return memories.content(MEMORY).flatMap(SeveralHosts::read).orElse(Memory.NONE);
    }

    /** What cannot be read is forgotten: the jobs are due, and find little to do. */
    private static Optional<Memory> read(String text) {
        try {
            return Optional.ofNullable(JSON.readValue(text, Memory.class));
        } catch (JacksonException damaged) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Elsewhere> meet() {
        database.prepare(workspaceId);
        servers.alive("");
        return elsewhere(database);
    }

    @Override
    public boolean isHelpWanted() {
        return HelpedClaim.isWanted(database);
    }

    /** What one of several hosts is at work at. */
    static Optional<Elsewhere> elsewhere(RepositoryDatabase database) {
        Claims.Standing standing = new Claims(database).standing();
        boolean isOver = standing.silentFor().compareTo(database.settings().silence()) >= 0;
        if (standing.holder().isEmpty() || isOver) {
            return Optional.empty();
        }
        String who = standing.holder().get();
        Instant since = standing.since().orElseThrow();
        return Optional.of(
                Servers.all(database).stream()
                        .filter(server -> server.name().equals(who))
                        .flatMap(server -> progress(server.content()).stream())
                        .map(it -> new Elsewhere(who, since, it.jobs(), it.what(), it.share()))
                        .findFirst()
                        .orElse(new Elsewhere(who, since, List.of(), "", 0)));
    }

    private static Optional<Progress> progress(String text) {
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(JSON.readValue(text, Progress.class));
        } catch (JacksonException ofAnotherVersion) {
            return Optional.empty();
        }
    }

    /** What a server tells the others of its run. */
    private record Progress(List<String> jobs, String what, double share) {}

    @Override
    public Shift begin() throws BusyException, InterruptedException {
        boolean wasLast = new Claims(database).standing().number() == lastClaim;
        if (wasLast && Servers.all(database).size() > 1) {
            TimeUnit.MILLISECONDS.sleep(COURTESY.toMillis());
        }
        try {
            HeldClaim claim = HeldClaim.take(database, workspaceId, ThisHost.process(), () -> {});
            lastClaim = claim.number();
            return new HostShift(claim);
        } catch (ClaimedException held) {
            throw new BusyException(String.valueOf(held.getMessage()));
        }
    }

    @Override
    public void close() {
        try {
            servers.leave();
        } catch (RepositoryException unreachable) {
            // It is gone for the others once it has been silent.
            return;
        }
    }

    private final class HostShift implements Shift {

        private final HeldClaim claim;
        private Instant toldAt = Instant.MIN;

        HostShift(HeldClaim claim) {
            this.claim = claim;
        }

        @Override
        public OptionalLong claim() {
            return OptionalLong.of(claim.number());
        }

        @Override
        public Optional<String> before() {
            return claim.before();
        }

        @Override
        public void on(Set<String> jobs, RunEvent event) {
            Instant now = clock.instant();
            if (event instanceof RunEvent.Progressed progressed
                    && toldAt.isBefore(now.minus(BETWEEN))) {
                toldAt = now;
                tell(
                        new Progress(
                                List.copyOf(new TreeSet<>(jobs)),
                                progressed.work(),
                                progressed.share()));
            }
        }

        private void tell(Progress progress) {
            try {
                servers.alive(JSON.writeValueAsString(progress));
            } catch (RepositoryException unreachable) {
                // The run, or what comes of it, will tell.
                return;
            }
        }

        @Override
        public void keep(Memory memory) {
            memories.keep(MEMORY, JSON.writeValueAsString(memory), claim);
        }

        @Override
        public void close() {
            claim.close();
        }
    }
}
