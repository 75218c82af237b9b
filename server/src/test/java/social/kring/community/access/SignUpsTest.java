package social.kring.community.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import social.kring.community.access.Admission.Which;
import social.kring.community.access.Invites.NewInvite;
import social.kring.community.access.SignUps.Policy;
import social.kring.federation.actors.ActorRow;
import social.kring.protocol.Problem;
import social.kring.protocol.Problem.Kind;
import social.kring.protocol.discovery.Handle;
import social.kring.testing.Town;

class SignUpsTest {
  private Gate gate;
  private int made;

  @BeforeEach
  void open() {
    gate = new Gate();
  }

  @AfterEach
  void close() {
    gate.close();
  }

  @Test
  void whoever_signs_up_is_nobody_until_her_address_is_confirmed_and_she_is_approved() {
    var nora = signUp(form("nora", "nora@mail.example"));
    assertThat(nora.role()).isEqualTo(Role.MEMBER);
    assertThat(actor("nora").standing().active()).isFalse();

    var letter = gate.mail().getFirst();
    assertThat(letter.to()).isEqualTo("nora@mail.example");
    gate.access.emails().confirm(Letterbox.token(letter));
    assertThat(refusal("nora")).hasMessage("Your login is currently pending approval");
    assertThat(actor("nora").standing().active()).isFalse();

    gate.town.change(tx -> gate.access.admission().approve(tx, nora.actor()));
    assertThat(actor("nora").standing().active()).isTrue();
    assertThatCode(() -> signIn("nora", Gate.PASSWORD)).doesNotThrowAnyException();
    assertThat(gate.town.kinds()).contains("account.created", "account.approved", "account.opened");
  }

  @Test
  void approval_before_confirmation_lets_in_as_well() {
    var nora = signUp(form("nora", "nora@mail.example"));
    gate.town.change(tx -> gate.access.admission().approve(tx, nora.actor()));
    assertThat(actor("nora").standing().active()).isFalse();

    gate.access.emails().confirm(Letterbox.token(gate.mail().getFirst()));

    assertThat(actor("nora").standing().active()).isTrue();
  }

  @Test
  void whoever_is_rejected_was_never_here() {
    var first = signUp(form("nora", "nora@mail.example"));
    assertThat(waiting()).containsExactly(first.actor());

    gate.town.change(tx -> gate.access.admission().reject(tx, first.actor()));

    assertThat(waiting()).isEmpty();
    assertThat(gate.mail()).isEmpty();
    assertThatCode(() -> signUp(form("nora", "nora@mail.example"))).doesNotThrowAnyException();
  }

  @Test
  void nobody_who_was_let_in_is_rejected() {
    var alice = gate.account("alice");

    var refused =
        catchThrowableOfType(
            Problem.class,
            () -> gate.town.change(tx -> gate.access.admission().reject(tx, alice.actor())));

    assertThat(refused.kind()).isEqualTo(Kind.FORBIDDEN);
    assertThatCode(() -> signIn("alice", Gate.PASSWORD)).doesNotThrowAnyException();
  }

  @Test
  void whoever_never_opens_her_link_is_forgotten_and_nobody_else() {
    gate.account("alice");
    signUp(form("nora", "nora@mail.example"));
    gate.town.clock().advance(Duration.ofDays(15));

    sweep();

    assertThat(waiting()).isEmpty();
    assertThatCode(() -> signIn("alice", Gate.PASSWORD)).doesNotThrowAnyException();
  }

  @Test
  void whoever_has_a_link_that_she_may_still_open_is_not_forgotten() {
    var nora = signUp(form("nora", "nora@mail.example"));
    gate.town.clock().advance(Duration.ofDays(12));
    gate.access.emails().sendAgain(nora, Optional.empty());
    var link = Letterbox.token(gate.mail().getLast());
    gate.town.clock().advance(Duration.ofDays(3));

    sweep();

    assertThat(waiting()).containsExactly(nora.actor());
    assertThatCode(() -> gate.access.emails().confirm(link)).doesNotThrowAnyException();
  }

  @Test
  void whoever_is_erased_keeps_her_name() {
    var nora = signUp(form("nora", "nora@mail.example"));
    var now = gate.town.clock().instant();
    gate.town.change(tx -> new AccountTable().erase(tx, nora.actor(), now));
    gate.town.clock().advance(Duration.ofDays(15));

    sweep();

    assertThat(actor("nora").id()).isEqualTo(nora.actor());
  }

  private void sweep() {
    gate.access
        .capability()
        .jobs()
        .getFirst()
        .run(social.kring.protocol.json.Tree.builder().build());
  }

