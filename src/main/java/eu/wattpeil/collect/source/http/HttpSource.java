package eu.wattpeil.collect.source.http;

import eu.wattpeil.collect.Found;
import eu.wattpeil.collect.Option;
import eu.wattpeil.collect.Source;
import eu.wattpeil.collect.SourceContext;
import eu.wattpeil.collect.source.Credential;
import eu.wattpeil.collect.source.FetchException;
import eu.wattpeil.collect.source.Landing;
import eu.wattpeil.collect.source.Reach;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/** What servers answer over HTTP: {@code http} of a definition. */
public final class HttpSource implements Source {

    /** What a definition may say of it. */
    public static final List<Option<?>> OPTIONS = HttpOptions.ALL;

    /** A definition. */
    public static final String EXAMPLE =
            """
            dataset: meter_readings
            format: delimited
            source:
              http: https://meters.example.org/export.csv
              query: {from: "{from}", to: "{to}"}
              window: {from: 2026-01-01, length: P1D, again-for: P3D}
              auth: {bearer: {env: METER_TOKEN}}
            options:
              columns:
                meter_key: Meter
                measured_at: Time
                value: {column: kWh, unit: kWh, kind: counter}
              constants: {quantity: electricity}
            """;

    private final HttpSettings settings;
    private final Pause pause;

    private HttpSource(HttpSettings settings, Pause pause) {
        this.settings = settings;
        this.pause = pause;
    }

    /** Makes the source; what is wrong in its section is noted. */
    public static HttpSource of(SourceContext context) {
        return of(context, Pause.ASLEEP);
    }

    static HttpSource of(SourceContext context, Pause pause) {
        return new HttpSource(HttpOptions.read(context), pause);
    }

    @Override
    public Found known(Reach reach) throws IOException {
        return reach.landed();
    }

    /** Asks all targets; one that fails leaves the others alone. */
    @Override
    public void fetch(Landing landing) throws IOException {
        Optional<SSLContext> encryption = Optional.empty();
        if (settings.trust().isPresent()) {
            encryption = Optional.of(settings.trust().get().context());
        }
        Fetching fetching = new Fetching(settings, encryption, landing, pause);
        List<String> failures = new ArrayList<>();
        for (String alias : settings.targets().keySet()) {
            try {
                fetching.fetch(alias);
            } catch (FetchException failure) {
                failures.add(String.valueOf(failure.getMessage()));
            }
        }
        if (!failures.isEmpty()) {
            throw new FetchException(String.join("; ", failures));
        }
    }

    @Override
    public List<String> concerns() {
        Stream<String> secrets =
                settings.credentials().stream().map(Credential::concern).flatMap(Optional::stream);
        return Stream.concat(secrets, settings.trust().flatMap(Trust::concern).stream())
                .distinct()
                .toList();
    }
}
