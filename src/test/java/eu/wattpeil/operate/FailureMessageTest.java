package eu.wattpeil.operate;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.failure.ExplainedException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class FailureMessageTest {

    @Test
    void isTheMessageAloneWhereTheTypeSaysThatItExplains() {
        assertThat(FailureMessage.of(new Explained("store/x: the file is damaged")))
                .isEqualTo("store/x: the file is damaged");
    }

    @Test
    void looksForTheExplanationBelowWhatFrameworksWrapAroundIt() {
        Throwable wrapped = new IllegalStateException("step failed", new Explained("no room"));

        assertThat(FailureMessage.of(wrapped)).isEqualTo("no room");
    }

    @Test
    void namesTheFileThatCannotBeUsed() {
        assertThat(FailureMessage.of(new NoSuchFileException("inbox/a.csv")))
                .isEqualTo("Cannot use file: inbox/a.csv (NoSuchFileException)");
    }

    @Test
    void showsTheTraceOfAFaultOfOurs() {
        assertThat(FailureMessage.of(new IllegalStateException("bug")))
                .startsWith("This is a fault of Wattpeil.")
                .contains("FailureMessageTest.showsTheTraceOfAFaultOfOurs");
    }

    private static final class Explained extends ExplainedException {

        private static final long serialVersionUID = 1L;

        private Explained(String message) {
            super(message);
        }
    }
}
