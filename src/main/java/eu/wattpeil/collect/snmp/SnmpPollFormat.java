package eu.wattpeil.collect.snmp;

import eu.wattpeil.collect.Document;
import eu.wattpeil.collect.Format;
import eu.wattpeil.collect.FormatContext;
import eu.wattpeil.collect.Option;
import eu.wattpeil.collect.Records;
import eu.wattpeil.collect.Reject;
import eu.wattpeil.collect.Reject.Reason;
import eu.wattpeil.collect.bytes.KnownContent;
import eu.wattpeil.store.Dataset;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The polls that the source {@code snmp} puts down: a line of JSON for each device and poll, with
 * the values as the device gave them; datasets {@code meter_readings} and {@code printer_counters}.
 *
 * <p>What the values mean, with their scale and unit, stands in the files of {@code jobs/snmp}, and
 * is applied here: with a corrected file the polls are read anew, and no device is asked again.
 */
public final class SnmpPollFormat implements Format {

    /** There is nothing to say. */
    public static final List<Option<?>> OPTIONS = List.of();

    /** A definition. */
    public static final String EXAMPLE =
            """
            dataset: meter_readings
            format: snmp-poll
            source:
              snmp:
                ups-1: {host: 192.0.2.10, kind: apc-ups}
                pdu-a: {host: 192.0.2.11, kind: raritan-px2}
              community: {env: SNMP_COMMUNITY}
            """;

    /** So many lines that are no polls before the first poll, and the document has none. */
    private static final int MOST_BROKEN_BEFORE_FIRST = 100;

    private static final String EXPECTED =
            "a poll: a line of JSON with at, target, kind and values, as the source snmp writes it";

    private final Dataset dataset;
    private final DeviceKinds kinds;

    private SnmpPollFormat(Dataset dataset, DeviceKinds kinds) {
        this.dataset = dataset;
        this.kinds = kinds;
    }

    /** Makes the format; what is wrong in the files of the kinds of devices is noted. */
    public static SnmpPollFormat of(FormatContext context) {
        return new SnmpPollFormat(
                context.dataset(), DeviceKinds.read(context.files(), context.options().problems()));
    }

    @Override
    public String basis() {
        return kinds.fingerprint();
    }

    @Override
    public List<Piece> pieces(Document document) {
        return List.of(records -> read(document, records));
    }

    private void read(Document document, Records records) throws IOException {
        PollRows rows = new PollRows(dataset, kinds, records);
        List<Reject> brokenBeforeFirst = new ArrayList<>();
        boolean hasPolls = false;
        try (InputStream bytes = document.open()) {
            PollLines lines = new PollLines(bytes);
            byte[] line = lines.next();
            while (line != null) {
                Optional<Poll> poll = lines.isTooLong() ? Optional.empty() : Poll.of(line);
                if (poll.isPresent()) {
                    if (!hasPolls) {
                        brokenBeforeFirst.forEach(records::reject);
                        hasPolls = true;
                    }
                    rows.put(poll.get(), lines.number());
                } else {
                    Reject broken =
                            new Reject(lines.number(), "", Reason.MALFORMED_ROW, EXPECTED, "");
                    if (hasPolls) {
                        records.reject(broken);
                    } else {
                        brokenBeforeFirst.add(broken);
                    }
                }
                if (!hasPolls && brokenBeforeFirst.size() >= MOST_BROKEN_BEFORE_FIRST) {
                    break;
                }
                line = lines.next();
            }
        }
        if (!hasPolls) {
            records.reject(withoutPolls(document, brokenBeforeFirst.isEmpty()));
        }
    }

    private static Reject withoutPolls(Document document, boolean isEmpty) throws IOException {
        if (isEmpty) {
            return Reject.document(Reason.EMPTY_DOCUMENT, EXPECTED, "");
        }
        try (InputStream bytes = document.open()) {
            byte[] head = bytes.readNBytes(KnownContent.HEAD_BYTES);
            return Reject.document(
                    Reason.NOT_THIS_FORMAT,
                    EXPECTED
                            + KnownContent.of(head, StandardCharsets.UTF_8)
                                    .map(words -> "; this is " + words)
                                    .orElse(""),
                    "");
        }
    }
}