  @Test
  void all_that_is_wrong_is_told_at_once_and_field_by_field() {
    gate.account("taken");
    var wrong = new SignUpForm("no spaces", "no address", "short", false, SignUpForm.More.NOTHING);

    var faults = failure(wrong).faults();

    assertThat(faults).containsOnlyKeys("username", "email", "password", "agreement", "reason");
    assertThat(faults.get("username").getFirst().code()).isEqualTo("ERR_INVALID");
    assertThat(faults.get("password").getFirst().code()).isEqualTo("ERR_TOO_SHORT");
    var taken = failure(form("Taken", "TAKEN@mail.example")).faults();
    assertThat(taken).containsOnlyKeys("username", "email");
    assertThat(taken.get("email").getFirst().code()).isEqualTo("ERR_TAKEN");
  }

  @Test
  void an_invite_lets_in_as_often_as_it_says_and_one_by_a_moderator_stands_for_approval() {
    gate = again(Policy.APPROVAL);
    var moderator = gate.account("mora");
    gate.town.change(tx -> gate.access.accounts().setRole(tx, moderator.actor(), Role.MODERATOR));
    var code = invite(Optional.of(moderator.actor()));

    var guest = signUp(invited("guest", code));
    var second = failure(invited("second", code));

    assertThat(guest.standing().approvedAt()).isPresent();
    assertThat(second.faults()).containsOnlyKeys("invite_code");
  }

  @Test
  void an_invite_by_a_member_does_not_stand_for_approval() {
    var code = invite(Optional.of(gate.account("mel").actor()));

    assertThat(signUp(invited("guest", code)).standing().approvedAt()).isEmpty();
  }

  @Test
  void where_only_guests_come_in_nobody_comes_without_an_invite() {
    gate = again(Policy.INVITE);
    var code = invite(Optional.of(gate.account("mel").actor()));

    assertThat(failure(form("nora", "nora@mail.example")).kind()).isEqualTo(Kind.FORBIDDEN);
    assertThat(failure(invited("nora", "made-up")).faults()).containsOnlyKeys("invite_code");
    assertThat(signUp(invited("nora", code)).standing().approvedAt()).isPresent();
  }

  @Test
  void an_invite_is_good_while_whoever_made_it_may_be_here() {
    gate = again(Policy.INVITE);
    var mel = gate.account("mel").actor();
    var code = invite(Optional.of(mel));

    gate.town.change(tx -> gate.access.accounts().disable(tx, mel));
    assertThat(failure(invited("nora", code)).faults()).containsOnlyKeys("invite_code");
    gate.town.change(tx -> gate.access.accounts().enable(tx, mel));
    assertThatCode(() -> signUp(invited("nora", code))).doesNotThrowAnyException();

    var another = invite(Optional.of(mel));
    gate.access.deletion().delete(mel);
    assertThat(failure(invited("nils", another)).faults()).containsOnlyKeys("invite_code");
  }

  @Test
  void where_it_is_closed_no_invite_helps() {
    gate = again(Policy.CLOSED);
    var code = invite(Optional.empty());

    assertThat(failure(invited("nora", code)).kind()).isEqualTo(Kind.FORBIDDEN);
  }

  @Test
  void where_age_matters_the_date_of_birth_is_asked_for_and_compared() {
    gate = again(new Access.Rules(Policy.OPEN, true, false, Optional.of(16)));

    assertThat(failure(born("nora", Optional.empty())).faults()).containsOnlyKeys("date_of_birth");
    assertThat(failure(born("nora", Optional.of("yesterday"))).faults().get("date_of_birth"))
        .extracting(Problem.Fault::code)
        .containsExactly("ERR_INVALID");
    assertThat(failure(born("nora", Optional.of("2015-01-01"))).faults().get("date_of_birth"))
        .extracting(Problem.Fault::code)
        .containsExactly("ERR_BELOW_LIMIT");
    assertThatCode(() -> signUp(born("nora", Optional.of("1990-02-03"))))
        .doesNotThrowAnyException();
  }

  @Test
  void a_mistyped_address_is_corrected_and_its_link_is_good_no_longer() {
    var nora = signUp(form("nora", "wrong@mail.example"));
    var old = Letterbox.token(gate.mail().getFirst());

    gate.access.emails().sendAgain(nora, Optional.of("right@mail.example"));

    var letter = gate.mail().getFirst();
    assertThat(letter.to()).isEqualTo("right@mail.example");
    assertThat(refused(() -> gate.access.emails().confirm(old)).kind()).isEqualTo(Kind.INVALID);
    gate.access.emails().confirm(Letterbox.token(letter));
    assertThat(refusal("right@mail.example")).hasMessageContaining("pending approval");
  }

