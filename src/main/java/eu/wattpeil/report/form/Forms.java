package eu.wattpeil.report.form;

import eu.wattpeil.workspace.Report;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The forms that a report can be written in. */
public final class Forms {

    /** The style sheet of paper, beside {@link HtmlForm#DESIGN}. */
    public static final String PRINT = PrintTemplate.PRINT;

    private static final Map<String, Function<UnaryOperator<String>, Form>> MAKERS = makers();

    private final Map<String, Form> forms = new LinkedHashMap<>();

    /**
     * @param templates from a template's file name to its text
     */
    public Forms(UnaryOperator<String> templates) {
        this(MAKERS.values().stream().map(maker -> maker.apply(templates)).toList());
    }

    public Forms(Collection<Form> all) {
        all.forEach(form -> forms.put(form.name(), form));
    }

    private static Map<String, Function<UnaryOperator<String>, Form>> makers() {
        Map<String, Function<UnaryOperator<String>, Form>> makers = new LinkedHashMap<>();
        makers.put(HtmlForm.NAME, HtmlForm::new);
        makers.put(PdfForm.NAME, PdfForm::new);
        makers.put(BoardForm.NAME, BoardForm::new);
        makers.put(SinglePage.PUBLIC, SinglePage::forPublic);
        makers.put(SinglePage.FICHES, SinglePage::ofFiches);
        makers.put(XlsxForm.NAME, templates -> new XlsxForm());
        makers.put(KpiCsv.NAME, templates -> new KpiCsv());
        makers.put(ReportJson.NAME, templates -> new ReportJson());
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
