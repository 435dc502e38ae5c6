package eu.wattpeil.failure;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.List;
import org.slf4j.Logger;

/**
 * What libraries log, to standard error: warnings, but for those that our own messages tell better.
 * Set up by Logback when it is first used; a file of XML would take longer to read than a short
 * command lasts.
 */
public final class LogOfLibraries extends ContextAwareBase implements Configurator {

    private static final List<String> SILENT =
            List.of(
                    // What they cannot do is told by messages of ours; that a condition does not
                    // hold is an answer.
                    "org.apache.hadoop.fs.s3a",
                    "org.apache.hadoop.ipc",
                    "org.apache.hadoop.hdfs",
                    "org.apache.hadoop.metrics2",
                    "software.amazon.awssdk",
                    // These log each failure with its stack trace; the run tells it once.
                    "org.springframework.batch.core.step.AbstractStep",
                    "org.springframework.batch.core.job.AbstractJob",
                    "org.thymeleaf.TemplateEngine",
                    // What databases say may name hosts and users; the run tells it in words of
                    // its own.
                    "org.mariadb.jdbc",
                    "org.postgresql",
                    "com.zaxxer.hikari",
                    // A server that cannot start says why itself.
                    "org.springframework.boot.diagnostics");

    private static final List<String> ERRORS_ONLY =
            List.of(
                    // Says at each start that there is no native code, which changes nothing.
                    "org.apache.hadoop.util.NativeCodeLoader",
                    // What browsers ask for in vain is nobody's trouble.
                    "org.springframework.web",
                    "org.springframework.boot.web.server");

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        PatternLayoutEncoder lines = new PatternLayoutEncoder();
        lines.setContext(context);
        lines.setPattern("%d{HH:mm:ss} %-5level %logger{0}: %msg%n");
        lines.start();
        ConsoleAppender<ILoggingEvent> errors = new ConsoleAppender<>();
        errors.setContext(context);
        errors.setName("stderr");
        errors.setTarget("System.err");
        errors.setEncoder(lines);
        errors.start();
        SILENT.forEach(name -> context.getLogger(name).setLevel(Level.OFF));
        ERRORS_ONLY.forEach(name -> context.getLogger(name).setLevel(Level.ERROR));
        ch.qos.logback.classic.Logger all = context.getLogger(Logger.ROOT_LOGGER_NAME);
        all.setLevel(Level.WARN);
        all.addAppender(errors);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
