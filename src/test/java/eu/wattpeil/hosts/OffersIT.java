package eu.wattpeil.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.collect.source.jdbc.PostgresqlServer;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Documents that one host offers and others take, by a PostgreSQL that is there. */
class OffersIT {

    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static final Instant READ_AT = Instant.parse("2026-01-02T03:04:05.678Z");

    private static PostgresqlServer server;

    private final String schema = "offers_" + SCHEMAS.incrementAndGet();
    private final RepositoryDatabase database = TestRepository.in(server, schema);
    private HeldClaim claim;
    private Offers offers;

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

    @BeforeEach
    void begin() {
        claim = HeldClaim.take(database, "town", "process 7 on host-a", () -> {});
        offers = Offers.open(database, claim, "1.0");
    }

    @AfterEach
    void end() {
        offers.close();
        claim.close();
    }

    @Test
    void takesTheLargestOfTheDefinitionThatComesLast() {
        offers.offer(offer("first", "a", 100, 1));
        offers.offer(offer("last", "b", 10, 2));
        offers.offer(offer("last", "c", 20, 2));
        assertThat(offers.free()).isEqualTo(3);

        try (HelpedClaim helped = helped("process 9 on host-b")) {
            HelpedClaim.Taken taken = helped.take(List.of()).orElseThrow();

            assertThat(taken.offer()).isEqualTo(offer("last", "c", 20, 2));
            assertThat(helped.take(List.of("last")).orElseThrow().offer().documentId())
                    .isEqualTo("a");
            assertThat(helped.take(List.of("last"))).isEmpty();
            assertThat(HelpedClaim.helping(database))
                    .containsExactly(new HelpedClaim.Helping("process 9 on host-b", 2));
            assertThat(offers.free()).isEqualTo(1);
        }
    }

    @Test
    void tellsOnceWhatBecameOfAnOffer() {
        long staged = offers.offer(offer("many", "a", 20, 1));
        long refused = offers.offer(offer("many", "b", 10, 1));
        try (HelpedClaim helped = helped("process 9 on host-b")) {
            HelpedClaim.Taken first = helped.take(List.of()).orElseThrow();
            HelpedClaim.Taken second = helped.take(List.of()).orElseThrow();
            assertThat(offers.settled()).isEmpty();

            assertThat(helped.staged(first)).isTrue();
            helped.refuse(second);

            assertThat(offers.settled())
                    .containsExactlyInAnyOrder(
                            new Offers.Settled(staged, "process 9 on host-b", true),
                            new Offers.Settled(refused, "process 9 on host-b", false));
            assertThat(offers.settled()).isEmpty();
            assertThat(helped.staged(first)).isFalse();
        }
    }

    @Test
    void whatSomebodyTookWhoDiedComesBackAndIsNoMoreHis() throws Exception {
        long offer = offers.offer(offer("many", "a", 20, 1));
        HelpedClaim dead = helped("process 9 on host-b");
        HelpedClaim.Taken taken = dead.take(List.of()).orElseThrow();
        // Nobody renews its lease from now on, as if it was killed.
        dead.close();

        TimeUnit.SECONDS.sleep(4);

        assertThat(dead.staged(taken)).isFalse();
        assertThat(offers.settled())
                .containsExactly(new Offers.Settled(offer, "process 9 on host-b", false));
        dead.close();
    }

    @Test
    void whoLivesKeepsWhatItTookHoweverLongItTakes() throws Exception {
        offers.offer(offer("many", "a", 20, 1));
        try (HelpedClaim helped = helped("process 9 on host-b")) {
            HelpedClaim.Taken taken = helped.take(List.of()).orElseThrow();

            TimeUnit.SECONDS.sleep(5);

            assertThat(offers.settled()).isEmpty();
            assertThat(helped.staged(taken)).isTrue();
        }
    }

    @Test
    void takesBackWhatNobodyHasTaken() {
        offers.offer(offer("many", "a", 20, 1));
        long free = offers.offer(offer("many", "b", 10, 1));
        try (HelpedClaim helped = helped("process 9 on host-b")) {
            helped.take(List.of()).orElseThrow();

            assertThat(offers.takeBack("others")).isEmpty();
            assertThat(offers.takeBack("many")).hasValue(free);
            assertThat(offers.takeBack("many")).isEmpty();
            assertThat(helped.take(List.of())).isEmpty();
        }
    }

    @Test
    void ofManyWhoTakeAtOnceNoTwoGetTheSame() throws Exception {
        int documents = 100;
        for (int number = 0; number < documents; number++) {
            offers.offer(offer("many", "d" + number, number, 1));
        }
        Set<String> taken = new ConcurrentSkipListSet<>();
        AtomicInteger takes = new AtomicInteger();
        ExecutorService hosts = Executors.newFixedThreadPool(8);
        List<Future<?>> all = new ArrayList<>();
        for (int number = 0; number < 8; number++) {
            String who = "process " + number;
            all.add(
                    hosts.submit(
                            () -> {
                                try (HelpedClaim helped = helped(who)) {
                                    Optional<HelpedClaim.Taken> next = helped.take(List.of());
                                    while (next.isPresent()) {
                                        takes.incrementAndGet();
                                        taken.add(next.get().offer().documentId());
                                        next = helped.take(List.of());
                                    }
                                }
                            }));
        }
        for (Future<?> one : all) {
            one.get();
        }
        hosts.shutdown();

        assertThat(takes).hasValue(documents);
        assertThat(taken).hasSize(documents);
    }

    @Test
    void isOverForOthersOnceTheHolderEndsOrAnotherTakesItsPlace() {
        offers.offer(offer("many", "a", 20, 1));
        try (HelpedClaim helped = helped("process 9 on host-b")) {
            HelpedClaim.Taken taken = helped.take(List.of()).orElseThrow();
            assertThat(helped.isOver()).isFalse();
            offers.close();
            assertThat(helped.isOver()).isTrue();
            assertThat(helped.staged(taken)).isFalse();
        }
        claim.close();
        try (HeldClaim next = HeldClaim.take(database, "town", "process 8", () -> {})) {
            assertThat(HelpedClaim.find(database)).isEmpty();
            assertThat(HelpedClaim.isWanted(database)).isFalse();
        }
    }

    private HelpedClaim helped(String who) {
        return new HelpedClaim(database, HelpedClaim.find(database).orElseThrow(), who);
    }

    private static Offer offer(String definition, String documentId, long bytes, long batch) {
        return new Offer(
                definition, documentId, "inbox/" + documentId, bytes, "0a", batch, READ_AT);
    }
}
