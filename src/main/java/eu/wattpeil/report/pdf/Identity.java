package eu.wattpeil.report.pdf;

import java.time.LocalDate;

/**
 * What a PDF says of itself. No clock is asked: the same report has the same dates and the same
 * identifier.
 *
 * @param title for the window
 * @param language of its readers, as a tag
 * @param author the organisation
 * @param program that made it, with its version
 * @param fingerprint of what it was made from, and its file's name
 * @param date of everything in it: the first day after its month
 * @param link what a link does, in words; {@code {page}} is the number of the page that it leads to
 */
public record Identity(
        String title,
        String language,
        String author,
        String program,
        String fingerprint,
        LocalDate date,
        String link) {}
