package eu.wattpeil.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SoftwareVersionTest {

    @Test
    void isTheVersionOfTheBuild() {
        assertThat(SoftwareVersion.text()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    }
}
