package eu.wattpeil.collect.snmp;

import eu.wattpeil.collect.value.Ratio;
import eu.wattpeil.collect.value.Units;
import eu.wattpeil.workspace.Section;
import eu.wattpeil.workspace.ValueType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a file of {@code jobs/snmp}; what is wrong in it is noted. */
final class KindFile {

    private static final String NEGATIVE = "negative";
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,20}");
    private static final int MOST_OIDS = 128;
    private static final int REGISTER_DECIMALS = 3;

    private static final ValueType<String> OID =
            ValueType.of(
                    "an object identifier such as 1.3.6.1.2.1.33.1.4.3.0",
                    text -> required(text, "[0-2](\\.[0-9]{1,10}){1," + MOST_OIDS + "}"));

    private static final ValueType<IndexPattern> INDEX =
            ValueType.of("numbers and names such as {pdu}.{inlet}.5", IndexPattern::of);

    private static final ValueType<BigDecimal> NUMBER =
            ValueType.of(
                    "a number above 0 such as 0.01",
                    text -> new BigDecimal(required(text, "[0-9]{1,12}(\\.[0-9]{1,12})?")));

    private static final ValueType<String> SUFFIX =
            ValueType.of(
                    "letters, digits, -, _ and names of the index, such as -outlet-{outlet}",
                    text -> required(text, "[A-Za-z0-9_.{}-]*"));

    private static final ValueType<String> PART = ValueType.oneOf(Set.of("outlet"));

    private static final ValueType<String> ROWS = ValueType.oneOf(Set.of("sum"));

    private static final ValueType<String> COLUMN =
            ValueType.oneOf(
                    Set.of(
                            "impressions",
                            "printed_impressions",
                            "colour_impressions",
                            "duplex_sheets"));

    private static final List<String> OF_READINGS =
            List.of("unit", "scale", "max", "key", "main", "digits", "register", "sum");

    private final Section file;
    private final Map<String, DeviceObject> objects = new LinkedHashMap<>();

    /** The objects that others name, with the section that names them. */
    private final List<Mention> mentions = new ArrayList<>();

    private record Mention(Section section, String key, String object) {}

    private KindFile(Section file) {
        this.file = file;
    }

    /** The kind of a file; what is wrong in it is noted, and then the kind lacks it. */
    static DeviceKind read(String name, Section file) {
        return new KindFile(file).kind(name);
    }

    private DeviceKind kind(String name) {
        String title = file.text("title");
        file.text("source");
        List<String> system = file.texts("system");
        for (String beginning : system) {
            checked("system", beginning);
        }
        Section section = file.section("objects");
        for (String object : section.keys()) {
            if (!object.matches("[a-z][a-z0-9_]*")) {
                section.problem(
                        object,
                        "the object's name is \""
                                + object
                                + "\", expected lower-case letters, digits and _");
            }
            section.optionalSection(object).flatMap(it -> object(object, it)).ifPresent(this::add);
        }
        checkMentions();
        file.rejectUnknownKeys();
        return new DeviceKind(name, title, system, Collections.unmodifiableMap(objects));
    }

    private void add(DeviceObject object) {
        objects.put(object.name(), object);
    }

    private void checked(String key, String oid) {
        if (!oid.matches("[0-2](\\.[0-9]{1,10})+")) {
            file.problem(
                    key,
                    key
                            + " has \""
                            + oid
                            + "\", expected an object identifier such as"
                            + " 1.3.6.1.4.1.318");
        }
    }

    private Optional<DeviceObject> object(String name, Section section) {
        Optional<String> oid = section.required("oid", OID);
        Optional<IndexPattern> index = section.optional("index", INDEX);
        boolean isOfOutlet = section.optional("part", PART).isPresent();
        Set<String> unsupported = new HashSet<>();
        boolean isBelowZero = false;
        for (String text : section.texts("none")) {
            if (text.equals(NEGATIVE)) {
                isBelowZero = true;
            } else if (WHOLE.matcher(text).matches()) {
                unsupported.add(text);
            } else {
                section.problem(
                        "none", "none has \"" + text + "\", expected whole numbers or " + NEGATIVE);
            }
        }
        Optional<String> unless = mention(section, "unless");
        Map<String, Set<String>> where = where(section);
        Meaning meaning = meaning(section, index);
        section.rejectUnknownKeys();
        boolean isBelow = isBelowZero;
        return oid.map(
                it ->
                        new DeviceObject(
                                name,
                                it,
                                index,
                                isOfOutlet,
                                unsupported,
                                isBelow,
                                unless,
                                where,
                                meaning));
    }

    private Map<String, Set<String>> where(Section section) {
        Map<String, Set<String>> where = new LinkedHashMap<>();
        section.optionalSection("where")
                .ifPresent(
                        asked -> {
                            for (String object : asked.keys()) {
                                where.put(object, Set.copyOf(asked.texts(object)));
                                mentions.add(new Mention(asked, object, object));
                            }
                        });
        return where;
    }

    private Meaning meaning(Section section, Optional<IndexPattern> index) {
        if (section.has("quantity")) {
            return reading(section, index);
        }
        if (section.has("column")) {
            return section.optional("column", COLUMN)
                    .<Meaning>map(
                            column ->
                                    new Meaning.PrinterCounter(
                                            column,
                                            mention(section, "unit-object"),
                                            Set.copyOf(section.texts("units")),
                                            section.optional("rows", ROWS).isPresent()))
                    .orElseGet(Meaning.Help::new);
        }
        return new Meaning.Help();
    }

    private Meaning reading(Section section, Optional<IndexPattern> index) {
        String quantity = section.text("quantity");
        String kind = section.text("kind");
        Map<String, Ratio> units = Units.of(quantity, kind);
        if (units.isEmpty()) {
            OF_READINGS.forEach(section::has);
            section.problem(
                    "quantity",
                    "quantity \""
                            + quantity
                            + "\" of kind \""
                            + kind
                            + "\" is nothing that meters say, expected electricity of kind power or"
                            + " counter, or temperature of kind power");
            return new Meaning.Help();
        }
        Optional<Ratio> unit =
                section.required("unit", ValueType.oneOf(units.keySet())).map(units::get);
        BigDecimal scale = section.optional("scale", NUMBER).orElse(BigDecimal.ONE);
        Optional<BigDecimal> most = section.optional("max", NUMBER);
        String suffix = section.optional("key", SUFFIX).orElse("");
        String main = section.optionalText("main").orElse("");
        if (!index.map(it -> it.knowsNamesOf(suffix)).orElse(!suffix.contains("{"))) {
            section.problem("key", "key is \"" + suffix + "\", expected names of the index in it");
        }
        Ratio baseUnit = unit.orElse(Ratio.ONE);
        Optional<String> rows = mention(section, "sum");
        if (rows.isPresent() && suffix.contains("{")) {
            section.problem("key", "key is \"" + suffix + "\", expected no names: rows are summed");
        }
        Ratio factor = baseUnit.times(Ratio.of(scale)).times(Ratio.of(1_000, 1));
        Optional<String> digits = mention(section, "digits");
        Optional<BigDecimal> register = section.optional("register", NUMBER);
        if (register.isPresent() && (!kind.equals("counter") || digits.isPresent())) {
            section.problem(
                    "register",
                    "register is given, expected it for a counter alone, whose digits are those of"
                            + " its scale");
        }
        return new Meaning.Reading(
                quantity,
                kind,
                factor,
                digits,
                most.map(it -> inBaseUnit(it, baseUnit)),
                suffix,
                main,
                register.map(it -> inThousandsOfBaseUnit(it, factor)),
                rows);
    }

    private static BigDecimal inThousandsOfBaseUnit(BigDecimal raw, Ratio thousandths) {
        return raw.multiply(new BigDecimal(thousandths.numerator()))
                .divide(new BigDecimal(thousandths.denominator()), RoundingMode.HALF_UP)
                .movePointLeft(6)
                .setScale(REGISTER_DECIMALS, RoundingMode.HALF_UP);
    }

    private static BigDecimal inBaseUnit(BigDecimal most, Ratio unit) {
        return most.multiply(new BigDecimal(unit.numerator()))
                .divide(new BigDecimal(unit.denominator()), RoundingMode.UP);
    }

    private Optional<String> mention(Section section, String key) {
        Optional<String> object = section.optionalText(key);
        object.ifPresent(it -> mentions.add(new Mention(section, key, it)));
        return object;
    }

    private void checkMentions() {
        for (Mention mention : mentions) {
            if (!objects.containsKey(mention.object())) {
                mention.section()
                        .problem(
                                mention.key(),
                                mention.key()
                                        + " is \""
                                        + mention.object()
                                        + "\", expected an object of this file");
            }
        }
    }

    private static String required(String text, String expression) {
        if (!text.matches(expression)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
