package eu.wattpeil.collect.source.snmp;

import eu.wattpeil.collect.Found;
import eu.wattpeil.collect.Option;
import eu.wattpeil.collect.OptionType;
import eu.wattpeil.collect.Source;
import eu.wattpeil.collect.SourceContext;
import eu.wattpeil.collect.snmp.DeviceKind;
import eu.wattpeil.collect.snmp.DeviceKinds;
import eu.wattpeil.collect.snmp.Poll;
import eu.wattpeil.collect.source.FetchException;
import eu.wattpeil.collect.source.Landing;
import eu.wattpeil.collect.source.Reach;
import eu.wattpeil.workspace.Section;
import eu.wattpeil.workspace.ValueType;
import eu.wattpeil.workspace.WorkspaceFiles;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Devices that are asked over SNMP at each run: {@code snmp} of a definition.
 *
 * <p>All of them are asked at the same time. One that does not answer is told, by its alias, and
 * leaves the others alone. What they say is kept in a {@link DayBook}.
 */
public final class SnmpSource implements Source {

    private static final int PORT = 161;
    private static final int AT_ONCE = 16;

    /** Looking up an address is not bound by the patience with a device. */
    private static final Duration LOOK_UP = Duration.ofSeconds(15);

    private static final Pattern HOST_AND_PORT =
            Pattern.compile("(?:\\[([0-9A-Fa-f:.%a-z]+)\\]|([^\\s:\\[\\]]+))(?::([0-9]{1,5}))?");
    private static final Pattern ADDRESS_V6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*:.*");

    private static final Option<Section> SNMP =
            new Option<>(
                    "snmp",
                    OptionType.section("an alias for each device, with its `host` and `kind`"),
                    "which devices are asked; the alias is the meter's key or the printer, `host`"
                            + " may have a port, `kind` is a file of `jobs/snmp`. A device may have"
                            + " a login of its own",
                    "required");

    private static final Option<Section> COMMUNITY =
            new Option<>(
                    "community",
                    OptionType.section("`{env: NAME}` or `{file: PATH}`"),
                    "for SNMP v2c: where the community is",
                    "");

    private static final Option<String> USER =
            new Option<>(
                    "user", OptionType.text("a name", text -> text), "for SNMP v3: the user", "");

    private static final Option<Section> AUTHENTICATION =
            new Option<>(
                    "authentication",
                    OptionType.section(
                            "`protocol` (`SHA-256`, `SHA-512`, `SHA`; `MD5` is weak) and"
                                    + " `passphrase`"),
                    "for SNMP v3: how its answers are told from forged ones",
                    "none");

    private static final Option<Section> PRIVACY =
            new Option<>(
                    "privacy",
                    OptionType.section(
                            "`protocol` (`AES-128`, `AES-256`; `DES` is weak) and `passphrase`"),
                    "for SNMP v3: how they are kept from others",
                    "none");

    private static final Option<Boolean> OUTLETS =
            new Option<>(
                    "outlets",
                    OptionType.flag(),
                    "whether each outlet of a rack PDU, and each phase of APC's, is a meter of its"
                            + " own, too",
                    "`false`");

    private static final Option<String> COMPLETE =
            new Option<>(
                    "complete",
                    OptionType.choice("day", "hour", "each-poll"),
                    "when polls become a document: when their day or hour is over, or at once,"
                            + " which makes many small files",
                    "`day`");

    private static final Option<Duration> TIMEOUT =
            new Option<>(
                    "timeout",
                    OptionType.text(
                            "an ISO-8601 duration from PT0.1S to PT1M", SnmpSource::timeout),
                    "how long one answer is waited for",
                    "PT2S");

    private static final Option<Integer> RETRIES =
            new Option<>(
                    "retries",
                    OptionType.wholeNumber(),
                    "how often a question is put again, at most 10 times",
                    "2");

    /** The keys of its section. */
    public static final List<Option<?>> OPTIONS =
            List.of(
                    SNMP,
                    COMMUNITY,
                    USER,
                    AUTHENTICATION,
                    PRIVACY,
                    OUTLETS,
                    COMPLETE,
                    TIMEOUT,
                    RETRIES);

