package eu.wattpeil.collect.source.jdbc;

import eu.wattpeil.collect.Found;
import eu.wattpeil.collect.Option;
import eu.wattpeil.collect.OptionType;
import eu.wattpeil.collect.Source;
import eu.wattpeil.collect.SourceContext;
import eu.wattpeil.collect.source.Answers;
import eu.wattpeil.collect.source.Credential;
import eu.wattpeil.collect.source.FetchException;
import eu.wattpeil.collect.source.Landing;
import eu.wattpeil.collect.source.Reach;
import eu.wattpeil.collect.source.Sizes;
import eu.wattpeil.collect.source.Waits;
import eu.wattpeil.collect.source.Window;
import eu.wattpeil.collect.source.Windows;
import eu.wattpeil.workspace.Section;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a database answers to a query, a document for each window: {@code jdbc} of a definition. The
 * documents are delimited text, for the format {@code delimited}.
 */
public final class JdbcSource implements Source {

    private static final Pattern SECRET =
            Pattern.compile(
                    "(?i).*([?&;,(]\\s*\\w*(password|passwd|pwd|secret)\\s*=|://[^/?;]*:[^/?;@]*@"
                            + "|:[^/@?;]+/[^/@?;]+@).*");

    private static final Option<String> JDBC =
            new Option<>(
                    "jdbc",
                    OptionType.text("an address that begins with jdbc:", text -> text),
                    "the address of the database; drivers of PostgreSQL and MariaDB come along,"
                            + " jars of others go into `lib/` beside wattpeil.jar",
                    "required");

    private static final Option<String> USER =
            new Option<>("user", OptionType.text("a name", text -> text), "who asks", "");

    private static final Option<Section> PASSWORD =
            new Option<>(
                    "password",
                    OptionType.section("`{env: NAME}` or `{file: PATH}`"),
                    "where the password is",
                    "");

    private static final Option<String> QUERY =
            new Option<>(
                    "query",
                    OptionType.text("a query in SQL", text -> text),
                    "what is asked; `:from` and `:to` are the times of the window, `:from_epoch`"
                            + " and `:to_epoch` the same in seconds since 1970. A time without zone"
                            + " is one of the window's zone",
                    "required");

    private static final Option<Duration> CONNECT =
            Waits.option("connect-timeout", "the longest wait for a connection", "`PT10S`");

    private static final Option<Duration> TIME =
            Waits.option("time-limit", "the longest that an answer may take", "`PT10M`");

    private static final Option<Long> SIZE =
            new Option<>(
                    "size-limit",
                    OptionType.text(Sizes.EXPECTED, Sizes::parse),
                    "the most that an answer may have",
                    "`1 GB`");

    /** What a definition may say of it. */
    public static final List<Option<?>> OPTIONS =
            List.of(JDBC, USER, PASSWORD, QUERY, Windows.OPTION, CONNECT, TIME, SIZE);

    /** A definition. */
    public static final String EXAMPLE =
            """
            dataset: meter_readings
            format: delimited
            source:
              jdbc: jdbc:postgresql://db.example.org/building
              user: wattpeil
              password: {file: /etc/wattpeil/building}
              query: >
                select meter, measured_at, kwh from readings
                where measured_at >= :from and measured_at < :to order by 1, 2
              window: {from: 2026-01-01, length: P1D, again-for: P3D}
            options:
              columns:
                meter_key: meter
                measured_at: measured_at
                value: {column: kwh, unit: kWh, kind: counter}
              constants: {quantity: electricity}
            """;

    private final JdbcSettings settings;

    private JdbcSource(JdbcSettings settings) {
        this.settings = settings;
    }

    /** Makes the source; what is wrong in its section is noted. */
    public static JdbcSource of(SourceContext context) {
        Section section = context.section();
        String url = JDBC.read(section).orElse("");
        checkAddress(section, url);
        JdbcSettings settings =
                new JdbcSettings(
                        url,
                        USER.read(section),
                        Credential.of(context, PASSWORD.key()),
                        BoundQuery.of(section.text(QUERY.key()), Dialect.of(url)),
                        Windows.OPTION.read(section).flatMap(it -> Windows.of(context.within(it))),
                        CONNECT.read(section).orElse(Duration.ofSeconds(10)),
                        TIME.read(section).orElse(Duration.ofMinutes(10)),
                        SIZE.read(section).orElse(1000 * Sizes.MEGABYTE),
                        context.zone());
        boolean hasTimes = !settings.query().times().isEmpty();
        if (hasTimes && !section.has(Windows.OPTION.key())) {
            section.problem(
                    QUERY.key(),
                    "query has :from or :to, but there is no window, expected one such as {from:"
                            + " 2026-01-01}");
        }
        if (!hasTimes && section.has(Windows.OPTION.key())) {
            section.problem(
                    Windows.OPTION.key(),
                    "window is given, but query has neither :from nor :to, expected them where it"
                            + " chooses the time");
        }
        return new JdbcSource(settings);
    }

    @Override
    public Found known(Reach reach) throws IOException {
        return reach.landed();
    }

    @Override
    public void fetch(Landing landing) throws IOException {
        Answers answers = Answers.of(landing);
        if (settings.windows().isEmpty()) {
            land(answers, Windows.moment(landing.clock().instant()), Optional.empty());
            return;
        }
        for (Window window :
                settings.windows().get().due(landing.clock().instant(), answers::has)) {
            if (landing.isStopAsked()) {
                return;
            }
            land(answers, window.name(), Optional.of(window));
            answers.removeReplaced(Windows.namesOfParts(window), window.name());
        }
    }

    private void land(Answers answers, String name, Optional<Window> window) throws IOException {
        try (Answers.Pages pages = answers.begin(name)) {
            pages.add(out -> new Database(settings).write(window, out), head -> ".csv");
            pages.land();
        } catch (FetchException failure) {
            throw failure.at(
                    window.map(it -> "the database, asked for " + it.from() + " to " + it.to())
                            .orElse("the database"));
        }
    }

    @Override
    public List<String> concerns() {
        List<String> concerns = new ArrayList<>();
        settings.password().flatMap(Credential::concern).ifPresent(concerns::add);
        try {
            Drivers.of(settings.url());
        } catch (FetchException missing) {
            concerns.add(String.valueOf(missing.getMessage()));
        }
        return concerns;
    }

    /** No message shows the address: a password may stand in it. */
    private static void checkAddress(Section section, String url) {
        if (!url.startsWith("jdbc:")) {
            section.problem(
                    JDBC.key(),
                    "jdbc is no address of a database, expected one such as"
                            + " jdbc:postgresql://host/database");
        } else if (SECRET.matcher(url).matches()) {
            section.problem(
                    JDBC.key(),
                    "jdbc has a password in it, expected it under password as "
                            + Credential.EXPECTED);
        }
    }
}
