package eu.wattpeil.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import org.h2.mvstore.MVStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class JobRepositoryFileTest {

    private static final long SEED = 20_261_125;
    private static final int FLIPS = 40;

    @TempDir Path folder;

    @Test
    void beginsANewOneWhereTheFileWasOverwritten() throws IOException {
        open();
        Path file = folder.resolve("jobs.mv.db");
        Files.writeString(file, "overwritten by something else");

        assertThat(openAsARunDoes()).isZero();
        assertThat(folder.resolve("jobs.mv.db.damaged"))
                .hasContent("overwritten by something else");
    }

    @Test
    void leavesASoundFileAlone() {
        open();

        assertThat(openAsARunDoes()).isEqualTo(1);
        assertThat(folder.resolve("jobs.mv.db.damaged")).doesNotExist();
    }

    /** H2 itself takes most of them for what was written. */
    @Test
    void beginsANewOneWhicheverBitOfItFlippedBetweenTwoRuns() throws IOException {
        Random random = new Random(SEED);
        Path file = folder.resolve("jobs.mv.db");
        openAsARunDoes();
        JobRepositoryFile.seal(folder);
        byte[] sound = Files.readAllBytes(file);
        byte[] seal = Files.readAllBytes(folder.resolve("jobs.seal"));
        for (int i = 0; i < FLIPS; i++) {
            byte[] flipped = sound.clone();
            int bit = random.nextInt(sound.length * 8);
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, flipped);
            Files.write(folder.resolve("jobs.seal"), seal);

            int rows = openAsARunDoes();

            assertThat(rows).as("seed %d, bit %d", SEED, bit).isZero();
            assertThat(folder.resolve("jobs.mv.db.damaged")).hasBinaryContent(flipped);
        }
    }

    @Test
    void leavesASealedFileAloneAndOneThatAKilledRunLeftUnsealed() {
        openAsARunDoes();
        JobRepositoryFile.seal(folder);

        assertThat(openAsARunDoes()).isEqualTo(1);
        assertThat(openAsARunDoes()).isEqualTo(2);
        assertThat(folder.resolve("jobs.mv.db.damaged")).doesNotExist();
    }

    @Test
    void saysOfWhichFileItIsKnownThatItIsAsItWasClosed() {
        assertThat(isKnownWhenOpened()).isFalse();
        assertThat(isKnownWhenOpened()).isFalse();
        JobRepositoryFile.seal(folder);
        assertThat(isKnownWhenOpened()).isTrue();
        assertThat(isKnownWhenOpened()).isFalse();
    }

    private boolean isKnownWhenOpened() {
        return JobRepositoryFile.open(
                folder,
                isKnown -> {
                    open();
                    return isKnown;
                });
    }

    private int openAsARunDoes() {
        return JobRepositoryFile.open(folder, isKnown -> open());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void keepsItsFilesToTheirOwner() throws IOException {
        openAsARunDoes();
        JobRepositoryFile.seal(folder);

        for (String name : List.of("jobs.mv.db", "jobs.seal")) {
            assertThat(Files.getPosixFilePermissions(folder.resolve(name)))
                    .as(name)
                    .containsOnly(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        }
    }

    @Test
    void leavesOtherFailuresAsTheyAre() {
        open();

        assertThatThrownBy(
                        () ->
                                JobRepositoryFile.open(
                                        folder,
                                        isKnown -> {
                                            throw new IllegalStateException("a bug");
                                        }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a bug");
        assertThat(folder.resolve("jobs.mv.db")).exists();
    }

    @Test
    void doesNotTakeAMachineThatLacksSomethingForADamage() {
        open();

        for (Throwable lack :
                List.of(
                        new OutOfMemoryError("Java heap space"),
                        new IOException("No space left on device"))) {
            RuntimeException ofDatabase = new MVStoreException(1, lack.toString());
            ofDatabase.initCause(lack);
            assertThatThrownBy(
                            () ->
                                    JobRepositoryFile.open(
                                            folder,
                                            isKnown -> {
                                                throw ofDatabase;
                                            }))
                    .hasRootCause(lack);
        }
        assertThat(folder.resolve("jobs.mv.db.damaged")).doesNotExist();
        assertThat(openAsARunDoes()).isEqualTo(1);
    }

    /** How many rows there were; one more is there afterwards. */
    private int open() {
        String url = "jdbc:h2:file:" + folder.resolve("jobs");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists work (id int)");
            int rows = statement.executeUpdate("update work set id = id");
            statement.execute("insert into work values (1)");
            return rows;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
