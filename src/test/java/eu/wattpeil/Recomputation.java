package eu.wattpeil;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * KPIs of the sample computed a second time, in plain SQL that knows no model of the catalogue:
 * {@code src/test/resources/recomputed}. Its folder {@code read} reads the sample's raw files and
 * the files of config/, never the store, so that a mistake of a reader shows, too.
 *
 * <p>A file of a KPI gives {@code month, scope_kind, scope_id, numerator, denominator, value},
 * where it is plain {@code coverage}, and {@code reason} where what it gives must not be told. What
 * the program keeps rounded (a coverage of nine decimals, an amount of six) is rounded there before
 * it is reckoned with.
 */
final class Recomputation implements AutoCloseable {

    private static final Path FOLDER = Path.of("src/test/resources/recomputed");

    /** What is read first, in this order. */
    private static final List<String> READ =
            List.of(
                    "months",
                    "scopes",
                    "meter_hours",
                    "print_jobs",
                    "purchases",
                    "contracts",
                    "devices",
                    "exits",
                    "workdays",
                    "staff",
                    "categories",
                    "factors");

    /** With how many the store keeps amounts, and shares and quotients. */
    private static final int AMOUNT_DECIMALS = 6;

    private static final int SHARE_DECIMALS = 9;

    /** As config/wattpeil.yaml says; below it, nothing may be told. */
    private static final double LOWEST_COVERAGE = 0.95;

    private static final Set<String> TOO_LITTLE =
            Set.of("coverage_below_minimum", "factor_missing", "no_data");

    private final Connection connection;

    private Recomputation(Connection connection) {
        this.connection = connection;
    }

