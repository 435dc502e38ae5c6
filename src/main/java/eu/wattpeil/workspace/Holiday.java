package eu.wattpeil.workspace;

import java.time.LocalDate;

/**
 * A row of {@code config/holidays.csv}: a day on which the organisation is closed beside weekends
 * and public holidays.
 *
 * @param name what the day is called
 */
public record Holiday(LocalDate closedOn, String name) {}
