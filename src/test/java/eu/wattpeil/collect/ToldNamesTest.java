package eu.wattpeil.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Of a file named after a host the folder of the definition is told, and its place in archives. */
class ToldNamesTest {

    private final ToldNames names = new ToldNames(List.of("inbox/", "inbox/agents/"));

    @Test
    void hidesWhatIsBelowTheFolderOfTheDefinition() {
        assertThat(names.of("inbox/agents/kanarie.json")).matches("inbox/agents/[0-9a-f]{12}");
        assertThat(names.of("inbox/agents/kanarie/inventory.json"))
                .matches("inbox/agents/[0-9a-f]{12}")
                .isNotEqualTo(names.of("inbox/agents/other/inventory.json"));
        assertThat(names.of("inbox/kanarie.json")).matches("inbox/[0-9a-f]{12}");
        assertThat(names.of("landed/agents/2026-03-01.json")).matches("landed/agents/[0-9a-f]{12}");
        assertThat(names.of("inbox/agents")).isEqualTo("inbox/agents");
        assertThat(new ToldNames(List.of("")).of("kanarie/a.json")).matches("[0-9a-f]{12}");
    }

    @Test
    void keepsPlacesInAnArchiveTogetherAndInOrder() {
        String second = names.of("inbox/agents/kanarie.tar!02");
        String tenth = names.of("inbox/agents/kanarie.tar!10");
        assertThat(second).matches("inbox/agents/[0-9a-f]{12}!02").isLessThan(tenth);
        assertThat(tenth).startsWith(second.substring(0, second.length() - 2));
    }
}
