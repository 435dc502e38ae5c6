package eu.wattpeil.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SheetNamesTest {

    private final SheetNames names = new SheetNames();

    @Test
    void keepsANameThatIsAllowed() {
        assertThat(names.next("Afdrukken & kopiëren")).isEqualTo("Afdrukken & kopiëren");
    }

    @Test
    void takesOutWhatNoSheetMayBeNamed() {
        assertThat(names.next("a[b]c:d*e?f/g\\h")).isEqualTo("a-b-c-d-e-f-g-h");
        assertThat(names.next("'quoted'")).isEqualTo("quoted");
        assertThat(names.next("tab\tline\nbell\u0007")).isEqualTo("tab-line-bell");
    }

    @Test
    void cutsALongNameButNoCharacterInTwo() {
        assertThat(names.next("x".repeat(40))).isEqualTo("x".repeat(31));
        assertThat(names.next("y".repeat(30) + "😀😀")).isEqualTo("y".repeat(30));
    }

    @Test
    void numbersNamesThatDifferInCapitalsOnly() {
        assertThat(names.next("Total")).isEqualTo("Total");
        assertThat(names.next("TOTAL")).isEqualTo("TOTAL (2)");
        assertThat(names.next("total")).isEqualTo("total (3)");
        assertThat(names.next("z".repeat(31))).isEqualTo("z".repeat(31));
        assertThat(names.next("z".repeat(31))).isEqualTo("z".repeat(27) + " (2)");
    }

    @Test
    void givesANameWhereNoneIsLeft() {
        assertThat(names.next("''")).isEqualTo("-");
        assertThat(names.next("History")).isEqualTo("History (2)");
    }

    @Test
    void givesAllowedNamesWhateverIsWished() {
        long seed = 20261126;
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            StringBuilder wished = new StringBuilder();
            int length = random.nextInt(50);
            for (int j = 0; j < length; j++) {
                wished.appendCodePoint(
                        "[]:*?/\\'ab😀\u0001 \u202e".codePointAt(random.nextInt(13)));
            }
            String name = names.next(wished.toString());
            assertThat(name)
                    .as("seed %d, %s", seed, wished)
                    .isNotBlank()
                    .hasSizeLessThanOrEqualTo(31)
                    .doesNotContainPattern("[\\[\\]:*?/\\\\\\p{Cntrl}]")
                    .doesNotStartWith("'")
                    .doesNotEndWith("'");
            assertThat(name.toLowerCase(Locale.ROOT)).isNotEqualTo("history");
        }
    }
}
