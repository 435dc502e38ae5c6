package eu.wattpeil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuickStartTest {

    @Test
    void findsTheCommandBehindOptionsThatAllCommandsHave() {
        assertThat(QuickStart.command("--workspace", "status", "--quiet", "run", "--job", "check"))
                .contains("run");
        assertThat(QuickStart.command("--workspace=town", "status")).contains("status");
        assertThat(QuickStart.command("status", "--workspace", "town")).contains("status");
        assertThat(QuickStart.command("--version")).isEmpty();
        assertThat(QuickStart.command("--workspace")).isEmpty();
        assertThat(QuickStart.command()).isEmpty();
    }

    /** The tests are a process with options of its own. */
    @Test
    void runsNothingInAProcessThatWasGivenJavaOptions() {
        assertThat(QuickStart.run("status", "--workspace", "nowhere")).isEmpty();
    }
}
