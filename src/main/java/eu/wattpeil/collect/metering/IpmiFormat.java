package eu.wattpeil.collect.metering;

import eu.wattpeil.collect.Document;
import eu.wattpeil.collect.Format;
import eu.wattpeil.collect.FormatContext;
import eu.wattpeil.collect.Option;
import eu.wattpeil.collect.OptionType;
import eu.wattpeil.collect.Records;
import eu.wattpeil.collect.Reject;
import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.collect.bytes.LogLines;
import eu.wattpeil.collect.bytes.TextDocument;
import eu.wattpeil.store.Dataset;
import eu.wattpeil.workspace.Section;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code ipmitool dcmi power reading} and FreeIPMI's {@code ipmi-dcmi
 * --get-system-power-statistics} print of a server's power, one answer after the other in a
 * document, with or without something between them; dataset {@code meter_readings}.
 *
 * <p>Gives one power per answer, with the line of the state that ends it. Where the measurement is
 * not activated there is no reading, whatever the number: many controllers say 0 W then. An
 * activated 0 W is a reading.
 *
 * <p>The time is that of the controller's clock, which does not say its zone. Names of hosts are
 * not kept: option {@code meter-keys} says which meter each is.
 */
public final class IpmiFormat implements Format {

    private static final Option<String> METER_KEY =
            new Option<>(
                    "meter-key",
                    OptionType.text("a key of config/meters.csv", IpmiFormat::key),
                    "the meter, where all documents are of one server",
                    "");

    private static final Option<Pattern> DOCUMENT_NAME =
            new Option<>(
                    "document-name",
                    OptionType.text("a regular expression with one group", IpmiFormat::group),
                    "where the name of a document holds the key of its meter",
                    "");

    private static final Option<Section> METER_KEYS =
            new Option<>(
                    "meter-keys",
                    OptionType.section("hosts with the key of each"),
                    "the meters, where the answers of several hosts are in a document",
                    "");

    private static final Option<ZoneId> ZONE =
            new Option<>(
                    "zone",
                    OptionType.text("a zone such as Europe/Brussels", ZoneId::of),
                    "of the clocks of the servers' controllers",
                    "the organisation's");

    /** What a definition may say. */
    public static final List<Option<?>> OPTIONS =
            List.of(METER_KEY, METER_KEYS, DOCUMENT_NAME, ZONE);

    /** A definition. */
    public static final String EXAMPLE =
            """
            dataset: meter_readings
            format: ipmi-dcmi
            source: {files: inbox/ipmi/*.txt}
            options:
              meter-keys: {node1: rack-1-top, node2: rack-1-bottom}
              zone: UTC
            """;

    private final FormatContext context;
    private final Optional<String> meterKey;
    private final Optional<Pattern> documentName;
    private final Map<String, String> meterKeys;
    private final ZoneId zone;

    /** Which meter an answer is of. */
    @FunctionalInterface
    interface Keys {

        /** The key of a host, or of the document where no host is named; empty for an unknown. */
        Optional<String> of(String host);
    }

    private IpmiFormat(
            FormatContext context,
            Optional<String> meterKey,
            Optional<Pattern> documentName,
            Map<String, String> meterKeys,
            ZoneId zone) {
        this.context = context;
        this.meterKey = meterKey;
        this.documentName = documentName;
        this.meterKeys = meterKeys;
        this.zone = zone;
    }

    /** Makes the format; what is wrong with the options is noted as a problem. */
    public static IpmiFormat of(FormatContext context) {
        Section options = context.options();
        long given =
                List.of(METER_KEY, METER_KEYS, DOCUMENT_NAME).stream()
                        .filter(option -> option.isIn(options))
                        .count();
        if (given != 1) {
            options.problem(
                    METER_KEY.key(),
                    "options are with "
                            + (given == 0 ? "none" : "several")
                            + " of meter-key, meter-keys and document-name, expected one of them");
        }
        Map<String, String> keys = new HashMap<>();
        METER_KEYS
                .read(options)
                .ifPresent(section -> section.keys().forEach(it -> keys.put(it, section.text(it))));
        return new IpmiFormat(
                context,
                METER_KEY.read(options),
                DOCUMENT_NAME.read(options),
                keys,
                ZONE.read(options).orElse(context.zone()));
    }

    private static String key(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static Pattern group(String text) {
        Pattern pattern = Pattern.compile(text);
        if (pattern.matcher("").groupCount() != 1) {
            throw new IllegalArgumentException(text);
        }
        return pattern;
    }

    @Override
    public List<Piece> pieces(Document document) {
        return List.of(records -> read(document, records));
    }

    private void read(Document document, Records records) throws IOException {
        Optional<String> named = documentName.flatMap(it -> find(it, document));
        if (documentName.isPresent() && named.isEmpty()) {
            records.reject(
                    Reject.document(
                            Reason.MISSING_VALUE,
                            "a name that matches document-name, which holds the key of the meter",
                            "without a key in its name"));
            return;
        }
        try (TextDocument text = TextDocument.open(document, StandardCharsets.UTF_8)) {
            Dataset dataset = context.dataset();
            LogLines lines = new LogLines(text.stream());
            if (!new IpmiReader(lines, keys(named), zone, dataset, records).read()) {
                records.reject(
                        text.flaw()
                                .map(flaw -> noAnswer(flaw.reason(), flaw.found()))
                                .orElseGet(() -> noAnswer(Reason.NOT_THIS_FORMAT, "")));
            }
        }
    }

    private static Optional<String> find(Pattern pattern, Document document) {
        Matcher matcher = pattern.matcher(document.name());
        return matcher.find() ? Optional.ofNullable(matcher.group(1)) : Optional.empty();
    }

    private Keys keys(Optional<String> named) {
        Optional<String> constant = meterKey.or(() -> named);
        return constant.isPresent()
                ? host -> constant
                : host -> Optional.ofNullable(meterKeys.get(host));
    }

    private static Reject noAnswer(Reason reason, String found) {
        return Reject.document(
                reason,
                "what ipmitool dcmi power reading or ipmi-dcmi --get-system-power-statistics"
                        + " prints",
                found);
    }
}
