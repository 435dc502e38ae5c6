package eu.wattpeil.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.wattpeil.workspace.Place;
import eu.wattpeil.workspace.SharedRepository;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A claim where the job repository is not there; see {@link ClaimsIT} for one that is. */
class HeldClaimTest {

    private static final Duration SILENCE = Duration.ofMillis(200);

    @Test
    void givesNoSignOfLifeOnceItCouldNotBeJoined() throws Exception {
        RepositoryDatabase nowhere =
                RepositoryDatabase.of(
                        new SharedRepository(
                                "jdbc:postgresql://localhost:1/nowhere",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                SILENCE,
                                new Place("config/wattpeil.yaml", 3)));
        CountDownLatch told = new CountDownLatch(1);

        assertThatThrownBy(() -> HeldClaim.join(nowhere, 7, told::countDown))
                .isInstanceOf(RepositoryException.class);

        boolean isTold = told.await(5 * SILENCE.toMillis(), TimeUnit.MILLISECONDS);
        assertThat(isTold).as("a claim that nobody has is lost").isFalse();
    }
}
