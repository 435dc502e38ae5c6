package eu.wattpeil.failure;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator.ExecutionStatus;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;

/** Of what libraries log, users see what our own messages do not tell. */
class LogOfLibrariesTest {

    private final LoggerContext context = new LoggerContext();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream errors = System.err;

    @BeforeEach
    void setUpTheLog() {
        context.setMDCAdapter(new LogbackMDCAdapter());
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        assertThat(new LogOfLibraries().configure(context))
                .isEqualTo(ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY);
    }

    @AfterEach
    void giveStandardErrorBack() {
        System.setErr(errors);
        context.stop();
    }

    @Test
    void tellsAWarningInALineWithTheNameOfTheClass() {
        Logger log = context.getLogger("org.example.pdf.FontReader");

        log.info("reading a font");
        log.warn("a font of {} has no bold", "the report");

        assertThat(printed())
                .matches(
                        "\\d\\d:\\d\\d:\\d\\d WARN  FontReader: a font of the report has no bold\\R");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.apache.hadoop.fs.s3a.S3AFileSystem",
                "org.springframework.batch.core.step.AbstractStep",
                "org.postgresql.Driver",
                "com.zaxxer.hikari.pool.HikariPool"
            })
    void isSilentOfWhatTheRunTellsInWordsOfItsOwn(String name) {
        context.getLogger(name).error("connection to db.example for els was refused");

        assertThat(printed()).isEmpty();
    }

    @Test
    void tellsOnlyErrorsOfThoseWhoWarnInVain() {
        Logger web = context.getLogger("org.springframework.web.servlet.PageNotFound");

        web.warn("no mapping for /favicon.ico");
        web.error("a page broke off");

        assertThat(printed()).endsWith("ERROR PageNotFound: a page broke off%n".formatted());
        assertThat(printed().lines()).hasSize(1);
    }

    /** Logback finds it by this file, which would be missed by nobody at first. */
    @Test
    void isTheOneThatLogbackAsks() throws Exception {
        String file = "/META-INF/services/ch.qos.logback.classic.spi.Configurator";

        assertThat(getClass().getResourceAsStream(file))
                .asString(StandardCharsets.UTF_8)
                .isEqualToIgnoringNewLines(LogOfLibraries.class.getName());
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
