package eu.wattpeil.collect.value;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import eu.wattpeil.workspace.ValueType;

/**
 * Regular expressions of definitions. They are those of RE2, which takes time in proportion to the
 * length of a text, whatever the expression; so there are no look-arounds and back-references
 * (https://github.com/google/re2/wiki/Syntax).
 */
public final class LinearExpression {

    /** In words that finish "expected …". */
    public static final String EXPECTED =
            "a regular expression without look-arounds and back-references";

    /** How a text of a definition is read. */
    public static final ValueType<Pattern> TYPE = ValueType.of(EXPECTED, LinearExpression::compile);

    private LinearExpression() {}

    /**
     * The expression of a text.
     *
     * @throws IllegalArgumentException where it is none
     */
    public static Pattern compile(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException flaw) {
            throw new IllegalArgumentException(flaw);
        }
    }
}
