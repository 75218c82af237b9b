package social.kring.community.notifications;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import social.kring.community.notifications.Telling.Topic;
import social.kring.platform.events.Event;
import social.kring.platform.events.EventConsumer;
import social.kring.platform.storage.Transaction;

/** Tells people of what concerns them, and takes back what is no longer so. */
final class Teller implements EventConsumer {
  private final NotificationTable table;

  Teller(NotificationTable table) {
    this.table = table;
  }

  @Override
  public String name() {
    return Notifications.TELLER;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(
        "follow.made",
        "follow.requested",
        "follow.ended",
        "post.created",
        "post.edited",
        "post.favourited",
        "post.unfavourited",
        "post.boosted",
        "post.quoted",
        "poll.ended",
        "account.opened",
        "report.made",
        "post.unboosted");
  }

  /** Runs of events of one kind take a statement each, so that their order is kept. */
  @Override
  public void consume(List<Event> events, Transaction tx) {
    var run = new ArrayList<Event>();
    for (var event : events) {
      if (!run.isEmpty() && !run.getFirst().kind().equals(event.kind())) {
        consumeRun(List.copyOf(run), tx);
        run.clear();
      }
      run.add(event);
    }
    if (!run.isEmpty()) consumeRun(run, tx);
  }

  private void consumeRun(List<Event> run, Transaction tx) {
    switch (run.getFirst().kind()) {
      case "follow.made" -> {
        table.insert(tx, Telling.followed(NotificationType.FOLLOW), follows(run));
        table.deleteFollows(tx, NotificationType.FOLLOW_REQUEST, follows(run));
      }
      case "follow.requested" ->
          table.insert(tx, Telling.followed(NotificationType.FOLLOW_REQUEST), follows(run));
      case "follow.ended" -> {
        table.deleteFollows(tx, NotificationType.FOLLOW, follows(run));
        table.deleteFollows(tx, NotificationType.FOLLOW_REQUEST, follows(run));
      }
      case "post.created" -> {
        table.insert(tx, Telling.party(NotificationType.MENTION, "mentioned"), deeds(run));
        table.insert(tx, Telling.bell(), deeds(run));
      }
      case "post.edited" -> {
        table.insert(tx, Telling.party(NotificationType.UPDATE, "booster"), deeds(run));
        table.insert(tx, Telling.party(NotificationType.QUOTED_UPDATE, "quoter"), deeds(run));
      }
      case "post.quoted" ->
          table.insert(tx, Telling.party(NotificationType.QUOTE, "quoted"), deeds(run));
      case "poll.ended" -> {
        table.insert(tx, Telling.party(NotificationType.POLL, "author"), deeds(run));
        table.insert(tx, Telling.party(NotificationType.POLL, "voter"), deeds(run));
      }
      case "report.made" ->
          table.insert(tx, Telling.staff(NotificationType.ADMIN_REPORT, Topic.REPORT), deeds(run));
      case "account.opened" ->
          table.insert(
              tx, Telling.staff(NotificationType.ADMIN_SIGN_UP, Topic.PERSON), newcomers(run));
      case "post.favourited" ->
          table.insert(tx, Telling.party(NotificationType.FAVOURITE, "author"), deeds(run));
      case "post.boosted" ->
          table.insert(tx, Telling.party(NotificationType.REBLOG, "author"), deeds(run));
      case "post.unfavourited" -> table.deletePosts(tx, NotificationType.FAVOURITE, deeds(run));
      case "post.unboosted" -> table.deletePosts(tx, NotificationType.REBLOG, deeds(run));
      default -> throw new IllegalStateException("nobody wanted " + run.getFirst().kind());
    }
  }

  private static List<Deed> follows(List<Event> run) {
    return run.stream()
        .map(e -> new Deed(e.id(), number(e, "follower"), number(e, "followed"), e.at()))
        .toList();
  }

  private static List<Deed> newcomers(List<Event> run) {
    return run.stream().map(e -> new Deed(e.id(), e.subject(), e.subject(), e.at())).toList();
  }

  private static List<Deed> deeds(List<Event> run) {
    return run.stream()
        .map(e -> new Deed(e.id(), number(e, "actor"), e.subject(), e.at()))
        .toList();
  }

  private static long number(Event event, String name) {
    return event.happening().details().number(name).orElseThrow();
  }
}
