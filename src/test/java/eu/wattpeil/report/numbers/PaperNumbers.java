package eu.wattpeil.report.numbers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Holds every number of a printed document against those of its edition. */
final class PaperNumbers {

    private static final int AROUND = 60;

    private final EditionNumbers numbers;
    private final String form;
    private final Tally tally;

    PaperNumbers(EditionNumbers numbers, String form, Tally tally) {
        this.numbers = numbers;
        this.form = form;
        this.tally = tally;
    }

    void check(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            Set<String> allowed = new HashSet<>();
            numbers.everything().forEach(it -> addOnPaper(allowed, it));
            numbers.targets().forEach(allowed::add);
            addCounted(allowed);
            Set<String> ofPages = ofPages(document);
            allowed.addAll(ofPages);
            String text = new PDFTextStripper().getText(document);
            if (form.startsWith("report.")) {
                new PaperRows(numbers, form, tally, text).check(ofPages);
            }
            String rest = numbers.fixed().takenFrom(squeezed(text));
            for (Numeral numeral : Numeral.onPaper(rest, numbers.units())) {
                String around =
                        rest.substring(
                                Math.max(0, numeral.at() - AROUND),
                                Math.min(rest.length(), numeral.at() + AROUND));
                tally.add(form, "paper", numeral.said(), allowed.contains(numeral.said()), around);
            }
        }
    }

    /** What stands at the foot of each page: edition, version, the number of the page. */
    private Set<String> ofPages(PDDocument document) {
        Set<String> allowed = new HashSet<>();
        allowed.add(numbers.software());
        allowed.add(Integer.toString(numbers.edition()));
        for (int page = 1; page <= document.getNumberOfPages(); page++) {
            allowed.add(Integer.toString(page));
        }
        return allowed;
    }

    private static void addOnPaper(Set<String> allowed, String number) {
        allowed.add(Loose.compact(number));
    }

    /** What is counted stands before its word as a number before its unit. */
    private void addCounted(Set<String> allowed) {
        for (String thing : List.of("people", "goals", "findings", "days")) {
            String word = numbers.script().unit(thing);
            numbers.counts().forEach(it -> addOnPaper(allowed, it + Script.NO_BREAK + word));
            numbers.measures().forEach(it -> addOnPaper(allowed, it + Script.NO_BREAK + word));
        }
    }

    /** Lines break elsewhere on paper; the thin spaces in numbers stay. */
    private static String squeezed(String text) {
        return text.replaceAll("[\\s\u00a0]+", " ").strip();
    }
}
