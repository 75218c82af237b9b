package social.kring.community.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import social.kring.community.PageRequest;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.peers.Peers;
import social.kring.federation.peers.PolicyEntry;
import social.kring.federation.receiving.Fetched;
import social.kring.federation.receiving.Outcome;
import social.kring.federation.receiving.Received;
import social.kring.platform.events.Happening;
import social.kring.protocol.activitystreams.Activity;
import social.kring.protocol.activitystreams.Flag;
import social.kring.protocol.json.StrictJson;
import social.kring.protocol.json.Tree;
import social.kring.testing.Town;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModerationTest {
  private Town town;
  private Peers peers;
  private Moderation moderation;
  private int made;

  @BeforeAll
  void open() {
    town = new Town();
    peers = new Peers(town.database(), town.clock(), new SecureRandom());
    moderation = Moderation.on(town.foundation(), peers, town.domains());
  }

  @AfterAll
  void close() {
    town.close();
  }

  @Test
  void a_report_names_accounts_and_posts_and_waits_for_a_moderator() {
    var alice = town.person("a" + made++);
    var reporter = town.stranger("r" + made++, "far.example");
    var post = "https://town.example/ap/o/1";

    reports(reporter, "1", "['" + alice.uri() + "','" + post + "']");

    var open = moderation.reports().open(town.database(), PageRequest.newest(10));
    assertThat(open).hasSize(1);
    assertThat(open.getFirst().comment()).isEqualTo("spam <b>!");
    assertThat(open.getFirst().subjects())
        .extracting(subject -> subject.uri().text(), Report.Subject::actor)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(alice.uri().text(), Optional.of(alice.id())),
            org.assertj.core.groups.Tuple.tuple(post, Optional.empty()));

    town.change(
        tx -> moderation.reports().resolve(tx, open.getFirst().id(), Optional.of(alice.id())));
    assertThat(moderation.reports().open(town.database(), PageRequest.newest(10))).isEmpty();
  }

  @Test
  void the_same_report_twice_is_one() {
    var alice = town.person("a" + made++);
    var reporter = town.stranger("r" + made++, "far.example");
    town.happened();

    reports(reporter, "same", "'" + alice.uri() + "'");
    reports(reporter, "same", "'" + alice.uri() + "'");

    assertThat(town.kinds()).containsExactly("report.made");
    var open = moderation.reports().open(town.database(), PageRequest.newest(1)).getFirst();
    town.change(tx -> moderation.reports().resolve(tx, open.id(), Optional.of(alice.id())));
  }

  @Test
  void a_report_about_nothing_of_ours_is_refused() {
    var reporter = town.stranger("r" + made++, "far.example");

    assertThat(reports(reporter, "2", "'https://elsewhere.example/users/x'"))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(moderation.reports().open(town.database(), PageRequest.newest(10))).isEmpty();
  }

  @Test
  void people_of_a_blocked_host_disappear_and_come_back_with_it() {
    var dan = town.stranger("d" + made++, "bad.example");
    var below = town.stranger("d" + made++, "sub.bad.example");
    var other = town.stranger("d" + made++, "good.example");

    block("Bad.example");

    assertThat(active(dan)).isFalse();
    assertThat(active(below)).isFalse();
    assertThat(active(other)).isTrue();
    assertThat(moderation.domainBlocks().list(town.database()))
        .extracting(PolicyEntry::host, PolicyEntry::reason)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("bad.example", "spam"));

    unblock("bad.example");

    assertThat(active(dan)).isTrue();
    assertThat(active(below)).isTrue();
    assertThat(moderation.domainBlocks().list(town.database())).isEmpty();
  }

  @Test
  void whoever_was_suspended_before_stays_so() {
    var dan = town.stranger("d" + made++, "worse.example");
    town.change(tx -> town.foundation().actors().suspend(tx, dan.id()));

    block("worse.example");
    unblock("worse.example");

    assertThat(active(dan)).isFalse();
  }

  @Test
  void our_own_domain_cannot_be_blocked_nor_what_is_no_host() {
    assertThatThrownBy(() -> block("town.example")).hasMessageContaining("town.example");
    assertThatThrownBy(() -> block("not a host")).hasMessageContaining("not a host");
    assertThatThrownBy(() -> unblock("never.example")).hasMessageContaining("never.example");
  }

  @Test
  void a_purge_reaches_as_far_as_a_block_does() {
    var dan = town.stranger("d" + made++, "gone.example");
    var below = town.stranger("d" + made++, "sub.gone.example");
    var deeper = town.stranger("d" + made++, "far.sub.gone.example");
    var port = town.stranger("d" + made++, "gone.example:8443");
    town.stranger("d" + made++, "begone.example");
    block("gone.example");

    assertThat(purged("gone.example"))
        .containsExactlyInAnyOrder(dan.id(), below.id(), deeper.id(), port.id());
    assertThat(purged("sub.gone.example")).containsExactlyInAnyOrder(below.id(), deeper.id());
    assertThatThrownBy(() -> purged("begone.example")).hasMessageContaining("is not blocked");
    unblock("gone.example");
  }

  private List<Long> purged(String host) {
    town.change(tx -> moderation.domainBlocks().purge(tx, host));
    town.happened();
    var job = town.nextJob();
    moderation.capability().jobs().getLast().run(job.details());
    return town.happened().stream()
        .filter(happening -> happening.kind().equals("actor.purged"))
        .map(Happening::subject)
        .toList();
  }

  private boolean active(ActorRow actor) {
    return town.again(actor).standing().active();
  }

  private void block(String host) {
    town.change(tx -> moderation.domainBlocks().block(tx, host, "spam"));
    runJob();
  }

  private void unblock(String host) {
    town.change(tx -> moderation.domainBlocks().unblock(tx, host));
    runJob();
  }

  private void runJob() {
    town.nextJob();
    moderation.capability().jobs().getFirst().run(Tree.builder().build());
  }

  private Outcome reports(ActorRow reporter, String id, String objects) {
    var json =
        "{'id':'%s/flag/%s','type':'Flag','actor':'%s','content':'spam &lt;b>!','object':%s}"
            .formatted(reporter.uri(), id, reporter.uri(), objects)
            .replace('\'', '"');
    var flag = (Flag) Activity.parse(StrictJson.parse(json));
    var received =
        new Received<>(
            flag, reporter.uri(), Optional.empty(), Optional.empty(), town.clock().instant());
    var handler = (FlagHandler) moderation.capability().handlers().getFirst();
    var fetched = new Fetched(Map.of(), Map.of());
    return town.database().transaction(tx -> handler.handle(received, fetched, tx));
  }
}
