package eu.wattpeil.report;

import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.AbstractMessageResolver;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/**
 * Sets a page with a Thymeleaf template. The template finds its data by their names and its fixed
 * texts as messages, <code>#{label.sources}</code>, in the words of the language.
 */
final class HtmlTemplate {

    private static final String WORDS = "words";

    private final TemplateEngine engine = new TemplateEngine();
    private final UnaryOperator<String> templates;

    /**
     * @param templates from a file's name, such as {@code report.html}, to its text
     */
    HtmlTemplate(UnaryOperator<String> templates) {
        this.templates = templates;
        StringTemplateResolver resolver = new StringTemplateResolver();
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCacheable(true);
        engine.setTemplateResolver(resolver);
        engine.setMessageResolver(new WordsResolver());
    }

    String set(String template, Words words, Map<String, Object> data) {
        Context context = new Context(words.language(), data);
        context.setVariable(WORDS, words);
        return engine.process(templates.apply(template), Set.of(), context);
    }

    private static final class WordsResolver extends AbstractMessageResolver {

        @Override
        public String resolveMessage(
                ITemplateContext context, Class<?> origin, String key, Object[] parameters) {
            return ((Words) context.getVariable(WORDS)).say(key);
        }

        @Override
        public String createAbsentMessageRepresentation(
                ITemplateContext context, Class<?> origin, String key, Object[] parameters) {
            throw new IllegalArgumentException("Cannot say: " + key);
        }
    }
}
