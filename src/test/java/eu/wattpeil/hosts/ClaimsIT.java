package eu.wattpeil.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.wattpeil.collect.source.jdbc.PostgresqlServer;
import eu.wattpeil.workspace.Place;
import eu.wattpeil.workspace.SecretPlace;
import eu.wattpeil.workspace.SharedRepository;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who holds the work, by a PostgreSQL that is there. */
class ClaimsIT {

    private static final Runnable NOTHING = () -> {};
    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private static PostgresqlServer server;

    private final String schema = "town_" + SCHEMAS.incrementAndGet();
    private final RepositoryDatabase database = TestRepository.in(server, schema);

    @BeforeAll
    static void startServer() throws Exception {
        server = PostgresqlServer.start();
    }

    @AfterAll
    static void endServer() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void oneHoldsTheWorkAndTheOthersKnowWho() {
        try (HeldClaim claim = HeldClaim.take(database, "town", "process 7 on host-a", NOTHING)) {
            assertThat(claim.word()).isEqualTo("claim-1");
            assertThatThrownBy(() -> HeldClaim.take(database, "town", "process 9", NOTHING))
                    .isInstanceOf(ClaimedException.class)
                    .hasMessageMatching(
                            "job repository localhost:[0-9]+/postgres: the work is held by process 7"
                                    + " on host-a since 20[0-9T:-]+Z, which gave a sign of life 0 s"
                                    + " ago, expected it free; wait until that process has ended, or"
                                    + " has been silent for 3 s");
        }
        try (HeldClaim next = HeldClaim.take(database, "town", "process 9", NOTHING)) {
            assertThat(next.number()).isEqualTo(2);
            assertThat(next.before()).isEmpty();
        }
    }

    @Test
    void whoLivesKeepsTheWorkHoweverLongItTakes() throws Exception {
        try (HeldClaim claim = HeldClaim.take(database, "town", "process 7", NOTHING)) {
            TimeUnit.SECONDS.sleep(4);
            assertThatThrownBy(() -> HeldClaim.await(database, "town", "process 9", NOTHING))
                    .isInstanceOf(ClaimedException.class);
            claim.require();
        }
    }

    @Test
    void thePlaceOfWhoIsSilentIsTakenAndItIsToldSo() throws Exception {
        database.prepare("town");
        long dead = new Claims(database).take("process 7 on host-a").number();

        try (HeldClaim claim = HeldClaim.await(database, "town", "process 9", NOTHING)) {
            assertThat(claim.number()).isEqualTo(dead + 1);
            assertThat(claim.before().orElseThrow()).startsWith("process 7 on host-a since 20");
            assertThat(new Claims(database).beat(dead)).isFalse();
            CountDownLatch told = new CountDownLatch(1);
            assertThatThrownBy(() -> HeldClaim.join(database, dead, told::countDown))
                    .isInstanceOf(ClaimLostException.class)
                    .hasMessageContaining("gave no sign of life for 3 s");
            assertThat(told.await(1, TimeUnit.SECONDS)).isTrue();
            new Claims(database).release(dead);
            assertThat(new Claims(database).standing().holder()).hasValue("process 9");
        }
    }

    @Test
    void onlyWhoHoldsTheWorkChangesWhatAllRemember() {
        SharedMemory memory = new SharedMemory(database);
        HeldClaim first = HeldClaim.take(database, "town", "process 7", NOTHING);
        memory.keep("jobs", "one", first);
        first.close();
        try (HeldClaim second = HeldClaim.take(database, "town", "process 9", NOTHING)) {
            assertThatThrownBy(() -> memory.keep("jobs", "late", first))
                    .isInstanceOf(ClaimLostException.class);
            assertThat(memory.content("jobs")).hasValue("one");
            memory.keep("jobs", "two", second);
        }
        assertThat(memory.content("jobs")).hasValue("two");
        assertThat(memory.content("others")).isEmpty();
    }

