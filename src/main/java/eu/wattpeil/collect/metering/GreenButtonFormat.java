package eu.wattpeil.collect.metering;

import eu.wattpeil.collect.Document;
import eu.wattpeil.collect.Format;
import eu.wattpeil.collect.FormatContext;
import eu.wattpeil.collect.IntervalEnergy;
import eu.wattpeil.collect.Option;
import eu.wattpeil.collect.OptionType;
import eu.wattpeil.collect.Records;
import eu.wattpeil.collect.table.UnusableDocumentException;
import eu.wattpeil.collect.tree.Nodes;
import eu.wattpeil.collect.xml.XmlFormat;
import eu.wattpeil.store.Dataset;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Feeds of Green Button (ESPI, NAESB REQ.21) as utilities let their customers download them;
 * dataset {@code meter_readings}.
 *
 * <p>Gives one reading of kind {@code interval} for each IntervalReading of electricity in Wh,
 * multiplied as its ReadingType says, with the number of the IntervalReading in the document as its
 * line. Links tell to which MeterReading a block belongs, and which ReadingType that has; entries
 * may come in any order. Links are compared without the server they name.
 *
 * <p>Each MeterReading is a meter: its key is a hash of its place, or with option {@code meter-key}
 * that text, with the hash behind it where several MeterReadings of one direction would share it.
 * What was returned to the grid has {@code -injection} at the end, the balance of both directions
 * {@code -net}, and their sum {@code -total}.
 *
 * <p>Everything else (gas, water, power, reactive and apparent energy, registers, peaks) is left
 * out, which is told once for each ReadingType; cost is passed over. Readings of a block whose
 * ReadingType is not told are rejects. Of a document that is cut off, the readings before the cut
 * are read, but none with {@code meter-key}: what follows could say which meter is meant. Some
 * utilities tell a wrong power of ten; {@code max_power_w} of config/meters.csv finds that.
 *
 * @see <a href="https://www.greenbuttonalliance.org/library">Green Button</a>
 */
public final class GreenButtonFormat implements Format {

    private static final Option<String> METER_KEY =
            new Option<>(
                    "meter-key",
                    OptionType.text("a key of config/meters.csv", GreenButtonFormat::key),
                    "the key of the meter, where all documents are of one connection",
                    "a hash of the place of each MeterReading");

    /** What a definition may say. */
    public static final List<Option<?>> OPTIONS = List.of(METER_KEY);

    /** A definition. */
    public static final String EXAMPLE =
            """
            dataset: meter_readings
            format: green-button
            source: {files: inbox/green-button/*.xml}
            options:
              meter-key: town-hall  # what was returned to the grid: town-hall-injection
            """;

    private final Dataset dataset;
    private final Optional<String> meterKey;

    private GreenButtonFormat(Dataset dataset, Optional<String> meterKey) {
        this.dataset = dataset;
        this.meterKey = meterKey;
    }

    /** Makes the format; what is wrong with the options is noted as a problem. */
    public static GreenButtonFormat of(FormatContext context) {
        return new GreenButtonFormat(context.dataset(), METER_KEY.read(context.options()));
    }

    private static String key(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    @Override
    public List<Piece> pieces(Document document) {
        return List.of(records -> read(document, records));
    }

    private void read(Document document, Records records) throws IOException {
        try {
            Nodes.Opener opener = XmlFormat.nodes(document);
            FeedIndex index = FeedIndex.of(opener);
            FeedSeries series = new FeedSeries(index, meterKey);
            new FeedReader(opener, index, series, new IntervalEnergy(dataset, records), records)
                    .read();
        } catch (UnusableDocumentException unusable) {
            records.reject(unusable.reject());
        }
    }
}
