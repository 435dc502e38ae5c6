package eu.wattpeil;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A privacy officer finds every format in the README's table of personal data. */
class PersonalDataTest {

    private static final Pattern FIRST_CELL = Pattern.compile("(?m)^\\| (`[^|]*) \\|");
    private static final Pattern NAME = Pattern.compile("`([\\w-]+)`");

    @Test
    void saysOfEveryFormatOnceWhatIsKeptOfPeople() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        assertThat(names(tableAfter(readme, "<!-- personal data -->")))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(names(tableAfter(readme, "<!-- formats -->")))
                .hasSizeGreaterThan(60);
    }

    private static List<String> names(String table) {
        return FIRST_CELL
                .matcher(table)
                .results()
                .flatMap(row -> NAME.matcher(row.group(1)).results())
                .map(name -> name.group(1))
                .toList();
    }

    private static String tableAfter(String text, String mark) {
        String from = text.substring(text.indexOf(mark) + mark.length());
        return from.substring(0, from.indexOf("\n\n"));
    }
}
