package social.kring.platform.mail;

import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.StartTLSOptions;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.kring.protocol.Problem;

/** Hands letters to an SMTP server. */
public final class SmtpMailer implements Mailer {
  private static final Logger log = LoggerFactory.getLogger(SmtpMailer.class);
  private static final int CONNECT_MILLIS = 10_000;
  private static final int IDLE_SECONDS = 60;
  private static final int PATIENCE_SECONDS = 90;
  private static final int MOST_CONNECTIONS = 2;

  private final MailClient client;
  private final String from;

  public SmtpMailer(Vertx vertx, SmtpServer server) {
    this.client = MailClient.create(vertx, config(server));
    this.from = server.from();
  }

  private static MailConfig config(SmtpServer server) {
    var config = new MailConfig(server.host(), server.port());
    config
        .setSsl(server.security() == SmtpServer.Security.TLS)
        .setStarttls(
            server.security() == SmtpServer.Security.STARTTLS
                ? StartTLSOptions.REQUIRED
                : StartTLSOptions.DISABLED)
        .setHostnameVerificationAlgorithm("HTTPS")
        .setConnectTimeout(CONNECT_MILLIS)
        .setIdleTimeout(IDLE_SECONDS)
        .setIdleTimeoutUnit(TimeUnit.SECONDS)
        .setMaxPoolSize(MOST_CONNECTIONS)
        .setKeepAlive(false)
        .setUserAgent("kring")
        .setLogin(server.login().isPresent() ? LoginOption.REQUIRED : LoginOption.DISABLED);
    server
        .login()
        .ifPresent(login -> config.setUsername(login.user()).setPassword(login.password()));
    return config;
  }

  @Override
  public boolean available() {
    return true;
  }

  @Override
  public void send(Letter letter) {
    var message =
        new MailMessage(from, letter.to(), letter.subject(), letter.text())
            // RFC 3834 §5: nobody on holiday answers it.
            .addHeader("Auto-Submitted", "auto-generated");
    try {
      client.sendMail(message).timeout(PATIENCE_SECONDS, TimeUnit.SECONDS).await();
    } catch (SMTPException refused) {
      refused(refused);
    } catch (Throwable unreachable) {
      throw new Problem(Problem.Kind.UPSTREAM, said(unreachable), unreachable);
    }
  }

  /** A mailbox that does not exist will not exist in an hour; neither name nor text is logged. */
  private static void refused(SMTPException refused) {
    if (!refused.isPermanent() || isOurFault(refused.getReplyCode())) {
      throw Problem.upstream("the mail server answered " + refused.getReplyCode());
    }
    log.atWarn().addKeyValue("code", refused.getReplyCode()).log("a letter was refused for good");
  }

  /** Signing in failed, or is missing (RFC 4954 §6): the operator will mend it. */
  private static boolean isOurFault(int code) {
    return code == 530 || code == 534 || code == 535 || code == 538;
  }

  private static String said(Throwable failure) {
    return failure instanceof TimeoutException
        ? "the mail server takes too long"
        : "the mail server cannot be reached: " + failure.getMessage();
  }
}
