package eu.wattpeil.report.form;

import eu.wattpeil.failure.ExplainedException;

/** A template that no page can be set with. */
public final class TemplateException extends ExplainedException {

    private static final long serialVersionUID = 1L;

    private final String template;
    private final int line;
    private final String reason;

    /**
     * @param template its file's name
     * @param line where the fault stands; 1 where that is not known
     */
    TemplateException(String template, int line, String reason, Throwable cause) {
        super(HtmlTemplate.FOLDER + template + ":" + line + ": " + reason, cause);
        this.template = template;
        this.line = line;
        this.reason = reason;
    }

    /** The file's name. */
    public String template() {
        return template;
    }

    public int line() {
        return line;
    }

    public String reason() {
        return reason;
    }
}