    /** A definition. */
    public static final String EXAMPLE =
            """
            dataset: meter_readings
            format: snmp-poll
            source:
              snmp:
                ups-1: {host: 192.0.2.10, kind: ups-mib}
                pdu-a: {host: "192.0.2.11:161", kind: raritan-px2}
              user: wattpeil
              authentication: {protocol: SHA-256, passphrase: {env: SNMP_AUTHENTICATION}}
              privacy: {protocol: AES-128, passphrase: {env: SNMP_PRIVACY}}
            """;

    private final List<Device> devices;
    private final Patience patience;
    private final boolean hasOutlets;
    private final DayBook.Completion completion;
    private final ZoneId zone;

    private SnmpSource(
            List<Device> devices,
            Patience patience,
            boolean hasOutlets,
            DayBook.Completion completion,
            ZoneId zone) {
        this.devices = List.copyOf(devices);
        this.patience = patience;
        this.hasOutlets = hasOutlets;
        this.completion = completion;
        this.zone = zone;
    }

    /** Makes the source; what is wrong with its section is noted. */
    public static SnmpSource of(SourceContext context) {
        Section section = context.section();
        int retries = RETRIES.read(section).orElse(Patience.DEFAULT.retries());
        if (retries < 0 || retries > 10) {
            section.problem("retries", "retries is " + retries + ", expected 0 to 10");
        }
        Duration timeout = TIMEOUT.read(section).orElse(Patience.DEFAULT.timeout());
        String complete = COMPLETE.read(section).orElse(DayBook.Completion.DAY.word());
        DayBook.Completion completion = DayBook.Completion.DAY;
        for (DayBook.Completion each : DayBook.Completion.values()) {
            completion = each.word().equals(complete) ? each : completion;
        }
        return new SnmpSource(
                devices(context),
                new Patience(timeout, retries, Patience.DEFAULT.most()),
                OUTLETS.read(section).orElse(false),
                completion,
                context.zone());
    }

    private static Duration timeout(String text) {
        Duration timeout = Duration.parse(text);
        if (timeout.toMillis() < 100 || timeout.toMillis() > 60_000) {
            throw new IllegalArgumentException(text);
        }
        return timeout;
    }

    private static List<Device> devices(SourceContext context) {
        Section section = context.section();
        Section targets = section.section("snmp");
        DeviceKinds kinds =
                DeviceKinds.read(new WorkspaceFiles(context.root()), section.problems());
        if (targets.keys().isEmpty()) {
            section.problem("snmp", "snmp is empty, expected at least one device");
        }
        List<Section> described = new ArrayList<>();
        for (String alias : targets.keys()) {
            targets.optionalSection(alias).ifPresent(described::add);
        }
        boolean isShared =
                described.stream().anyMatch(it -> !Login.isIn(it)) || Login.isIn(section);
        Optional<Login> shared = isShared ? Login.of(context) : Optional.empty();
        List<Device> devices = new ArrayList<>();
        for (String alias : targets.keys()) {
            targets.optionalSection(alias)
                    .flatMap(it -> device(alias, context.within(it), targets, kinds, shared))
                    .ifPresent(devices::add);
        }
        return devices;
    }

    private static Optional<Device> device(
            String alias,
            SourceContext context,
            Section targets,
            DeviceKinds kinds,
            Optional<Login> shared) {
        Section target = context.section();
        if (!Poll.ALIAS.matcher(alias).matches()) {
            targets.problem(
                    alias,
                    "the alias is \""
                            + alias
                            + "\", expected at most 60 letters, digits, ., - and _");
        }
        String host = target.text("host");
        Matcher address = HOST_AND_PORT.matcher(host);
        boolean isAddressV6 = ADDRESS_V6.matcher(host).matches();
        boolean isHost = isAddressV6 || address.matches();
        if (!host.isEmpty() && !isHost) {
            target.problem(
                    "host", "host is no host, expected one such as ups.example or [::1]:161");
        }
        Optional<DeviceKind> kind =
                target.required("kind", ValueType.oneOf(kinds.names())).flatMap(kinds::named);
        kind.ifPresent(it -> checkDataset(it, context, kinds));
        Optional<Login> login = Login.isIn(target) ? Login.of(context) : shared;
        target.rejectUnknownKeys();
        if (!isHost || kind.isEmpty() || login.isEmpty()) {
            return Optional.empty();
        }
        String name =
                isAddressV6 ? host : Optional.ofNullable(address.group(1)).orElse(address.group(2));
        int port =
                isAddressV6 || address.group(3) == null ? PORT : Integer.parseInt(address.group(3));
        return Optional.of(new Device(alias, name, port, kind.get(), login.get()));
    }

