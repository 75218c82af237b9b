package social.kring.node;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import java.util.List;
import net.logstash.logback.encoder.LogstashEncoder;
import org.slf4j.LoggerFactory;

/** Sets up where log lines go and how they look. */
final class Logging {
  private static final String TEXT = "%d{HH:mm:ss.SSS} %-5level %msg%replace( %kvp){' $', ''}%n";

  /** Libraries that say at INFO, and some at WARN, what matters to nobody who runs a node. */
  private static final List<String> QUIET =
      List.of("io.netty", "io.vertx", "io.micrometer", "org.flywaydb", "gg.jte");

  private Logging() {}

  /** For the node: everything worth knowing, on standard output. */
  static void ofNode(LogFormat format) {
    configure(encoder(format), "System.out", Level.INFO);
  }

  /** For a command, whose standard output belongs to its answer. */
  static void ofCommand() {
    configure(encoder(LogFormat.TEXT), "System.err", Level.ERROR);
  }

  private static Encoder<ILoggingEvent> encoder(LogFormat format) {
    return switch (format) {
      case JSON -> new LogstashEncoder();
      case TEXT -> {
        var encoder = new PatternLayoutEncoder();
        encoder.setPattern(TEXT);
        yield encoder;
      }
    };
  }

  private static void configure(Encoder<ILoggingEvent> encoder, String target, Level level) {
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    encoder.setContext(context);
    encoder.start();
    var appender = new ConsoleAppender<ILoggingEvent>();
    appender.setContext(context);
    appender.setEncoder(encoder);
    appender.setTarget(target);
    appender.start();
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(level);
    root.addAppender(appender);
    QUIET.forEach(name -> context.getLogger(name).setLevel(Level.ERROR));
  }
}
