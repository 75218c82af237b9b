package social.kring.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import social.kring.protocol.Problem;
import social.kring.protocol.url.Origin;

class HostPermitsTest {
  private static final Origin ACME = Origin.ofAuthority("acme.example");
  private static final Origin GLOBEX = Origin.ofAuthority("globex.example");

  private final HostPermits permits = new HostPermits(2, 1);

  @AfterEach
  void nothing_is_remembered_of_hosts_that_nobody_asks() {
    assertThat(permits.hosts()).isZero();
  }

  @Test
  void so_many_requests_to_one_host_and_no_more() {
    permits.take(ACME);
    permits.take(ACME);
    var third = permits.take(ACME);
    assertThat(third.future().isComplete()).isFalse();
    permits.release(ACME);
    assertThat(third.future().succeeded()).isTrue();
    permits.release(ACME);
    permits.release(ACME);
  }

  @Test
  void hosts_do_not_wait_for_each_other() {
    permits.take(ACME);
    permits.take(ACME);
    assertThat(permits.take(GLOBEX).future().succeeded()).isTrue();
    permits.release(ACME);
    permits.release(ACME);
    permits.release(GLOBEX);
  }

  @Test
  void who_would_be_one_too_many_to_wait_is_sent_away() {
    permits.take(ACME);
    permits.take(ACME);
    permits.take(ACME);
    var fourth = permits.take(ACME).future();
    assertThat(fourth.cause())
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.UNAVAILABLE));
    for (var i = 0; i < 3; i++) permits.release(ACME);
  }

  @Test
  void who_stops_waiting_takes_no_permit() {
    permits.take(ACME);
    permits.take(ACME);
    var third = permits.take(ACME);
    permits.abandon(ACME, third);
    permits.release(ACME);
    assertThat(third.future().isComplete()).isFalse();
    assertThat(permits.take(ACME).future().succeeded()).isTrue();
    permits.release(ACME);
    permits.release(ACME);
  }

  @Test
  void a_permit_that_came_too_late_is_passed_on() {
    permits.take(ACME);
    permits.take(ACME);
    var third = permits.take(ACME);
    permits.release(ACME);
    permits.abandon(ACME, third);
    assertThat(permits.take(ACME).future().succeeded()).isTrue();
    permits.release(ACME);
    permits.release(ACME);
  }
}
