package social.kring.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vertx.core.Vertx;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import social.kring.platform.mail.SmtpServer.Login;
import social.kring.platform.mail.SmtpServer.Security;
import social.kring.protocol.Problem;
import social.kring.testing.PostOffice;

class SmtpMailerTest {
  private static final Letter LETTER =
      new Letter("alice@mail.example", "About you", "Hello,\n\na line.\n.\nanother\n");

  private Vertx vertx;
  private PostOffice office;

  @BeforeEach
  void open() {
    vertx = Vertx.vertx();
    office = new PostOffice();
  }

  @AfterEach
  void close() {
    office.close();
    vertx.close().await();
  }

  @Test
  void a_letter_arrives_as_it_was_written_and_says_that_nobody_wrote_it() {
    mailer(Security.NONE).send(LETTER);

    var came = office.next();
    assertThat(came.from()).isEqualTo("kring@town.example");
    assertThat(came.to()).isEqualTo("alice@mail.example");
    assertThat(came.text())
        .contains("Subject: About you", "Auto-Submitted: auto-generated", "a line.\n.\nanother");
  }

  @Test
  void a_mailbox_that_does_not_exist_is_given_up() {
    office.answersRecipients("550 5.1.1 no such mailbox");

    assertThatCode(() -> mailer(Security.NONE).send(LETTER)).doesNotThrowAnyException();
    assertThat(office.isEmpty()).isTrue();
  }

  @Test
  void what_is_refused_for_now_is_tried_again_by_whoever_sends_it() {
    office.answersRecipients("451 4.7.1 greylisted");

    var refused = catchThrowableOfType(Problem.class, () -> mailer(Security.NONE).send(LETTER));

    assertThat(refused.kind()).isEqualTo(Problem.Kind.UPSTREAM);
    office.answersRecipients("250 OK");
    mailer(Security.NONE).send(LETTER);
    assertThat(office.next().to()).isEqualTo("alice@mail.example");
  }

  @Test
  void a_server_that_is_away_is_tried_again() {
    office.close();

    var refused = catchThrowableOfType(Problem.class, () -> mailer(Security.NONE).send(LETTER));

    assertThat(refused.kind()).isEqualTo(Problem.Kind.UPSTREAM);
  }

  @Test
  void nothing_is_said_in_the_clear_where_encryption_was_asked_for() {
    var refused = catchThrowableOfType(Problem.class, () -> mailer(Security.STARTTLS).send(LETTER));

    assertThat(refused.kind()).isEqualTo(Problem.Kind.UPSTREAM);
    assertThat(office.isEmpty()).isTrue();
    assertThat(office.heard()).noneMatch(line -> line.startsWith("AUTH"));
  }

  private Mailer mailer(Security security) {
    var login = new Login("kring", "secret");
    return new SmtpMailer(
        vertx,
        new SmtpServer(
            "127.0.0.1", office.port(), security, Optional.of(login), "kring@town.example"));
  }
}
