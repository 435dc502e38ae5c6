package eu.wattpeil.report;

import eu.wattpeil.report.Publisher.PublishedFile;
import eu.wattpeil.report.content.MonthlyReport;
import eu.wattpeil.report.page.PageWriter;
import eu.wattpeil.report.page.ReportPage;
import eu.wattpeil.report.words.Words;
import eu.wattpeil.workspace.TextDirection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a mail says that a report is attached to, in the language of its reader.
 *
 * @param subject a line
 * @param text plain, lines that end with a line feed
 */
public record CoverLetter(String subject, String text) {

    public CoverLetter {
        subject = TextDirection.settled(subject);
        text = TextDirection.settled(text);
    }

    static final String ROLE = "mail.role.";

    private static final String FORM = "mail.form.";

    /** The form whose first page it is. */
    private static final String PAGES = "html";

    /**
     * Writes it.
     *
     * @param role of the reader, such as management; empty where it is not told
     * @param files that are attached, under names that say of which month they are
     * @param isCorrection whether the readers may have an earlier edition
     */
    public static CoverLetter of(
            MonthlyReport report,
            Locale language,
            Optional<String> role,
            List<PublishedFile> files,
            boolean isCorrection) {
        Words words = Words.of(report.facts().texts(), language);
        String organisation = oneLine(report.facts().organisation().name());
        String month = words.month(report.month());
        String edition = Integer.toString(report.edition());
        List<String> lines = new ArrayList<>();
        lines.add(words.say("mail.title", "organisation", organisation, "month", month));
        lines.add("");
        addNews(PageWriter.page(report, language).front(), files, words, lines);
        lines.add("");
        if (isCorrection) {
            lines.add(words.say("mail.corrected", "edition", edition));
            lines.add("");
        }
        lines.add(words.say("mail.attached"));
        files.forEach(file -> lines.add("- " + attached(file, words)));
        lines.add("");
        lines.add(
                role.map(it -> words.say("mail.role", "role", words.code("mail.role", it)))
                        .orElseGet(() -> words.say("mail.no_role")));
        String key = isCorrection ? "mail.subject.corrected" : "mail.subject";
        return new CoverLetter(
                words.say(key, "organisation", organisation, "month", month, "edition", edition),
                String.join("\n", lines) + "\n");
    }

    /** What the first page says in words; of it the headline alone to whoever does not get it. */
    private static void addNews(
            ReportPage.Front front, List<PublishedFile> files, Words words, List<String> lines) {
        lines.add(oneLine(front.headline()));
        if (files.stream().anyMatch(file -> file.form().equals(PAGES))) {
            lines.add("");
            for (ReportPage.Item item : front.brief()) {
                String head = oneLine(item.head());
                lines.add(words.say("mail.news", "head", head, "text", oneLine(item.text())));
            }
        }
    }

    private static String attached(PublishedFile file, Words words) {
        return words.find(FORM + file.form())
                .map(what -> words.say("mail.form", "file", file.nameAlone(), "what", what))
                .orElse(file.nameAlone());
    }

    /** A name with a line break in it must not begin another header. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\s\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
    }
}
