package eu.wattpeil.report.pdf;

/**
 * A file that travels inside a PDF.
 *
 * @param type of its content, such as {@code text/csv}
 * @param description for readers
 */
public record Attachment(String name, String type, String description, byte[] bytes) {}
