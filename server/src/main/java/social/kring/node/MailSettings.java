package social.kring.node;

import java.util.Optional;
import social.kring.platform.domains.Domain;
import social.kring.platform.mail.SmtpServer;
import social.kring.platform.mail.SmtpServer.Login;
import social.kring.platform.mail.SmtpServer.Security;
import social.kring.protocol.Problem;
import social.kring.protocol.url.Origin;

/** Reads which server takes the node's mail. */
final class MailSettings {
  /** RFC 6409 §3.1, RFC 8314 §3.3. */
  private static final String SUBMISSION = "587";

  private static final String SUBMISSIONS = "465";

  private final SettingValues values;

  MailSettings(SettingValues values) {
    this.values = values;
  }

  /**
   * @throws Problem INVALID, in one line that names the setting
   */
  Optional<SmtpServer> read(Domain node) {
    var security =
        values.read(
            Setting.SMTP_SECURITY, "starttls", text -> SettingsReader.choice(Security.class, text));
    var usual = security == Security.TLS ? SUBMISSIONS : SUBMISSION;
    var port = values.read(Setting.SMTP_PORT, usual, MailSettings::port);
    var from = values.read(Setting.SMTP_FROM, "kring@" + host(node), MailSettings::address);
    return values
        .read(Setting.SMTP_HOST, text -> text)
        .map(host -> new SmtpServer(host, port, guarded(security, host), login(), from));
  }

  private Optional<Login> login() {
    var password = values.text(Setting.SMTP_PASSWORD);
    return values
        .text(Setting.SMTP_USER)
        .map(
            user ->
                new Login(
                    user,
                    password.orElseThrow(
                        () ->
                            Problem.invalid(
                                "KRING_SMTP_USER is set, but no KRING_SMTP_PASSWORD"))));
  }

  /** Links that open accounts travel there. */
  private static Security guarded(Security security, String host) {
    if (security == Security.NONE && !isThisMachine(host)) {
      throw Problem.invalid(
          "KRING_SMTP_SECURITY: none is only for a mail server on this machine, not for " + host);
    }
    return security;
  }

  private static boolean isThisMachine(String host) {
    return host.equals("localhost") || Origin.ofAuthority(host).isThisMachine();
  }

  private static int port(String text) {
    if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) > 0 && Integer.parseInt(text) < 65_536)
      return Integer.parseInt(text);
    throw Problem.invalid("\"" + text + "\" is not a port");
  }

  private static String address(String text) {
    if (text.matches("[^\\s@<>,]+@[^\\s@<>,]+")) return text;
    throw Problem.invalid("\"" + text + "\" is not an e-mail address");
  }

  private static String host(Domain node) {
    return node.authority().replaceFirst(":[0-9]+$", "");
  }
}
