package eu.wattpeil.report.form;

import java.util.List;
import java.util.Locale;

/** Names of pages beside the months: without a language for the main one, with it for others. */
public final class LanguageFile {

    private LanguageFile() {}

    /**
     * Such as {@code index.html}, and {@code index.fr.html} for others.
     *
     * @param languages of the reports, the main one first
     */
    public static String name(String stem, Locale language, List<Locale> languages) {
        return language.equals(languages.get(0))
                ? stem + ".html"
                : stem + "." + language.getLanguage() + ".html";
    }
}
