package energy.ebbflow.firmware.cli;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;

/**
 * The firmware's log, set up by code: a file of XML would cost a parser and hundreds of classes at
 * every start. Whoever names a file in {@code -Dlogback.configurationFile} gets that one instead.
 *
 * <p>Standard output belongs to event lines; the log goes to standard error.
 */
public final class FirmwareLog extends ContextAwareBase implements Configurator {
  /** Lines that may wait for a slow reader; further ones are left out. */
  private static final int QUEUE_LINES = 1024;

  private static volatile boolean wanted;

  /** Found by Logback itself, as a service. */
  public FirmwareLog() {}

  /** The process is the firmware's own: to be called before the first logger is asked for. */
  public static void wanted() {
    wanted = System.getProperty("logback.configurationFile") == null;
  }

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    if (!wanted) {
      return ExecutionStatus.INVOKE_NEXT_IF_ANY;
    }
    PatternLayoutEncoder lines = new PatternLayoutEncoder();
    lines.setContext(context);
    lines.setPattern("%d{HH:mm:ss.SSS} %-5level %logger{0} %msg%n");
    lines.start();
    ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
    console.setContext(context);
    console.setName("ERR");
    console.setTarget("System.err");
    console.setEncoder(lines);
    console.start();
    // The thread that opens contactors logs too: a reader that is slow must not stop it.
    AsyncAppender apart = new AsyncAppender();
    apart.setContext(context);
    apart.setName("ASYNC");
    apart.setQueueSize(QUEUE_LINES);
    apart.setNeverBlock(true);
    apart.addAppender(console);
    apart.start();
    // Pi4J tells of each of its parts; only what went wrong is for people.
    context.getLogger("com.pi4j").setLevel(Level.WARN);
    Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.INFO);
    root.addAppender(apart);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }
}
