package social.kring.community.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.kring.protocol.Problem;
import social.kring.protocol.Problem.Kind;
import social.kring.testing.Town;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInsTest {
  private Gate gate;
  private int made;

  @BeforeAll
  void open() {
    gate = new Gate();
  }

  @AfterAll
  void close() {
    gate.close();
  }

  @Test
  void name_and_email_both_sign_in_without_regard_to_case() {
    var alice = gate.account("Alice");

    assertThat(signIn("alice", Gate.PASSWORD, address())).isEqualTo(alice);
    assertThat(signIn("ALICE@mail.example", Gate.PASSWORD, address())).isEqualTo(alice);
  }

  @Test
  void
      wrong_name_and_wrong_password_give_the_same_answer_and_the_right_one_tells_what_is_missing() {
    gate.account("bob");
    gate.access.signUps().signUp(form("new"), address());

    var wrongName = failure("nobody", Gate.PASSWORD, address());
    var wrongPassword = failure("bob", "wrong password", address());
    var unapproved = failure("new", Gate.PASSWORD, address());
    var wrongToo = failure("new", "wrong password", address());

    assertThat(wrongName.kind()).isEqualTo(Kind.UNAUTHENTICATED);
    assertThat(wrongPassword).hasMessage(wrongName.getMessage());
    assertThat(wrongToo).hasMessage(wrongName.getMessage());
    assertThat(unapproved.kind()).isEqualTo(Kind.FORBIDDEN);
    assertThat(unapproved).hasMessage("Your login is missing a confirmed e-mail address");
  }

  @Test
  void after_ten_failures_even_the_right_password_waits_and_then_works() {
    gate.account("carol");
    for (var i = 0; i < 10; i++) {
      assertThat(failure("carol", "wrong", address()).kind()).isEqualTo(Kind.UNAUTHENTICATED);
    }

    var limited = failure("carol@mail.example", Gate.PASSWORD, address());
    assertThat(limited.kind()).isEqualTo(Kind.TOO_MANY_REQUESTS);
    assertThat(limited.retryAfter()).contains(Duration.ofMinutes(15));

    gate.town.clock().advance(Duration.ofMinutes(16));
    assertThatCode(() -> signIn("carol", Gate.PASSWORD, address())).doesNotThrowAnyException();
  }

  @Test
  void names_that_nobody_has_are_limited_like_those_that_exist() {
    for (var i = 0; i < 10; i++) {
      failure("ghost", "wrong", address());
    }

    assertThat(failure("Ghost", "wrong", address()).kind()).isEqualTo(Kind.TOO_MANY_REQUESTS);
  }

  @Test
  void an_address_may_fail_thirty_times_whatever_the_names() {
    var address = address();
    for (var i = 0; i < 30; i++) {
      failure("guess" + i, "wrong", address);
    }

    assertThat(failure("guess30", "wrong", address).kind()).isEqualTo(Kind.TOO_MANY_REQUESTS);
    assertThat(failure("guess30", "wrong", address()).kind()).isEqualTo(Kind.UNAUTHENTICATED);
  }

  @Test
  void signing_in_forgives_the_failures_before_it() {
    gate.account("dora");
    for (var round = 0; round < 3; round++) {
      for (var i = 0; i < 9; i++) {
        failure("dora", "wrong", address());
      }
      assertThatCode(() -> signIn("dora", Gate.PASSWORD, address())).doesNotThrowAnyException();
    }
  }

  @Test
  void one_address_signs_up_five_times_an_hour() {
    var address = address();
    for (var i = 0; i < 5; i++) {
      gate.access.signUps().signUp(form("many" + i), address);
    }

    var sixth =
        catchThrowableOfType(
            Problem.class, () -> gate.access.signUps().signUp(form("many5"), address));

    assertThat(sixth.kind()).isEqualTo(Kind.TOO_MANY_REQUESTS);
  }

  @Test
  void a_name_or_address_that_is_taken_makes_neither_person_nor_account() {
    gate.account("erin");

    var name = catchThrowableOfType(Problem.class, () -> gate.account("ERIN"));
    var taken =
        new NewAccount("erin2", Town.DOMAIN, "Erin@mail.example", Gate.PASSWORD, Role.MEMBER);
    var email =
        catchThrowableOfType(
            Problem.class, () -> gate.access.accounts().create(gate.town.database(), taken));

    assertThat(name.kind()).isEqualTo(Kind.CONFLICT);
    assertThat(email.kind()).isEqualTo(Kind.CONFLICT);
    assertThatCode(() -> gate.account("erin2")).doesNotThrowAnyException();
  }

  private static SignUpForm form(String name) {
    return SignUpsTest.form(name, name + "@mail.example");
  }

  private Account signIn(String login, String password, ClientAddress address) {
    return gate.access.signIns().signIn(login, password, address);
  }

  private Problem failure(String login, String password, ClientAddress address) {
    return catchThrowableOfType(Problem.class, () -> signIn(login, password, address));
  }

  /** Each call another one. */
  private ClientAddress address() {
    try {
      return new ClientAddress(
          InetAddress.getByAddress(new byte[] {10, 0, (byte) (made / 250), (byte) (made++ % 250)}));
    } catch (UnknownHostException lengthIsRight) {
      throw new IllegalStateException(lengthIsRight);
    }
  }
}
