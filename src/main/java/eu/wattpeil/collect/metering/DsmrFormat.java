package eu.wattpeil.collect.metering;

import eu.wattpeil.collect.Document;
import eu.wattpeil.collect.Format;
import eu.wattpeil.collect.FormatContext;
import eu.wattpeil.collect.Option;
import eu.wattpeil.collect.OptionType;
import eu.wattpeil.collect.Records;
import eu.wattpeil.collect.Reject;
import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.collect.bytes.TextDocument;
import eu.wattpeil.collect.value.Ratio;
import eu.wattpeil.collect.value.TimeText;
import eu.wattpeil.store.Dataset;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Telegrams that smart meters send through their P1 port, one or many in a document: DSMR 2.2 to 5
 * (Netherlands), e-MUCS (Belgium), and what meters of Luxembourg, Sweden, Hungary and Germany make
 * of it; dataset {@code meter_readings}.
 *
 * <p>Gives of each telegram, with the line on which it ends:
 *
 * <ul>
 *   <li>the counter of what was taken from the grid, under the number of the meter, and of what was
 *       returned, under that number with {@code -injection}: the total (1.8.0, 2.8.0) where the
 *       meter tells it, else the sum of its tariffs. Of these all must be there, whichever of them
 *       a country calls day or night;
 *   <li>with option {@code power} the power of the moment (1.7.0, 2.7.0), under the same keys;
 *   <li>the counters of gas, heat, cold and water meters on the M-Bus, each under its own number
 *       and at the time at which it was read; once, however often it is repeated. One that has not
 *       been read yet tells nothing. Gas is kept as energy, so its volume counts only with option
 *       {@code gas-kwh-per-m3}.
 * </ul>
 *
 * <p>Passed over is what follows from these or says nothing of energy: the average of the quarter
 * (1.4.0), peaks (1.6.0, 98.1.0), voltages, currents, reactive energy, power failures and messages.
 *
 * <p>A telegram whose checksum does not fit, or which is cut off, is one reject; DSMR 2 and 3 have
 * no checksum. They have no time either, but for gas: then a stamp in the name of the document
 * ({@code 20260105T093000Z}, UTC) is that of its one telegram.
 *
 * @see <a
 *     href="https://www.netbeheernederland.nl/_upload/Files/Slimme_meter_15_a727fce1f1.pdf">DSMR
 *     5.0.2 P1 Companion Standard</a>
 */
public final class DsmrFormat implements Format {

    private static final Option<String> METER_KEY =
            new Option<>(
                    "meter-key",
                    OptionType.text("a key of config/meters.csv", DsmrFormat::key),
                    "the key of the electricity meter, where all documents are of one",
                    "the number that the meter tells");

    private static final Option<Boolean> POWER =
            new Option<>(
                    "power",
                    OptionType.flag(),
                    "whether to keep the power of the moment beside the registers",
                    "`false`");

    private static final Option<Ratio> GAS_KWH_PER_M3 =
            new Option<>(
                    "gas-kwh-per-m3",
                    OptionType.text("a number above 0, with a dot", DsmrFormat::energy),
                    "energy of gas, from its supplier's bill; gas is kept as energy",
                    "volumes of gas are passed over");

    private static final Option<ZoneId> ZONE =
            new Option<>(
                    "zone",
                    OptionType.text("a zone such as Europe/Brussels", ZoneId::of),
                    "of the meters' clocks",
                    "the organisation's");

    /** What a definition may say. */
    public static final List<Option<?>> OPTIONS = List.of(METER_KEY, POWER, GAS_KWH_PER_M3, ZONE);

    /** A definition. */
    public static final String EXAMPLE =
            """
            dataset: meter_readings
            format: dsmr
            source: {files: inbox/p1/*.txt}
            options:
              gas-kwh-per-m3: 11.3
            """;

    private static final Pattern STAMP = Pattern.compile("(?<!\\d)(\\d{8})T(\\d{6})Z");

    private final Dataset dataset;
    private final Settings settings;

    /**
     * What a definition says.
     *
     * @param gasWhPerLitre as many kWh are in a cubic metre
     */
    record Settings(
            Optional<String> meterKey,
            boolean hasPower,
            Optional<Ratio> gasWhPerLitre,
            ZoneId zone) {}

    private DsmrFormat(Dataset dataset, Settings settings) {
        this.dataset = dataset;
        this.settings = settings;
    }

    /** Makes the format; what is wrong with the options is noted as a problem. */
    public static DsmrFormat of(FormatContext context) {
        return new DsmrFormat(
                context.dataset(),
                new Settings(
                        METER_KEY.read(context.options()),
                        POWER.read(context.options()).orElse(false),
                        GAS_KWH_PER_M3.read(context.options()),
                        ZONE.read(context.options()).orElse(context.zone())));
    }

    private static String key(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static Ratio energy(String text) {
        BigDecimal number = new BigDecimal(text);
        if (number.signum() <= 0 || Math.abs(number.scale()) > 9 || number.precision() > 9) {
            throw new IllegalArgumentException(text);
        }
        return Ratio.of(number);
    }

    @Override
    public List<Piece> pieces(Document document) {
        return List.of(records -> read(document, records));
    }

    private void read(Document document, Records records) throws IOException {
        try (TextDocument text = TextDocument.open(document, StandardCharsets.ISO_8859_1)) {
            TelegramReader reader =
                    new TelegramReader(
                            new TelegramScanner(text.stream()),
                            new TelegramTime(settings.zone()),
                            stamp(document.givenName()),
                            settings,
                            new TelegramRows(dataset, records),
                            records);
            if (!reader.read()) {
                records.reject(
                        text.flaw()
                                .map(flaw -> noTelegrams(flaw.reason(), flaw.found()))
                                .orElseGet(() -> noTelegrams(Reason.NOT_THIS_FORMAT, "")));
            }
        }
    }

    private static Reject noTelegrams(Reason reason, String found) {
        return Reject.document(
                reason,
                "telegrams of a meter: from a line that begins with / to one that begins with !",
                found);
    }

    /** The time in the name of a document. */
    private static Optional<Long> stamp(String name) {
        Matcher stamp = STAMP.matcher(name);
        if (!stamp.find()) {
            return Optional.empty();
        }
        try {
            LocalDateTime time =
                    LocalDateTime.parse(
                            stamp.group(1) + stamp.group(2),
                            DateTimeFormatter.ofPattern("uuuuMMddHHmmss"));
            return Optional.of(time.toEpochSecond(ZoneOffset.UTC) * TimeText.MICROS_PER_SECOND);
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }
}