    @Test
    void ofManyWhoComeAtOnceOneGetsTheWork() throws Exception {
        ExecutorService hosts = Executors.newFixedThreadPool(8);
        List<Future<Boolean>> attempts = new ArrayList<>();
        for (int number = 0; number < 8; number++) {
            String who = "process " + number;
            attempts.add(hosts.submit(() -> isTaken(who)));
        }
        int taken = 0;
        for (Future<Boolean> attempt : attempts) {
            taken += attempt.get() ? 1 : 0;
        }
        hosts.shutdown();

        assertThat(taken).isEqualTo(1);
        assertThat(new Claims(database).standing().number()).isEqualTo(1);
    }

    private boolean isTaken(String who) {
        try {
            RepositoryDatabase own = TestRepository.in(server, schema, Duration.ofSeconds(30));
            own.prepare("town");
            return new Claims(own).take(who).number() == 1;
        } catch (ClaimedException held) {
            return false;
        }
    }

    @Test
    void serversAreSeenAsLongAsTheyLive() {
        database.prepare("town");
        Servers one = new Servers(database, "process 7 on host-a");
        Servers other = new Servers(database, "process 9 on host-b");
        other.alive("");
        one.alive("busy");
        one.alive("busier");

        assertThat(Servers.all(database))
                .extracting(it -> it.name() + " " + it.content())
                .containsExactly("process 7 on host-a busier", "process 9 on host-b ");
        one.leave();
        assertThat(Servers.all(database)).hasSize(1);
    }

    @Test
    void aSchemaServesOneWorkspace() {
        database.prepare("town");

        assertThatThrownBy(() -> TestRepository.in(server, schema).prepare("village"))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining(
                        "holds the work of another workspace, expected one of its own");
    }

    @Test
    void tablesOfANewerVersionAreLeftAlone() throws Exception {
        database.prepare("town");
        server.execute("update " + schema + ".wattpeil_claim set version = 2");

        assertThatThrownBy(() -> TestRepository.in(server, schema).prepare("town"))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining(
                        "has tables of version 2, made by a newer version of Wattpeil, expected"
                                + " version 1 or older");
    }

    @Test
    void saysWhatKeepsItFromTheDatabaseWithoutItsSecret() throws Exception {
        server.execute("create user guest password 'guest-1234'");

        assertThat(failure(server.url(), "wattpeil", "wrong-1234"))
                .contains("does not accept the user or the password");
        assertThat(failure(server.url() + "_of_others", "wattpeil", PostgresqlServer.PASSWORD))
                .contains("does not exist, expected a database (createdb makes one)");
        assertThat(failure(server.url(), "guest", "guest-1234"))
                .contains("gives its user no right to make and use tables");
        assertThat(failure("jdbc:postgresql://localhost:1/postgres", "guest", "guest-1234"))
                .isEqualTo(
                        "config/wattpeil.yaml:3: job repository localhost:1/postgres accepts no"
                                + " connection, or breaks it off, expected a PostgreSQL there;"
                                + " nothing is lost, and the next run goes on from here");
        assertThatThrownBy(() -> RepositoryDatabase.of(settings(server.url(), "guest", Map.of())))
                .isInstanceOf(RepositoryException.class)
                .hasMessageContaining(
                        "has no password: environment variable SECRET is missing, expected it"
                                + " there");
    }

    private String failure(String url, String user, String password) {
        RepositoryDatabase refused =
                RepositoryDatabase.of(settings(url, user, Map.of("SECRET", password)));
        try {
            refused.prepare("town");
        } catch (RepositoryException expected) {
            String message = String.valueOf(expected.getMessage());
            assertThat(message).doesNotContain(password);
            return message;
        }
        throw new AssertionError("it was not refused");
    }

    private SharedRepository settings(String url, String user, Map<String, String> environment) {
        return new SharedRepository(
                url,
                Optional.of(user),
                Optional.of(SecretPlace.variable("SECRET", environment)),
                Optional.of("refused"),
                Duration.ofSeconds(3),
                new Place("config/wattpeil.yaml", 3));
    }
}
