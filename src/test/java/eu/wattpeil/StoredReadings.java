package eu.wattpeil;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;

/**
 * The readings of meters in a store.
 *
 * @param count of rows
 * @param bytes of all files
 */
record StoredReadings(long count, long bytes) {

    static StoredReadings of(Path store) throws SQLException, IOException {
        Path folder = store.resolve("meter_readings");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(counting(store));
                Stream<Path> files = Files.walk(folder)) {
            result.next();
            return new StoredReadings(
                    result.getLong(1),
                    files.filter(Files::isRegularFile).mapToLong(it -> it.toFile().length()).sum());
        }
    }

    /** The statement that counts them. */
    static String counting(Path store) {
        return "select count(*) from '%s/meter_readings/**/*.parquet'".formatted(store);
    }

    double bytesOfEach() {
        return (double) bytes / count;
    }
}