    /** Notes a kind whose values are of another dataset, so that nothing of it would be read. */
    private static void checkDataset(DeviceKind kind, SourceContext context, DeviceKinds kinds) {
        String dataset = context.dataset();
        if (dataset.isEmpty() || dataset.equals(kind.dataset())) {
            return;
        }
        String fitting =
                kinds.all().stream()
                        .filter(it -> it.dataset().equals(dataset))
                        .map(DeviceKind::name)
                        .sorted()
                        .collect(Collectors.joining(", "));
        context.section()
                .problem(
                        "kind",
                        "kind is "
                                + kind.name()
                                + ", which fills "
                                + kind.dataset()
                                + ", expected one for "
                                + dataset
                                + (fitting.isEmpty() ? "" : ": " + fitting));
    }

    @Override
    public Found known(Reach reach) throws IOException {
        return reach.landed();
    }

    @Override
    public List<String> concerns() {
        Set<String> concerns = new LinkedHashSet<>();
        devices.forEach(device -> concerns.addAll(device.login().concerns()));
        return List.copyOf(concerns);
    }

    /** The device with the longest alias that fits speaks for a meter. */
    @Override
    public Optional<BigDecimal> registerMax(String meterKey) {
        return devices.stream()
                .filter(device -> meterKey.startsWith(device.alias()))
                .max(Comparator.comparingInt(device -> device.alias().length()))
                .flatMap(
                        device ->
                                device.kind()
                                        .registerMax(meterKey.substring(device.alias().length())));
    }

    @Override
    public Optional<Instant> askedUntil(Reach reach) throws IOException {
        return book(reach.landing()).lastAt();
    }

    @Override
    public void fetch(Landing landing) throws IOException {
        DayBook book = book(landing);
        book.complete(landing);
        if (landing.isStopAsked()) {
            return;
        }
        List<String> failures = new ArrayList<>();
        List<Poll> polls = polls(landing, failures);
        if (!polls.isEmpty()) {
            book.add(polls);
        }
        book.complete(landing);
        if (!failures.isEmpty()) {
            throw new FetchException(String.join("; ", failures));
        }
    }

    private DayBook book(Landing landing) {
        return new DayBook(landing.folder(), zone, completion);
    }

    private List<Poll> polls(Landing landing, List<String> failures) throws IOException {
        ExecutorService threads =
                Executors.newFixedThreadPool(Math.min(AT_ONCE, Math.max(1, devices.size())));
        try {
            List<Callable<Poll>> questions = new ArrayList<>();
            devices.forEach(
                    device ->
                            questions.add(
                                    () -> device.poll(patience, hasOutlets, landing.clock())));
            int rounds = (devices.size() + AT_ONCE - 1) / AT_ONCE;
            long mostMillis = rounds * patience.most().plus(LOOK_UP).toMillis() * 2;
            List<Future<Poll>> answers =
                    threads.invokeAll(questions, mostMillis, TimeUnit.MILLISECONDS);
            List<Poll> polls = new ArrayList<>();
            for (int i = 0; i < answers.size(); i++) {
                try {
                    polls.add(answers.get(i).get());
                } catch (ExecutionException failed) {
                    failures.add(devices.get(i).alias() + " " + reason(failed.getCause()));
                } catch (CancellationException tooLong) {
                    failures.add(devices.get(i).alias() + " takes too long to be found and asked");
                }
            }
            return polls;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("asking devices was interrupted");
        } finally {
            threads.shutdownNow();
        }
    }

    /** Of other failures only the kind: their words may have an address in them. */
    private static String reason(@Nullable Throwable failure) {
        if (failure instanceof DeviceException of) {
            return of.reason();
        }
        if (failure instanceof IOException) {
            return "cannot be asked ("
                    + failure.getClass().getSimpleName()
                    + "), expected that the network lets it";
        }
        throw new IllegalStateException(failure);
    }
}
