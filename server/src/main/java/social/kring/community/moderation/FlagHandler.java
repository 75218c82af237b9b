package social.kring.community.moderation;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import social.kring.community.moderation.Report.Category;
import social.kring.community.moderation.Report.Matter;
import social.kring.community.moderation.Report.Subject;
import social.kring.community.moderation.ReportTable.KnownPost;
import social.kring.federation.actors.ActorRow;
import social.kring.federation.actors.Actors;
import social.kring.federation.receiving.ActivityHandler;
import social.kring.federation.receiving.Fetched;
import social.kring.federation.receiving.Needs;
import social.kring.federation.receiving.ObjectKind;
import social.kring.federation.receiving.Outcome;
import social.kring.federation.receiving.Received;
import social.kring.platform.domains.Domains;
import social.kring.platform.events.Events;
import social.kring.platform.html.Sanitizer;
import social.kring.platform.storage.Ids;
import social.kring.platform.storage.Queries;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.activitystreams.Flag;
import social.kring.protocol.url.FediUrl;

/** Someone elsewhere reports accounts or posts of ours. Vocabulary §3.1; kept for moderators. */
final class FlagHandler implements ActivityHandler<Flag> {
  private final ReportTable table;
  private final Actors actors;
  private final Domains domains;
  private final Sanitizer sanitizer;
  private final Events events;
  private final Ids ids;
  private final Clock clock;

  FlagHandler(
      ReportTable table,
      Actors actors,
      Domains domains,
      Sanitizer sanitizer,
      Events events,
      Ids ids,
      Clock clock) {
    this.table = table;
    this.actors = actors;
    this.domains = domains;
    this.sanitizer = sanitizer;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Class<Flag> activity() {
    return Flag.class;
  }

  @Override
  public Set<ObjectKind> objects() {
    return Set.of(ObjectKind.ACTOR, ObjectKind.POST, ObjectKind.UNKNOWN);
  }

  @Override
  public Needs needs(Received<Flag> received, Fetched fetched, Queries queries) {
    return Needs.actors(Set.of(received.activity().actor()));
  }

  @Override
  public Outcome handle(Received<Flag> received, Fetched fetched, Transaction tx) {
    var flag = received.activity();
    var reporter = fetched.actor(flag.actor()).or(() -> actors.byUri(tx, flag.actor()));
    if (reporter.isEmpty() || flag.id().isEmpty()) {
      return Outcome.refused("it lacks an id, or its reporter cannot be had");
    }
    if (flag.objects().stream().noneMatch(domains::serves)) {
      return Outcome.refused("it reports nothing that is ours");
    }
    store(tx, flag, flag.id().get(), reporter.get());
    return Outcome.done();
  }

  private void store(Transaction tx, Flag flag, FediUrl id, ActorRow reporter) {
    var posts = table.knownPosts(tx, flag.objects());
    var subjects = subjects(tx, flag.objects(), posts);
    var matter =
        new Matter(
            target(subjects, posts),
            sanitizer.text(flag.content()),
            Category.OTHER,
            List.of(),
            false);
    var report = Report.fresh(ids.next(), reporter.id(), id, matter, subjects, clock.instant());
    if (table.insert(tx, report)) events.record(tx, Reports.made(report));
  }

  private List<Subject> subjects(
      Queries queries, List<FediUrl> objects, Map<FediUrl, KnownPost> posts) {
    Map<FediUrl, Long> known =
        actors.byUris(queries, objects).stream()
            .collect(Collectors.toMap(ActorRow::uri, ActorRow::id));
    return objects.stream()
        .distinct()
        .map(
            uri ->
                new Subject(
                    uri,
                    Optional.ofNullable(known.get(uri)),
                    Optional.ofNullable(posts.get(uri)).map(KnownPost::id)))
        .toList();
  }

  /** The account, or else whoever wrote the posts, if they are of this node. */
  private Optional<Long> target(List<Subject> subjects, Map<FediUrl, KnownPost> posts) {
    return Stream.concat(
            subjects.stream()
                .filter(subject -> domains.serves(subject.uri()))
                .flatMap(subject -> subject.actor().stream()),
            subjects.stream()
                .filter(subject -> domains.serves(subject.uri()))
                .flatMap(subject -> Stream.ofNullable(posts.get(subject.uri())))
                .map(KnownPost::author))
        .findFirst();
  }
}
