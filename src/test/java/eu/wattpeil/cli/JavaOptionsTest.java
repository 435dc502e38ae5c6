package eu.wattpeil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JavaOptionsTest {

    @Test
    void runsOfAServerGetOursUnlessItHasSomeOfItsOwn() {
        assertThat(ThisProgram.optionsOfRuns(Stream.of("-Xmx2g", "-Dname=value")))
                .isEqualTo(JavaOptions.RUNNING);
        assertThat(ThisProgram.optionsOfRuns(Stream.of("-Xmx2g", "-XX:+UseG1GC"))).isEmpty();
    }

    @Test
    void aRunThatMavenStartsHasThem() throws IOException {
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains(JavaOptions.RUNNING.subList(1, JavaOptions.RUNNING.size()));
    }
}
