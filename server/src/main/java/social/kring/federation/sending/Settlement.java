package social.kring.federation.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import social.kring.federation.peers.Peers;
import social.kring.federation.sending.LaneTable.Terms;
import social.kring.federation.sending.LaneTable.Verdict;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Transaction;

/** Writes down how deliveries went, many in one transaction. */
final class Settlement {
  private static final int MOST_TRIES_OF_OURS = 5;
  private static final int LONGEST_REASON = 300;
  private static final int FEW = 8;

  private final LaneTable lanes = new LaneTable();
  private final DeliveryTable deliveries = new DeliveryTable();
  private final RefusalTable refusals = new RefusalTable();
  private final Database database;
  private final Peers peers;

  Settlement(Database database, Peers peers) {
    this.database = database;
    this.peers = peers;
  }

  /**
   * The fewer they are, the sooner it counts: while few lanes are worked on, what arrived is
   * written down first and by itself.
   */
  void settle(List<Report> reports, Terms terms) {
    if (reports.size() > FEW) settleTogether(reports, terms);
    else settleAtOnce(reports, terms);
  }

  private void settleAtOnce(List<Report> reports, Terms terms) {
    var arrived = only(reports, Report.Tried.class).stream().filter(Settlement::isArrived).toList();
    if (!arrived.isEmpty()) deliveries.delete(database, ids(arrived));
    var hosts = arrived.stream().filter(Settlement::isRoutine).map(Settlement::host).toList();
    var down = hosts.isEmpty() ? Set.<String>of() : lanes.notWell(database, hosts, terms.now());
    var rest = reports.stream().filter(each -> !isRoutine(each) || down.contains(host(each)));
    var more = rest.toList();
    if (!more.isEmpty()) settleTogether(more, terms);
  }

  private static boolean isArrived(Report report) {
    return report instanceof Report.Tried tried && tried.outcome() instanceof Outcome.Arrived;
  }

  /** Nothing but what is usual: it says nothing new of its host. */
  private static boolean isRoutine(Report report) {
    return report instanceof Report.Tried tried
        && tried.taken().well()
        && tried.outcome() instanceof Outcome.Arrived(var promptly)
        && promptly;
  }

  private void settleTogether(List<Report> reports, Terms terms) {
    database.transaction(
        tx -> {
          settle(tx, reports, terms);
          return true;
        });
  }

  private void settle(Transaction tx, List<Report> reports, Terms terms) {
    var hosts =
        reports.stream().map(Settlement::host).collect(Collectors.toCollection(TreeSet::new));
    lanes.planByIndex(tx);
    lanes.lock(tx, hosts);
    var tried = only(reports, Report.Tried.class);
    settleDone(tx, tried, terms.now());
    settleFailed(tx, tried, terms.now());
    var ended = dueTimes(only(reports, Report.Ended.class), terms);
    if (!ended.isEmpty()) lanes.closeEmpty(tx, ended.keySet(), terms.holder());
    var verdicts = verdicts(tx, tried);
    hosts.removeAll(lanes.deleteIdle(tx, hosts));
    if (hosts.isEmpty()) return;
    verdicts.keySet().retainAll(hosts);
    if (!verdicts.isEmpty()) lanes.judge(tx, verdicts);
    if (!ended.isEmpty()) lanes.release(tx, ended, terms.holder());
    lanes.schedule(tx, hosts, terms);
  }

  private void settleDone(Transaction tx, List<Report.Tried> tried, Instant now) {
    var done = tried.stream().filter(Settlement::isDone).toList();
    if (done.isEmpty()) return;
    deliveries.delete(tx, ids(done));
    done.stream()
        .filter(each -> each.outcome() instanceof Outcome.InboxGone)
        .forEach(each -> deliveries.bury(tx, host(each), each.delivery().inbox(), now));
    countRefusals(tx, done, now);
  }

  private static boolean isDone(Report.Tried tried) {
    return switch (tried.outcome()) {
      case Outcome.Arrived arrived -> true;
      case Outcome.InboxGone gone -> true;
      case Outcome.Refused refused -> true;
      case Outcome.NotAllowed notAllowed -> true;
      case Outcome.Delayed delayed -> delayed.isOver(tried.delivery().tries() + 1);
      case Outcome.HostDown down -> false;
      case Outcome.NotSent notSent -> false;
      case Outcome.Busy busy -> false;
    };
  }

