package eu.wattpeil.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.wattpeil.cli.CommandLineInterface;
import eu.wattpeil.collect.CollectRun;
import eu.wattpeil.collect.TestRuns;
import eu.wattpeil.collect.source.jdbc.PostgresqlServer;
import eu.wattpeil.hosts.HeldClaim;
import eu.wattpeil.hosts.Offer;
import eu.wattpeil.hosts.Offers;
import eu.wattpeil.hosts.RepositoryDatabase;
import eu.wattpeil.hosts.TestRepository;
import eu.wattpeil.store.Store;
import eu.wattpeil.workspace.SoftwareVersion;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A host that reads documents of another, by a PostgreSQL that is there. */
class HelpingIT {

    @TempDir private Path workspace;

    @Test
    @Timeout(120)
    void leavesADocumentToTheHolderWhereItMeetsAFaultOfOurs() throws Exception {
        CommandLineInterface.run("init", workspace.toString());
        Setup setup = Setup.load(workspace);
        try (PostgresqlServer server = PostgresqlServer.start()) {
            RepositoryDatabase database = TestRepository.in(server, "helping");
            try (HeldClaim claim =
                            HeldClaim.take(database, "town", "process 7 on host-a", () -> {});
                    Offers offers = Offers.open(database, claim, SoftwareVersion.text())) {
                long offerId =
                        offers.offer(
                                new Offer("example", "id", "a.csv", 7, "sha", 1, Instant.EPOCH));
                RunListener faulty =
                        event -> {
                            throw new IllegalStateException("a fault of ours");
                        };

                assertThatThrownBy(
                                () ->
                                        new Helping(
                                                        setup,
                                                        database,
                                                        List.of(faulty),
                                                        new Stop(),
                                                        Clock.systemUTC())
                                                .help())
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("a fault of ours");

                List<Offers.Settled> settled = new ArrayList<>();
                while (settled.isEmpty()) {
                    Thread.sleep(100);
                    settled.addAll(offers.settled());
                }
                assertThat(settled).hasSize(1);
                assertThat(settled.get(0).offerId()).isEqualTo(offerId);
                assertThat(settled.get(0).isStaged()).isFalse();
            }
        }
    }

    @Test
    @Timeout(120)
    void doesNotWaitForOthersWhereWhatTheyReadIsNotLookedAt() throws Exception {
        Clock faulty =
                new Clock() {
                    @Override
                    public ZoneId getZone() {
                        return ZoneOffset.UTC;
                    }

                    @Override
                    public Clock withZone(ZoneId zone) {
                        return this;
                    }

                    @Override
                    public Instant instant() {
                        throw new IllegalStateException("a fault of ours");
                    }
                };
        try (PostgresqlServer server = PostgresqlServer.start()) {
            RepositoryDatabase database = TestRepository.in(server, "helping");
            Store store = Store.open(workspace.resolve("store"));
            try (HeldClaim claim =
                    HeldClaim.take(database, "town", "process 7 on host-a", () -> {})) {
                store.hosts().fence(claim.word());
                store.prepare();
                try (SharedCollecting sharing =
                        SharedCollecting.begin(new SharedJobs(database, claim), store, faulty)) {
                    CollectRun run = TestRuns.ofEmptyFiles(20, store, sharing);
                    sharing.add(run, 1);
                    sharing.offer();

                    assertThatThrownBy(
                                    () -> {
                                        while (true) {
                                            sharing.await();
                                        }
                                    })
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessage("what other hosts read is not looked at")
                            .hasRootCauseMessage("a fault of ours");
                }
            }
        }
    }
}
