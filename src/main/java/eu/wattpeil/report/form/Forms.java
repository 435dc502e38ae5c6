package eu.wattpeil.report.form;

import eu.wattpeil.workspace.Report;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The forms that a report can be written in. */
public final class Forms {

    /** The style sheet of paper, beside {@link HtmlForm#DESIGN}. */
    public static final String PRINT = PrintTemplate.PRINT;

    private static final Map<String, Maker> MAKERS = makers();

    /** Makes a form by templates; those on paper share what sets them, and its typeface. */
    @FunctionalInterface
    private interface Maker {
        Form form(UnaryOperator<String> templates, PrintTemplate print);
    }

    private final Map<String, Form> forms = new LinkedHashMap<>();

    /**
     * @param templates from a template's file name to its text
     */
    public Forms(UnaryOperator<String> templates) {
        this(all(templates, new PrintTemplate(templates)));
    }

    public Forms(Collection<Form> all) {
        all.forEach(form -> forms.put(form.name(), form));
    }

    private static List<Form> all(UnaryOperator<String> templates, PrintTemplate print) {
        return MAKERS.values().stream().map(maker -> maker.form(templates, print)).toList();
    }

    private static Map<String, Maker> makers() {
        Map<String, Maker> makers = new LinkedHashMap<>();
        makers.put(HtmlForm.NAME, (templates, print) -> new HtmlForm(templates));
        makers.put(PdfForm.NAME, (templates, print) -> new PdfForm(print));
        makers.put(BoardForm.NAME, (templates, print) -> new BoardForm(print));
        makers.put(SinglePage.PUBLIC, (templates, print) -> SinglePage.forPublic(templates));
        makers.put(SinglePage.FICHES, (templates, print) -> SinglePage.ofFiches(templates));
        makers.put(XlsxForm.NAME, (templates, print) -> new XlsxForm());
        makers.put(KpiCsv.NAME, (templates, print) -> new KpiCsv());
        makers.put(ReportJson.NAME, (templates, print) -> new ReportJson());
        return makers;
    }

    /** The files that the forms are made by. */
    public static List<String> templates() {
        return Stream.of(
                        HtmlForm.TEMPLATES,
                        SinglePage.templatesOfPublic(),
                        SinglePage.templatesOfFiches(),
                        PrintTemplate.TEMPLATES)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /** The names that a definition may ask for. */
    public static List<String> names() {
        return List.copyOf(MAKERS.keySet());
    }

    /** The forms that a definition asks for, in its order; all of them where it names none. */
    public List<Form> of(Report definition) {
        return definition.forms().isEmpty()
                ? all()
                : definition.forms().stream().map(this::named).toList();
    }

    public List<Form> all() {
        return List.copyOf(forms.values());
    }

    private Form named(String name) {
        Form form = forms.get(name);
        if (form == null) {
            throw new IllegalArgumentException("Cannot write form: " + name);
        }
        return form;
    }
}