  @Test
  void another_address_counts_once_it_is_confirmed_and_the_old_one_is_told() {
    var alice = gate.account("alice");
    gate.access.emails().request(alice, "new@mail.example");
    assertThat(signIn("alice@mail.example", Gate.PASSWORD)).isEqualTo(alice);

    gate.access.emails().confirm(Letterbox.token(gate.mail().getFirst()));

    assertThat(signIn("new@mail.example", Gate.PASSWORD).email()).isEqualTo("new@mail.example");
    assertThat(gate.mail()).extracting(letter -> letter.to()).containsExactly("alice@mail.example");
  }

  @Test
  @Timeout(60)
  void of_two_who_confirm_one_address_at_once_the_second_hears_that_it_is_taken() {
    var alice = gate.account("alice");
    gate.access.emails().request(gate.account("bob"), "one@mail.example");
    var link = Letterbox.token(gate.mail().getFirst());
    var second = new FutureTask<>(() -> refused(() -> gate.access.emails().confirm(link)));

    gate.town.change(
        tx -> {
          gate.access.admission().confirm(tx, alice.actor(), "One@mail.example");
          Thread.ofVirtual().start(second);
          awaitSomebodyWaiting();
        });

    assertThat(second)
        .succeedsWithin(Duration.ofSeconds(30))
        .extracting(Problem::kind)
        .isEqualTo(Kind.CONFLICT);
  }

  /** For what somebody else holds in the database. */
  private void awaitSomebodyWaiting() {
    var waiting =
        """
        SELECT FROM pg_stat_activity
         WHERE datname = current_database() AND wait_event_type = 'Lock'
        """;
    while (gate.town.database().list(waiting, row -> row).isEmpty()) Thread.onSpinWait();
  }

  @Test
  void an_address_that_is_asked_for_with_the_password_is_not_replaced_without_it() {
    var alice = gate.account("alice");
    gate.access.emails().request(alice, "new@mail.example");

    var refused =
        refused(() -> gate.access.emails().sendAgain(alice, Optional.of("other@mail.example")));

    assertThat(refused.kind()).isEqualTo(Kind.FORBIDDEN);
    assertThat(gate.mail()).extracting(letter -> letter.to()).containsOnly("new@mail.example");
  }

  @Test
  void a_link_that_the_operator_makes_is_told_to_the_person() {
    var alice = gate.account("alice");

    var link = gate.access.passwords().linkByOperator(alice.actor()).orElseThrow();

    assertThat(gate.mail())
        .extracting(letter -> letter.text())
        .singleElement()
        .asString()
        .contains("The operator made a link")
        .doesNotContain(link);
  }

  @Test
  void letters_are_limited() {
    var nora = signUp(form("nora", "nora@mail.example"));
    for (var i = 0; i < 5; i++) gate.access.emails().sendAgain(nora, Optional.empty());

    assertThat(refused(() -> gate.access.emails().sendAgain(nora, Optional.empty())).kind())
        .isEqualTo(Kind.TOO_MANY_REQUESTS);
  }

  @Test
  void a_link_sets_a_password_once_and_ends_all_sessions() {
    var alice = gate.account("alice");
    var session =
        gate.town
            .database()
            .transaction(tx -> gate.access.browserSessions().begin(tx, alice, "Browser/1"));
    gate.access.passwords().request("Alice@mail.example", address());
    var token = Letterbox.token(gate.mail().getFirst());

    gate.access.passwords().reset(token, "another horse");

    assertThatCode(() -> signIn("alice", "another horse")).doesNotThrowAnyException();
    assertThat(gate.access.browserSessions().find(gate.town.database(), session.text())).isEmpty();
    assertThat(refused(() -> gate.access.passwords().reset(token, "yet another")).kind())
        .isEqualTo(Kind.INVALID);
  }

  @Test
  void a_new_password_ends_what_was_begun_with_the_old_one() {
    var alice = gate.account("alice");
    gate.access.emails().request(alice, "thief@mail.example");
    var change = Letterbox.token(gate.mail().getFirst());
    gate.access.passwords().request("alice@mail.example", address());
    var reset = Letterbox.token(gate.mail().getFirst());

    gate.access.passwords().change(alice, Gate.PASSWORD, "another horse", address());

    assertThat(refused(() -> gate.access.emails().confirm(change)).kind()).isEqualTo(Kind.INVALID);
    assertThat(refused(() -> gate.access.passwords().reset(reset, "yet another")).kind())
        .isEqualTo(Kind.INVALID);
    assertThat(gate.access.emails().pending(gate.town.database(), alice.actor())).isEmpty();
  }

