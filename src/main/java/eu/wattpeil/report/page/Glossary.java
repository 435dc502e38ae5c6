package eu.wattpeil.report.page;

import eu.wattpeil.report.words.Words;
import java.util.Arrays;
import java.util.List;

/** The words of the field that a report uses, explained for people who do not know it. */
final class Glossary {

    private static final String TERMS = "terms";

    private final Words words;

    Glossary(Words words) {
        this.words = words;
    }

    /** All of them, in the order of the language. */
    List<ReportPage.Term> terms() {
        return Arrays.stream(words.say(TERMS).split(" "))
                .map(
                        id ->
                                new ReportPage.Term(
                                        "term-" + id,
                                        words.say("term." + id),
                                        words.say("term." + id + ".means")))
                .toList();
    }
}
