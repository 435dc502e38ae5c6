package eu.wattpeil.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;

class PropertiesFileTest {

    private final Problems problems = new Problems();

    @Test
    void givesTheLineOnWhichEachTextBegins() {
        assertThat(
                        read(
                                """
                                # a comment \\
                                one=1
                                 two : 2, \\
                                   and more
                                th\\u0072ee 3\\\\
                                four
                                """))
                .containsExactly(
                        new PropertiesFile.Entry("one", "1", 2),
                        new PropertiesFile.Entry("two", "2, and more", 3),
                        new PropertiesFile.Entry("three", "3\\", 5),
                        new PropertiesFile.Entry("four", "", 6));
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void namesTheLineOfWhatCannotBeRead() {
        assertThat(read("a=1\nb=\\u12\na=2\n"))
                .containsExactly(new PropertiesFile.Entry("a", "1", 1));
        assertThat(problems.all())
                .extracting(Problem::toString)
                .containsExactly(
                        "jobs/texts/nl.properties:2: a text has \\u without four hexadecimal digits",
                        "jobs/texts/nl.properties:3: key \"a\" is given twice, first in line 1,"
                                + " expected it once");
    }

    @Test
    void namesTheLineThatIsNotUtf8() {
        assertThat(read("a=1\nb=caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
        assertThat(problems.all())
                .extracting(Problem::toString)
                .containsExactly(
                        "jobs/texts/nl.properties:2: this is not UTF-8, expected UTF-8 text");
    }

    private List<PropertiesFile.Entry> read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<PropertiesFile.Entry> read(byte[] bytes) {
        String path = "jobs/texts/nl.properties";
        return PropertiesFile.read(
                new WorkspaceFile(path, path, new ByteArrayResource(bytes)), problems);
    }

    @Test
    void readsALineWithoutABackslashAsAnyReaderOfPropertiesDoes() throws IOException {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder line = new StringBuilder();
            for (int length = random.nextInt(9); length > 0; length--) {
                line.append("ab=:#! \t\fé".charAt(random.nextInt(10)));
            }
            Properties expected = new Properties();
            expected.load(new StringReader(line.toString()));

            Properties read = new Properties();
            PropertiesFile.plain(line.toString(), 1)
                    .ifPresent(it -> read.setProperty(it.key(), it.text()));
            assertThat(read).as("<%s>", line).isEqualTo(expected);
        }
    }
}