    /** A month of a scope. */
    record Place(String month, String scopeKind, String scopeId) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return month + " " + scopeKind + " " + scopeId;
        }
    }

    /** What is told of a place. */
    record Figure(
            Optional<BigDecimal> numerator,
            Optional<BigDecimal> denominator,
            Optional<BigDecimal> value,
            Optional<BigDecimal> coverage,
            Optional<String> reason) {

        /** A value that nothing was divided by is as exact as its amount. */
        private int valueDecimals() {
            return denominator.isPresent() ? SHARE_DECIMALS : AMOUNT_DECIMALS;
        }

        private boolean isWithheld() {
            return numerator.isEmpty() && denominator.isEmpty() && value.isEmpty();
        }
    }

    /** Reads the raw files of a workspace. */
    static Recomputation of(Path workspace) throws SQLException, IOException {
        Recomputation recomputation =
                new Recomputation(DriverManager.getConnection("jdbc:duckdb:"));
        recomputation.execute("set file_search_path = '" + workspace.toAbsolutePath() + "'");
        recomputation.execute("set TimeZone = 'UTC'");
        for (String name : READ) {
            Path file = FOLDER.resolve("read").resolve(name + ".sql");
            recomputation.execute("create table " + name + " as " + Files.readString(file));
        }
        for (String kpiId : kpiIds()) {
            Path file = FOLDER.resolve(kpiId + ".sql");
            recomputation.execute("create table " + kpiId + " as " + Files.readString(file));
        }
        return recomputation;
    }

    /** The KPIs of which months are computed here, in order. */
    static List<String> kpiIds() {
        return names(FOLDER);
    }

    /** The KPIs of which twelve months are, too: of what is computed of a month. */
    static List<String> rollingKpiIds() {
        return names(FOLDER.resolve("rolling_year"));
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".sql"))
                    .map(name -> name.substring(0, name.length() - ".sql".length()))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What is computed here of the months of a KPI. */
    Map<Place, Figure> months(String kpiId) throws SQLException {
        return figures("select * from " + kpiId);
    }

    /** What is computed here of the twelve months up to each month of a KPI. */
    Map<Place, Figure> rollingYears(String kpiId) throws SQLException, IOException {
        return figures(Files.readString(FOLDER.resolve("rolling_year").resolve(kpiId + ".sql")));
    }

    /** What the program published of a KPI. */
    Map<Place, Figure> published(String kpiId, String period) throws SQLException {
        return figures(
                "select month, scope_kind, scope_id, numerator, denominator, value, coverage, reason"
                        + " from read_parquet('store/kpi_values/*/*.parquet') where kpi_id = '"
                        + kpiId
                        + "' and period = '"
                        + period
                        + "'");
    }

    private Map<Place, Figure> figures(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            Map<String, Integer> columns = new HashMap<>();
            ResultSetMetaData shape = rows.getMetaData();
            for (int column = 1; column <= shape.getColumnCount(); column++) {
                columns.put(shape.getColumnName(column), column);
            }
            Map<Place, Figure> figures = new TreeMap<>();
            while (rows.next()) {
                Place place =
                        new Place(
                                rows.getString("month"),
                                rows.getString("scope_kind"),
                                rows.getString("scope_id"));
                Figure before =
                        figures.put(
                                place,
                                new Figure(
                                        amount(rows, columns.get("numerator")),
                                        amount(rows, columns.get("denominator")),
                                        amount(rows, columns.get("value")),
                                        amount(rows, columns.get("coverage")),
                                        text(rows, columns.get("reason"))));
                if (before != null) {
                    throw new IllegalStateException("Cannot be there twice: " + place);
                }
            }
            return figures;
        }
    }

    /** What differs between what was computed here and what was published, a line each. */
    static List<String> differences(Map<Place, Figure> own, Map<Place, Figure> published) {
        Set<Place> places = new TreeSet<>(own.keySet());
        places.addAll(published.keySet());
        return places.stream()
                .filter(place -> !isSame(own.get(place), published.get(place)))
                .map(place -> place + ": " + own.get(place) + ", told " + published.get(place))
                .toList();
    }

    private static boolean isSame(@Nullable Figure own, @Nullable Figure told) {
        if (own == null || told == null) {
            return false;
        }
        if (told.reason().equals(Optional.of("protects_smaller_department"))) {
            return told.isWithheld();
        }
        boolean isTooLittle =
                own.coverage().map(BigDecimal::doubleValue).orElse(1.0) < LOWEST_COVERAGE;
        if (own.reason().isPresent()) {
            return told.isWithheld() && told.reason().equals(own.reason());
        }
        if (isTooLittle) {
            return told.isWithheld()
                    && isRounded(own.coverage(), told.coverage(), SHARE_DECIMALS)
                    && told.reason().filter(TOO_LITTLE::contains).isPresent();
        }
        return isRounded(own.numerator(), told.numerator(), AMOUNT_DECIMALS)
                && isRounded(own.denominator(), told.denominator(), AMOUNT_DECIMALS)
                && isRounded(own.value(), told.value(), own.valueDecimals())
                && (own.coverage().isEmpty()
                        || isRounded(own.coverage(), told.coverage(), SHARE_DECIMALS))
                && told.reason().isPresent() == own.value().isEmpty();
    }

    /** Whether what was told is what was computed, rounded: a half may go either way. */
    private static boolean isRounded(
            Optional<BigDecimal> own, Optional<BigDecimal> told, int decimals) {
        if (own.isEmpty() || told.isEmpty()) {
            return own.isEmpty() && told.isEmpty();
        }
        BigDecimal half = BigDecimal.valueOf(501, decimals + 3);
        return own.get().subtract(told.get()).abs().compareTo(half) <= 0;
    }

    private static Optional<BigDecimal> amount(ResultSet rows, @Nullable Integer column)
            throws SQLException {
        return text(rows, column).map(BigDecimal::new);
    }

    private static Optional<String> text(ResultSet rows, @Nullable Integer column)
            throws SQLException {
        return column == null ? Optional.empty() : Optional.ofNullable(rows.getString(column));
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