  private void countRefusals(Transaction tx, List<Report.Tried> done, Instant now) {
    var counted =
        done.stream()
            .flatMap(each -> refusal(each.outcome()).map(why -> new Refusal(host(each), why, 1)))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    refusals.count(
        tx,
        counted.entrySet().stream()
            .map(e -> new Refusal(e.getKey().host(), e.getKey().reason(), e.getValue()))
            .toList(),
        now);
  }

  private static Stream<String> refusal(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Refused(var why) -> Stream.of(shortened(why));
      case Outcome.NotAllowed(var why) -> Stream.of(shortened(why));
      case Outcome.Delayed(var why, var mostTries) -> Stream.of(shortened(why));
      default -> Stream.empty();
    };
  }

  private void settleFailed(Transaction tx, List<Report.Tried> tried, Instant now) {
    var reasons = new LinkedHashMap<Long, String>();
    var hopeless = new ArrayList<Long>();
    for (var each : tried) {
      failure(each.outcome()).forEach(why -> reasons.put(each.delivery().id(), why));
      if (each.outcome() instanceof Outcome.NotSent
          && each.delivery().tries() + 1 >= MOST_TRIES_OF_OURS) {
        hopeless.add(each.delivery().id());
      }
    }
    if (!reasons.isEmpty()) deliveries.failed(tx, reasons);
    if (!hopeless.isEmpty()) deliveries.park(tx, hopeless, now);
  }

  private static Stream<String> failure(Outcome outcome) {
    return switch (outcome) {
      case Outcome.HostDown(var why, var retryAfter) -> Stream.of(shortened(why));
      case Outcome.NotSent(var why) -> Stream.of(shortened(why));
      case Outcome.Delayed(var why, var mostTries) -> Stream.of(shortened(why));
      default -> Stream.empty();
    };
  }

  /** Of several things that a host did, the last one tells how it is. */
  private Map<String, Verdict> verdicts(Transaction tx, List<Report.Tried> tried) {
    var last = new LinkedHashMap<String, Report.Tried>();
    tried.stream()
        .filter(each -> tells(each.outcome()))
        .forEach(each -> last.put(host(each), each));
    var back = new TreeSet<String>();
    var down = new TreeMap<String, Optional<Duration>>();
    last.forEach(
        (host, each) -> {
          if (each.outcome() instanceof Outcome.HostDown(var why, var after)) down.put(host, after);
          else if (!each.taken().well()) back.add(host);
        });
    if (!back.isEmpty()) peers.succeeded(tx, back);
    var until = down.isEmpty() ? Map.<String, Instant>of() : peers.failed(tx, down);
    return last.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> verdict(e.getValue(), until)));
  }

  private static boolean tells(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Arrived arrived -> true;
      case Outcome.InboxGone gone -> true;
      case Outcome.Refused refused -> true;
      case Outcome.HostDown down -> true;
      case Outcome.Delayed delayed -> false;
      case Outcome.NotAllowed notAllowed -> false;
      case Outcome.NotSent notSent -> false;
      case Outcome.Busy busy -> false;
    };
  }

  private static Verdict verdict(Report.Tried tried, Map<String, Instant> downUntil) {
    return switch (tried.outcome()) {
      case Outcome.HostDown down -> new Verdict(false, downUntil.get(host(tried)));
      case Outcome.Arrived(var promptly) -> new Verdict(promptly, Instant.EPOCH);
      default -> new Verdict(true, Instant.EPOCH);
    };
  }

  private static Map<Lane, Instant> dueTimes(List<Report.Ended> ended, Terms terms) {
    var due = new LinkedHashMap<Lane, Instant>();
    ended.forEach(each -> due.put(each.taken().lane(), terms.now().plus(each.rest())));
    return due;
  }

  private static List<Long> ids(List<Report.Tried> tried) {
    return tried.stream().map(each -> each.delivery().id()).toList();
  }

  private static String host(Report report) {
    return report.taken().lane().host();
  }

  private static String shortened(String reason) {
    return reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
  }

  private static <T> List<T> only(List<Report> reports, Class<T> type) {
    return reports.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
