package social.kring.door.pages;

import java.util.Optional;
import social.kring.federation.actors.ActorRow;
import social.kring.platform.domains.Domain;
import social.kring.protocol.Problem;
import social.kring.protocol.discovery.Handle;
import social.kring.protocol.url.FediUrl;

/** Finds those whose pages are here. */
final class Residents {
  private final PageSources sources;

  Residents(PageSources sources) {
    this.sources = sources;
  }

  /**
   * @throws Problem NOT_FOUND where nobody lives there whom everyone may see, GONE where somebody
   *     did
   */
  ActorRow find(Domain domain, String name) {
    var actor =
        FediUrl.tryParse(domain.url("/").text() + "@" + name)
            .flatMap(page -> sources.actors().byPage(sources.database(), page))
            .or(() -> byHandle(domain, name))
            .filter(ActorRow::local)
            .orElseThrow(() -> Problem.notFound("There is nothing here"));
    if (actor.standing().deletedAt().isPresent()) throw Problem.gone("This account was deleted");
    if (!actor.standing().active()) throw Problem.notFound("There is nothing here");
    return actor;
  }

  private Optional<ActorRow> byHandle(Domain domain, String name) {
    return Handle.tryParse(name + "@" + domain.authority())
        .flatMap(handle -> sources.actors().byHandle(sources.database(), handle));
  }
}
