package eu.wattpeil.report;

import eu.wattpeil.failure.ExplainedException;

/** A template that no page can be set with. */
final class TemplateException extends ExplainedException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final String reason;

    /**
     * @param template its file's name
     * @param line where the fault stands; 1 where that is not known
     */
    TemplateException(String template, int line, String reason, Throwable cause) {
        super(HtmlTemplate.FOLDER + template + ":" + line + ": " + reason, cause);
        this.line = line;
        this.reason = reason;
    }

    int line() {
        return line;
    }

    String reason() {
        return reason;
    }
}
