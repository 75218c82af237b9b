package social.kring.federation.actors;

import java.util.Optional;
import java.util.regex.Pattern;
import social.kring.federation.remote.Handles;
import social.kring.protocol.Problem;
import social.kring.protocol.activitystreams.Actor;
import social.kring.protocol.discovery.Handle;
import social.kring.protocol.discovery.WebFinger;

/**
 * Which handle an actor from elsewhere goes by. It counts when both say so, the actor and the
 * handle's host; else the actor goes by its own host, which answers for it anyway.
 */
final class HandleClaims {
  private static final Pattern NOT_IN_NAMES = Pattern.compile("[^\\p{L}\\p{N}_.\\-]");
  private static final Pattern ENDS = Pattern.compile("^[^\\p{L}\\p{N}_]+|\\.+$");

  private final Handles handles;

  HandleClaims(Handles handles) {
    this.handles = handles;
  }

  /**
   * @param known what it went by before
   * @param heard what the host of that very handle has just said about it
   */
  Handle of(Actor actor, Optional<Handle> known, Optional<WebFinger> heard) {
    var claimed = claimed(actor);
    if (known.filter(claimed::matches).isPresent()) return claimed;
    if (actor.type().equals("Application")) return own(actor);
    return answer(claimed, heard)
        .filter(answer -> answer.self().equals(actor.uri()))
        .flatMap(answer -> confirmed(actor, claimed, answer, heard))
        .orElseGet(() -> own(actor));
  }

  /** FEP-2c59, else the name at the actor's own host. */
  private static Handle claimed(Actor actor) {
    return actor.webfinger().flatMap(Handle::tryParse).orElseGet(() -> own(actor));
  }

  /** Some put into names what names cannot have. */
  private static Handle own(Actor actor) {
    var name = NOT_IN_NAMES.matcher(actor.preferredUsername()).replaceAll("_");
    var trimmed = ENDS.matcher(name).replaceAll("");
    return new Handle(trimmed.isEmpty() ? "_" : trimmed, actor.uri().origin().authority());
  }

  /** A host may say that the handle is one of another host, which then has to say so itself. */
  private Optional<Handle> confirmed(
      Actor actor, Handle claimed, WebFinger answer, Optional<WebFinger> heard) {
    if (answer.subject().matches(claimed)) return Optional.of(claimed);
    return answer(answer.subject(), heard)
        .filter(other -> other.self().equals(actor.uri()))
        .map(WebFinger::subject)
        .filter(answer.subject()::matches);
  }

  private Optional<WebFinger> answer(Handle handle, Optional<WebFinger> heard) {
    return heard.filter(answer -> answer.subject().matches(handle)).or(() -> ask(handle));
  }

  private Optional<WebFinger> ask(Handle handle) {
    try {
      return Optional.of(handles.resolve(handle));
    } catch (Problem nobodySays) {
      return Optional.empty();
    }
  }
}
