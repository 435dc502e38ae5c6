package eu.wattpeil.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The file of those who have a password. */
@DisabledOnOs(OS.WINDOWS)
class PasswordFileTest {

    /** Of {@code pluk de dag}, made by the C library of Debian as htpasswd makes it. */
    private static final String OTHERS =
            "$2y$10$N9qo8uLOickgx2ZMRZoMyepFMUgDBYwjj2qL1B8uZQeNvsqVyJb2O";

    @TempDir Path folder;

    @Test
    void isForTheAccountOfTheProgramAloneAndKeepsWhatElseIsInIt() throws IOException {
        write("# readers\n\njan:" + OTHERS + "\n");

        PasswordFile.at(file()).with("els", "pluk de dag, élke dag").write();

        List<String> lines = Files.readAllLines(file());
        assertThat(lines).startsWith("# readers", "", "jan:" + OTHERS).hasSize(4);
        assertThat(lines.get(3)).startsWith("els:$2a$12$").doesNotContain("pluk");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(PasswordFile.hashes(file())).containsOnlyKeys("els", "jan");
    }

    @Test
    void givesAnotherPasswordInThePlaceOfTheFirst() throws IOException {
        PasswordFile first = PasswordFile.at(file()).with("els", "pluk de dag").with("jan", "x");
        first.write();
        first.with("els", "pluk de nacht").write();

        Passwords passwords = new Passwords(file(), message -> {});
        assertThat(passwords.isRight(new Credentials("els", "pluk de nacht"))).isTrue();
        assertThat(passwords.isRight(new Credentials("els", "pluk de dag"))).isFalse();
        assertThat(passwords.isRight(new Credentials("jan", "pluk de nacht"))).isFalse();
        assertThat(passwords.isRight(new Credentials("piet", "pluk de nacht"))).isFalse();
        assertThat(first.without("els").has("els")).isFalse();
    }

    @Test
    void takesWhatHtpasswdMakes() throws IOException {
        write("els:" + OTHERS + "\n");

        assertThat(
                        new Passwords(file(), message -> {})
                                .isRight(new Credentials("els", "pluk de dag")))
                .isTrue();
        assertThat(PasswordFile.hashes(file())).containsEntry("els", OTHERS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "els                       | this has no colon",
                ":$2y$10$N9qo8uLOickgx2ZM  | this has no colon",
                "els:geheim                | the hash is not one of bcrypt",
                "els:$apr1$abcdefgh$xyz    | the hash is not one of bcrypt"
            })
    void saysWhichLineIsWrongAndNotWhatIsInIt(String line, String message) throws IOException {
        write("# readers\n" + line + "\n");

        assertThatThrownBy(() -> PasswordFile.hashes(file()))
                .isInstanceOf(PasswordFile.UnusableException.class)
                .hasMessageContaining("passwords, line 2: " + message)
                .hasMessageNotContaining("els")
                .hasMessageNotContaining("geheim");
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 9, 16, 31})
    void refusesHashesThatAreFoundTooSoonOrTakeForEver(int cost) throws IOException {
        write("els:" + OTHERS.replace("$10$", "$%02d$".formatted(cost)) + "\n");

        assertThatThrownBy(() -> PasswordFile.hashes(file()))
                .hasMessageContaining("the cost of the hash is " + cost + ", expected 10 to 15");
    }

    @Test
    void refusesANameThatIsThereTwice() throws IOException {
        write("els:" + OTHERS + "\nels:" + OTHERS + "\n");

        assertThatThrownBy(() -> PasswordFile.hashes(file()))
                .hasMessageContaining("line 2: the name is there twice, expected it once");
    }

    /** The quickest of five each, as a machine may be busy with something else. */
    @Test
    void takesAsLongForANameThatIsNotThere() throws IOException {
        PasswordFile.at(file()).with("els", "pluk de dag").write();
        Passwords passwords = new Passwords(file(), message -> {});
        List<Long> known = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            known.add(nanoseconds(passwords, "els"));
            unknown.add(nanoseconds(passwords, "jan"));
        }

        double ratio =
                (double) known.stream().sorted().toList().get(0)
                        / unknown.stream().sorted().toList().get(0);
        assertThat(ratio).isBetween(0.2, 5.0);
    }

    private static long nanoseconds(Passwords passwords, String name) {
        long began = System.nanoTime();
        passwords.isRight(new Credentials(name, "something else"));
        return System.nanoTime() - began;
    }

    private Path file() {
        return folder.resolve("passwords");
    }

    private void write(String text) throws IOException {
        Files.writeString(file(), text);
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-------"));
    }
}
