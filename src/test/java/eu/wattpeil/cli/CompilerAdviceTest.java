package eu.wattpeil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.wattpeil.operate.RunEvent;
import java.time.YearMonth;
import javax.management.JMException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompilerAdviceTest {

    private final CompilerAdvice advice = new CompilerAdvice();

    /** Runs of other tests in this process give their advice too. */
    @BeforeEach
    @AfterEach
    void takeBack() throws JMException {
        CompilerAdvice.tell("compilerDirectivesClear");
    }

    @Test
    void keepsCodeFromTheBetterCompilerOnceAMonthIsComputed() throws JMException {
        advice.on(new RunEvent.Progressed("compute 2026-10", 0));
        assertThat(excluded()).isZero();

        advice.on(new RunEvent.Computed(YearMonth.of(2026, 10)));
        assertThat(excluded()).isOne();

        advice.on(new RunEvent.Computed(YearMonth.of(2026, 11)));
        assertThat(excluded()).isOne();
    }

    /** How many directives keep code from a compiler. */
    private static int excluded() throws JMException {
        String all = CompilerAdvice.tell("compilerDirectivesPrint");
        assertThat(all).contains("Directive");
        return all.split("Exclude:true", -1).length - 1;
    }
}
