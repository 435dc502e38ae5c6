package eu.wattpeil.collect.metering;

import eu.wattpeil.collect.Records;
import eu.wattpeil.collect.Reject;
import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.collect.metering.Telegram.Entry;
import eu.wattpeil.collect.value.NoValue;
import eu.wattpeil.store.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One reading of the telegrams of one document. */
final class TelegramReader {

    /** So much that is no telegram before the first one, and the document has none. */
    private static final int MAX_BROKEN_BEFORE_FIRST = 100;

    private static final String TIME = "0-0:1.0.0";

    /**
     * Where a meter says its number: in the Netherlands and Belgium, in Luxembourg, in Hungary, and
     * as German meters do.
     */
    private static final List<String> NUMBERS =
            List.of(
                    "0-0:96.1.1",
                    "0-0:42.0.0",
                    "0-0:96.1.0",
                    "0-0:96.1.255",
                    "1-0:96.1.0",
                    "1-0:0.0.0");

    /** A meter that counts electricity tells one of these. */
    private static final List<String> REGISTERS =
            List.of("1-0:1.8.0", "1-0:1.8.1", "1-0:1.8.2", "1-0:2.8.0", "1-0:2.8.1", "1-0:2.8.2");

    private static final String TIMELESS =
            "a time ("
                    + TIME
                    + "); telegrams of DSMR 2 and 3 have none: put each in a file whose name holds"
                    + " its time in UTC, such as 20260105T093000Z";

    private final TelegramScanner scanner;
    private final TelegramTime times;
    private final Optional<Long> timeOfDocument;
    private final Optional<String> givenKey;
    private final boolean hasPower;
    private final TelegramRows rows;
    private final Records records;
    private final Telegram telegram = new Telegram();
    private final ChannelReader channels;

    /** What is broken, until the first good telegram shows that this is a document of some. */
    private final List<Reject> brokenBeforeFirst = new ArrayList<>();

    private boolean hasTelegrams;
    private boolean isTimeOfDocumentTaken;

    TelegramReader(
            TelegramScanner scanner,
            TelegramTime times,
            Optional<Long> timeOfDocument,
            DsmrFormat.Settings settings,
            TelegramRows rows,
            Records records) {
        this.scanner = scanner;
        this.times = times;
        this.timeOfDocument = timeOfDocument;
        this.givenKey = settings.meterKey();
        this.hasPower = settings.hasPower();
        this.rows = rows;
        this.records = records;
        channels = new ChannelReader(rows, times, settings.gasWhPerLitre());
    }

    /** Reads all; whether any telegram was there. */
    boolean read() throws IOException {
        while (scanner.next()) {
            telegram.read(scanner.bytes(), scanner.to(), scanner.firstLine());
            if (telegram.hasObjects() && !hasTelegrams) {
                hasTelegrams = true;
                brokenBeforeFirst.forEach(records::reject);
            }
            Reject flaw = flaw();
            if (flaw != null) {
                reject(flaw);
            } else if (telegram.hasObjects()) {
                take();
            }
            if (!hasTelegrams && brokenBeforeFirst.size() >= MAX_BROKEN_BEFORE_FIRST) {
                break;
            }
        }
        return hasTelegrams;
    }

    private void reject(Reject flaw) {
        if (hasTelegrams) {
            records.reject(flaw);
        } else {
            brokenBeforeFirst.add(flaw);
        }
    }

    /** Why the telegram cannot be used at all, or null. */
    private @Nullable Reject flaw() {
        return switch (scanner.state()) {
            case WHOLE -> checksumFlaw();
            case WITHOUT_START ->
                    // Some readers put lines of their own between telegrams.
                    telegram.hasObjects()
                            ? flaw("a line that begins with / before these", Reason.MALFORMED_ROW)
                            : null;
            case WITHOUT_END ->
                    flaw(
                            "a line that begins with ! at its end: the telegram is cut off",
                            Reason.MALFORMED_ROW);
            case TOO_LONG ->
                    flaw(
                            "a telegram of at most " + TelegramScanner.MAX_BYTES + " bytes",
                            Reason.MALFORMED_ROW);
        };
    }

    private Reject flaw(String expected, Reason reason) {
        return new Reject(scanner.lastLine(), "", reason, expected, "");
    }

