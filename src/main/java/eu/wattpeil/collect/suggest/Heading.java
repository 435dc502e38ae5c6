package eu.wattpeil.collect.suggest;

import java.util.Locale;

/** What columns of files are called for; a {@link Vocabulary} has the words of each. */
enum Heading {
    TIME,
    PERSON,
    UTC,
    LOCAL,

    METER,
    METER_NUMBER,
    INTERVAL_NUMBER,
    UNIT,
    START_IN_FRONT,
    START,
    END_IN_FRONT,
    END,
    VALUE,
    COUNTER,
    POWER,
    MEAN,
    ENERGY,
    NO_ENERGY,
    BACK,
    TARIFF,
    TARIFF_ALONE,
    USAGE,
    FACTOR,
    TOTAL,

    OPERATING_SYSTEM,
    SERIAL,
    MANUFACTURER,
    MODEL,
    MODEL_ELSE,
    ASSET,
    DEVICE_ID,
    NAME,
    CATEGORY,
    STATUS,
    PURCHASED_ON,
    FIRST_USED_ON,
    SUPPORT_UNTIL,
    DISPOSED_ON,
    CONDITION,
    PRICE_EUR,
    SUPPLIER,
    QUANTITY,
    DECLARED_KWH_PER_YEAR,
    ROOM_ID,
    SITE_ID,
    DEPARTMENT_ID,

    PRINTER_ID,
    PRINTED_PAGES,
    PAGES,
    COUNT,
    COPIES,
    SHEETS,
    IS_DUPLEX,
    IS_COLOUR,
    IS_GREY,
    PAPER,
    JOB_ID,

    COUNTING_PRINTER,
    LIFE_TOTAL,
    LIFE_COLOUR,
    LIFE_DUPLEX,
    LIFE_PART,
    OF_JOBS;

    /** Its key in a file; where it is for a column of a dataset, that column. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
