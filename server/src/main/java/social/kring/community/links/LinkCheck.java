package social.kring.community.links;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import social.kring.community.Foundation;
import social.kring.federation.actors.ActorProfile.Field;
import social.kring.federation.actors.ActorRow;
import social.kring.platform.jobs.JobHandler;
import social.kring.platform.storage.Transaction;
import social.kring.protocol.Problem;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/** Looks whether the pages that somebody links to link back. */
final class LinkCheck implements JobHandler {
  private static final Logger log = LoggerFactory.getLogger(LinkCheck.class);
  private static final String KIND = "links.check";
  private static final int MOST_TRIES = 3;
  private static final Duration REST = Duration.ofMinutes(10);

  private final Foundation base;
  private final Web web;

  LinkCheck(Foundation base, Web web) {
    this.base = base;
    this.web = web;
  }

  static void schedule(Transaction tx, Foundation base, long person, long tries) {
    var details = Tree.builder().put("person", person).put("tries", tries).build();
    var due = base.clock().instant().plus(REST.multipliedBy(tries));
    base.jobs().schedule(tx, KIND, Long.toString(person), details, due);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean asksOthers() {
    return true;
  }

  @Override
  public void run(Tree details) {
    base.actors()
        .byId(base.database(), details.number("person").orElseThrow())
        .filter(person -> person.local() && person.standing().active())
        .ifPresent(person -> check(person, details.number("tries").orElse(0L)));
  }

  private void check(ActorRow person, long tries) {
    var answers =
        person.profile().fields().stream()
            .filter(field -> field.verifiedAt().isEmpty())
            .flatMap(field -> link(field).stream())
            .distinct()
            .map(link -> new Answer(link, linksBack(link, person)))
            .toList();
    var proved = with(answers, Found.LINKS_BACK);
    var again = !with(answers, Found.PERHAPS_LATER).isEmpty() && tries + 1 < MOST_TRIES;
    if (proved.isEmpty() && !again) return;
    base.database()
        .transaction(
            tx -> {
              base.actors().proveLinks(tx, person.id(), proved, base.clock().instant());
              if (again) schedule(tx, base, person.id(), tries + 1);
              return null;
            });
  }

  private enum Found {
    LINKS_BACK,
    NOTHING,
    PERHAPS_LATER
  }

  private record Answer(FediUrl link, Found found) {}

  private static List<String> with(List<Answer> answers, Found wanted) {
    return answers.stream()
        .filter(answer -> answer.found() == wanted)
        .map(answer -> answer.link().text())
        .toList();
  }

  /** Only a field that is nothing but an address, and one that nobody on the way can change. */
  private static Optional<FediUrl> link(Field field) {
    return FediUrl.tryParse(field.source().strip())
        .filter(url -> url.scheme().equals("https"))
        .filter(url -> url.text().equals(field.source()));
  }

  private Found linksBack(FediUrl link, ActorRow person) {
    try {
      var own = Set.of(person.addresses().page(), person.uri());
      var back = BackLinks.of(web.at(link)).stream().anyMatch(own::contains);
      return back ? Found.LINKS_BACK : Found.NOTHING;
    } catch (Problem problem) {
      log.atDebug()
          .addKeyValue("person", person.id())
          .addKeyValue("reason", problem.getMessage())
          .log("a link of a profile cannot be looked at");
      return problem.kind() == Problem.Kind.UNAVAILABLE ? Found.PERHAPS_LATER : Found.NOTHING;
    }
  }
}