  @Test
  void a_new_password_leaves_the_link_of_a_sign_up_good() {
    var nora = signUp(form("nora", "nora@mail.example"));
    var link = Letterbox.token(gate.mail().getFirst());

    gate.access.accounts().setPassword(gate.town.database(), nora.actor(), "another horse");

    assertThatCode(() -> gate.access.emails().confirm(link)).doesNotThrowAnyException();
  }

  @Test
  void a_link_for_a_password_is_good_for_two_hours() {
    gate.account("alice");
    gate.access.passwords().request("alice@mail.example", address());
    var token = Letterbox.token(gate.mail().getFirst());
    gate.town.clock().advance(Duration.ofHours(2));

    assertThat(refused(() -> gate.access.passwords().reset(token, "another horse")).kind())
        .isEqualTo(Kind.INVALID);
    assertThatCode(() -> signIn("alice", Gate.PASSWORD)).doesNotThrowAnyException();
  }

  @Test
  void an_address_that_is_nobodys_is_answered_and_limited_like_any_other() {
    gate.account("alice");
    for (var i = 0; i < 5; i++) {
      gate.access.passwords().request("alice@mail.example", address());
      gate.access.passwords().request("nobody@mail.example", address());
    }

    assertThat(gate.mail()).extracting(letter -> letter.to()).containsOnly("alice@mail.example");
    for (var email : new String[] {"alice@mail.example", "nobody@mail.example"}) {
      assertThat(refused(() -> gate.access.passwords().request(email, address())).kind())
          .isEqualTo(Kind.TOO_MANY_REQUESTS);
    }
  }

  @Test
  void no_link_waits_in_the_queue() {
    gate.account("alice");
    gate.access.passwords().request("alice@mail.example", address());

    assertThat(gate.town.nextJob().details().toString()).doesNotContain("token");
    assertThat(gate.town.database().list("SELECT FROM mail_link", row -> row).size()).isZero();
  }

  private Gate again(Policy policy) {
    return again(new Access.Rules(policy, true));
  }

  private Gate again(Access.Rules rules) {
    gate.close();
    return new Gate(rules);
  }

  private String invite(Optional<Long> maker) {
    var wanted = new NewInvite(maker, "for a friend", Optional.of(1), Optional.empty());
    return gate.town
        .database()
        .transaction(tx -> gate.access.invites().make(tx, wanted))
        .code()
        .text();
  }

  static SignUpForm form(String name, String email) {
    return form(name, email, Optional.empty(), Optional.empty());
  }

  private static SignUpForm invited(String name, String code) {
    return form(name, name + "@mail.example", Optional.empty(), Optional.of(code));
  }

  private static SignUpForm born(String name, Optional<String> day) {
    return form(name, name + "@mail.example", day, Optional.empty());
  }

  private static SignUpForm form(
      String name, String email, Optional<String> day, Optional<String> invite) {
    var more =
        new SignUpForm.More(
            Optional.of("I like it here"), Optional.of("en"), day, invite, Optional.empty());
    return new SignUpForm(name, email, Gate.PASSWORD, true, more);
  }

  private java.util.List<Long> waiting() {
    return gate
        .access
        .admission()
        .page(gate.town.database(), Which.WAITING, Long.MAX_VALUE, 10)
        .stream()
        .map(each -> each.account().actor())
        .toList();
  }

  private ActorRow actor(String name) {
    var handle = new Handle(name, Town.DOMAIN.authority());
    return gate.town.foundation().actors().byHandle(gate.town.database(), handle).orElseThrow();
  }

  private Account signUp(SignUpForm form) {
    return gate.access.signUps().signUp(form, address());
  }

  private Account signIn(String login, String password) {
    return gate.access.signIns().signIn(login, password, address());
  }

  private Problem refusal(String login) {
    return refused(() -> signIn(login, Gate.PASSWORD));
  }

  private Problem failure(SignUpForm form) {
    return refused(() -> signUp(form));
  }

  private static Problem refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable what) {
    return catchThrowableOfType(Problem.class, what);
  }

  /** Each call another one. */
  private ClientAddress address() {
    try {
      return new ClientAddress(InetAddress.getByAddress(new byte[] {10, 1, 0, (byte) made++}));
    } catch (UnknownHostException lengthIsRight) {
      throw new IllegalStateException(lengthIsRight);
    }
  }
}
