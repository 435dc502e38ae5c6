package eu.wattpeil.report.form;

import eu.wattpeil.report.words.Words;
import eu.wattpeil.workspace.TextDirection;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.attoparser.ParseException;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.messageresolver.AbstractMessageResolver;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.AbstractConfigurableTemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;
import org.thymeleaf.templateresource.StringTemplateResource;

/**
 * Sets a page with a Thymeleaf template. The template finds its data by their names and its fixed
 * texts as messages, <code>#{label.sources}</code>, in the words of the language.
 */
public final class HtmlTemplate {

    /** Where templates stand in a workspace. */
    public static final String FOLDER = "jobs/reports/templates/";

    private static final String WORDS = "words";
    private static final int MOST_REASON = 200;

    /** What Thymeleaf and its parser say of the place, which is told apart. */
    private static final Pattern PLACE =
            Pattern.compile("\\(template: .*|\\(Line = \\d+, Column = \\d+\\)", Pattern.DOTALL);

    /** How templates are laid out, and the empty lines of what is left out: a tenth of a page. */
    private static final Pattern INDENT = Pattern.compile(">\\s*\\n\\s*<");

    private final TemplateEngine engine = new TemplateEngine();

    /**
     * @param templates from a file's name, such as {@code report.html}, to its text
     */
    public HtmlTemplate(UnaryOperator<String> templates) {
        this(templates, TemplateMode.HTML);
    }

    private HtmlTemplate(UnaryOperator<String> templates, TemplateMode mode) {
        engine.setTemplateResolver(new FileNames(templates, mode));
        engine.setMessageResolver(new WordsResolver());
    }

    /** Templates whose tags all end, as XML asks. */
    static HtmlTemplate strict(UnaryOperator<String> templates) {
        return new HtmlTemplate(templates, TemplateMode.XML);
    }

    /**
     * The page.
     *
     * @throws TemplateException where the template is wrong, with its line
     */
    public String set(String template, Words words, Map<String, Object> data) {
        Context context = new Context(words.language(), data);
        context.setVariable(WORDS, words);
        try {
            String page = engine.process(template, Set.of(), context);
            return TextDirection.settledMarkup(INDENT.matcher(page).replaceAll(">\n<"));
        } catch (TemplateProcessingException fault) {
            throw new TemplateException(template, line(fault), reason(fault), fault);
        } catch (StackOverflowError tooDeep) {
            // Expressions are read by a parser that calls itself for every bracket.
            throw new TemplateException(template, 1, "an expression nests too deep", tooDeep);
        }
    }

    /** The line that is told closest to the cause. */
    private static int line(Throwable fault) {
        int line = 1;
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            Integer told = null;
            if (cause instanceof TemplateProcessingException processing) {
                told = processing.getLine();
            } else if (cause instanceof ParseException parsing) {
                told = parsing.getLine();
            }
            line = told == null ? line : told;
        }
        return line;
    }

    /** What is said closest to the cause by those who know templates, and by our own words. */
    private static String reason(Throwable fault) {
        String reason = "";
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            boolean isAboutTemplates =
                    cause instanceof TemplateProcessingException
                            || cause instanceof ParseException
                            || cause instanceof UnsaidException;
            if (isAboutTemplates) {
                reason = shown(cause.getMessage());
            }
        }
        return reason;
    }

    private static String shown(@Nullable String message) {
        String shown =
                PLACE.matcher(String.valueOf(message))
                        .replaceAll("")
                        .strip()
                        .replaceAll("\\s+", " ");
        return shown.length() > MOST_REASON ? shown.substring(0, MOST_REASON) + "…" : shown;
    }

    /** Knows templates by the names of their files, which Thymeleaf then tells of a fault. */
    private static final class FileNames extends AbstractConfigurableTemplateResolver {

        private final UnaryOperator<String> templates;

        FileNames(UnaryOperator<String> templates, TemplateMode mode) {
            this.templates = templates;
            setTemplateMode(mode);
            setCacheable(true);
        }

        @Override
        protected ITemplateResource computeTemplateResource(
                IEngineConfiguration configuration,
                @Nullable String owner,
                String template,
                String resource,
                @Nullable String encoding,
                @Nullable Map<String, Object> attributes) {
            return new StringTemplateResource(templates.apply(template));
        }
    }

    /** A message that no language has. */
    private static final class UnsaidException extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;

        UnsaidException(String key) {
            super("no text for \"" + key + "\", expected a key of jobs/texts");
        }
    }

    private static final class WordsResolver extends AbstractMessageResolver {

        @Override
        public String resolveMessage(
                ITemplateContext context, Class<?> origin, String key, Object[] parameters) {
            Words words = (Words) context.getVariable(WORDS);
            if (words.find(key).isEmpty()) {
                throw new UnsaidException(key);
            }
            return words.say(key);
        }

        @Override
        public String createAbsentMessageRepresentation(
                ITemplateContext context, Class<?> origin, String key, Object[] parameters) {
            throw new UnsaidException(key);
        }
    }
}