    private @Nullable Reject checksumFlaw() {
        byte[] bytes = scanner.bytes();
        int mark = scanner.to() - 1;
        while (bytes[mark] != '!') {
            mark--;
        }
        String sum =
                new String(bytes, mark + 1, scanner.to() - mark - 1, StandardCharsets.ISO_8859_1)
                        .strip();
        boolean isSum = sum.matches("[0-9A-Fa-f]{1,4}");
        if (sum.isEmpty() || isSum && Checksum.fits(Integer.parseInt(sum, 16), bytes, mark + 1)) {
            return null;
        }
        return new Reject(
                scanner.lastLine(),
                "checksum",
                Reason.MALFORMED_ROW,
                "the checksum of this telegram: some of its characters were lost or changed",
                isSum ? sum : "");
    }

    private void take() {
        String key = givenKey.orElseGet(this::number);
        boolean hasRegisters = REGISTERS.stream().anyMatch(code -> telegram.of(code) != null);
        rows.startTelegram(time(hasRegisters), scanner.lastLine());
        boolean isTimed = rows.at() != NoValue.UNREADABLE;
        if (hasRegisters && isTimed && key.isEmpty()) {
            rows.rejectNumber(NUMBERS.get(0));
        } else if (hasRegisters && isTimed) {
            counter(key, Flow.OFFTAKE, "1-0:1.8.");
            counter(key, Flow.INJECTION, "1-0:2.8.");
        }
        if (hasPower && isTimed && !key.isEmpty()) {
            power(key, Flow.OFFTAKE, "1-0:1.7.0");
            power(key, Flow.INJECTION, "1-0:2.7.0");
        }
        channels.read(telegram, key);
    }

    /**
     * The time of the telegram; UNREADABLE where it has none, with a reject if it needs one: other
     * meters tell times of their own.
     */
    private long time(boolean isNeeded) {
        Entry entry = telegram.of(TIME);
        if (entry != null) {
            long at = times.instant(entry.number());
            if (at == NoValue.UNREADABLE) {
                records.reject(
                        new Reject(
                                entry.line(),
                                TIME,
                                Reason.UNREADABLE_VALUE,
                                "a time such as 260105093000W",
                                entry.number()));
            }
            return at;
        }
        if (timeOfDocument.isPresent() && !isTimeOfDocumentTaken) {
            isTimeOfDocumentTaken = true;
            return timeOfDocument.get();
        }
        if (isNeeded) {
            records.reject(
                    new Reject(scanner.lastLine(), TIME, Reason.MISSING_VALUE, TIMELESS, ""));
        }
        return NoValue.UNREADABLE;
    }

    private String number() {
        return NUMBERS.stream()
                .map(telegram::of)
                .filter(entry -> entry != null && !entry.number().isEmpty())
                .map(entry -> EquipmentNumber.of(entry.number()))
                .findFirst()
                .orElse("");
    }

    /** The total where the meter tells it, else the sum of its tariffs: all must be there. */
    private void counter(String key, Flow flow, String codes) {
        List<Entry> tariffs = new ArrayList<>();
        Entry total = telegram.of(codes + 0);
        for (int tariff = 1; tariff <= 9 && total == null; tariff++) {
            Entry entry = telegram.of(codes + tariff);
            boolean isGap = entry != null && tariffs.size() < tariff - 1;
            boolean isAlone = entry == null && tariff == 2 && tariffs.size() == 1;
            if (isGap || isAlone) {
                records.reject(
                        new Reject(
                                scanner.lastLine(),
                                codes + (isGap ? tariffs.size() + 1 : tariff),
                                Reason.MISSING_VALUE,
                                "the register of every tariff, or their total " + codes + 0,
                                ""));
                return;
            }
            if (entry != null) {
                tariffs.add(entry);
            }
        }
        if (total != null) {
            tariffs.add(total);
        }
        if (!tariffs.isEmpty()) {
            rows.counter(Text.of(flow.meterKey(key)), "electricity", tariffs);
        }
    }

    private void power(String key, Flow flow, String code) {
        Entry entry = telegram.of(code);
        if (entry != null) {
            rows.power(Text.of(flow.meterKey(key)), entry);
        }
    }
}
