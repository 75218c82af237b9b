package social.kring.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import social.kring.community.access.Access;
import social.kring.community.access.ClientAddress;
import social.kring.community.access.SignUpForm;
import social.kring.community.access.SignUps;
import social.kring.door.cli.CommandTree;
import social.kring.door.cli.OpenNode;
import social.kring.testing.OpenPremises;
import social.kring.testing.TestNode;
import social.kring.testing.TestPostgres;

/** Commands beside no running node: each opens what it needs and lets go of it. */
class CommandsTest {
  @TempDir private Path directory;

  private final Settings settings =
      TestNode.settings("node", Path.of("unused"), TestPostgres.shared().newDatabase());
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void domains_are_served_and_hosts_blocked_and_both_are_listed() {
    var own = settings.domain().authority();
    assertThat(kring("domain", "add", "Second.Example")).isZero();
    assertThat(kring("domain", "block", "spam.example", "--reason", "spam")).isZero();
    said();
    assertThat(kring("domain", "list")).isZero();
    assertThat(said())
        .contains("serves\t" + own + "\t(its own)\n")
        .contains("serves\tsecond.example\n")
        .containsPattern("blocks\tspam.example\tsince \\S+\tspam\n");
    assertThat(kring("domain", "unblock", "spam.example")).isZero();
    assertThat(kring("domain", "remove", "second.example")).isZero();
    said();
    kring("domain", "list");
    assertThat(said()).isEqualTo("serves\t" + own + "\t(its own)\n");
  }

  @Test
  void somebody_may_live_on_a_further_domain_which_then_stays() {
    kring("domain", "add", "second.example");
    assertThat(account("alice@second.example", "a@mail.example")).isZero();
    assertThat(said()).contains("https://second.example/");
    assertThat(kring("domain", "remove", "second.example")).isEqualTo(1);
    assertThat(complaint()).contains("somebody lives on second.example");
    assertThat(account("bob@third.example", "b@mail.example")).isEqualTo(1);
    assertThat(complaint()).contains("third.example is not a domain of this node");
  }

  @Test
  void a_name_is_given_once() {
    account("alice", "a@mail.example");
    assertThat(account("Alice", "b@mail.example")).isEqualTo(1);
    assertThat(complaint()).contains("is taken");
    assertThat(kring("domain", "block", "not a host")).isEqualTo(1);
    assertThat(complaint()).contains("not a host");
  }

  @Test
  void whoever_signed_up_is_listed_and_let_in_or_forgotten_and_links_are_handed_over() {
    signUp("nora");
    signUp("olga");
    assertThat(kring("account", "list", "--waiting")).isZero();
    assertThat(said())
        .contains("unconfirmed\tnora@mail.example\tI like it here [2J")
        .doesNotContain("\u001b");

    assertThat(kring("account", "approve", "nora")).isZero();
    assertThat(kring("account", "reject", "olga")).isZero();
    assertThat(kring("account", "reject", "nora")).isEqualTo(1);
    assertThat(complaint()).contains("not waiting to be approved");
    said();
    kring("account", "list", "--waiting");
    assertThat(said()).contains("nora").doesNotContain("olga");

    assertThat(kring("account", "confirm-link", "nora")).isZero();
    assertThat(said()).contains("/oauth/confirm?token=");
    assertThat(kring("account", "reset-link", "nora")).isZero();
    assertThat(said()).contains("/oauth/reset/new?token=");
    assertThat(kring("account", "confirm-link", "olga")).isEqualTo(1);
    assertThat(complaint()).contains("nobody here is called olga");
    assertThat(kring("account", "invite", "--uses", "3")).isZero();
    assertThat(said()).contains("/oauth/sign-up?invite=");
  }

  private void signUp(String name) {
    try (var node = visited()) {
      var more =
          new SignUpForm.More(
              Optional.of("I like it here\u001b[2J"),
              Optional.empty(),
              Optional.of("1990-01-01"),
              Optional.empty(),
              Optional.empty());
      var form = new SignUpForm(name, name + "@mail.example", "long enough 1", true, more);
      node.access().signUps().signUp(form, new ClientAddress(InetAddress.getLoopbackAddress()));
    }
  }

  @Test
  void wrong_usage_ends_with_2() {
    assertThat(kring()).isEqualTo(2);
    assertThat(complaint()).contains("account");
    assertThat(kring("dance")).isEqualTo(2);
    assertThat(complaint()).contains("dance");
    assertThat(kring("account", "create", "x", "--email", "e", "--password", "p", "--role", "king"))
        .isEqualTo(2);
    assertThat(complaint()).contains("king").contains("owner");
  }

  private int account(String name, String email) {
    return kring("account", "create", name, "--email", email, "--password", "long enough 1");
  }

  private int kring(String... arguments) {
    return CommandTree.of(new OpenPremises(this::visited), List.of())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private String said() {
    var said = out.toString();
    out.getBuffer().setLength(0);
    return said;
  }

  /** Always one line. */
  private String complaint() {
    var said = err.toString();
    err.getBuffer().setLength(0);
    assertThat(said).hasLineCount(1).startsWith("kring: ");
    return said;
  }

  private OpenNode visited() {
    return Visit.on(
        new Settings(
            settings.domain(),
            settings.listening(),
            new Settings.Storage(directory, settings.storage().database(), false),
            settings.trustedProxies(),
            settings.privatePeers(),
            new Access.Rules(SignUps.Policy.APPROVAL, false),
            settings.previews(),
            settings.log(),
            settings.mail()));
  }
}
