package eu.wattpeil.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobRepositoryFileTest {

    @TempDir Path folder;

    @Test
    void beginsANewOneWhereTheFileWasOverwritten() throws IOException {
        open();
        Path file = folder.resolve("jobs.mv.db");
        Files.writeString(file, "overwritten by something else");

        assertThat(JobRepositoryFile.open(folder, this::open)).isZero();
        assertThat(folder.resolve("jobs.mv.db.damaged"))
                .hasContent("overwritten by something else");
    }

    @Test
    void leavesASoundFileAlone() {
        open();

        assertThat(JobRepositoryFile.open(folder, this::open)).isEqualTo(1);
        assertThat(folder.resolve("jobs.mv.db.damaged")).doesNotExist();
    }

    @Test
    void leavesOtherFailuresAsTheyAre() {
        open();

        assertThatThrownBy(
                        () ->
                                JobRepositoryFile.open(
                                        folder,
                                        () -> {
                                            throw new IllegalStateException("a bug");
                                        }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a bug");
        assertThat(folder.resolve("jobs.mv.db")).exists();
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
