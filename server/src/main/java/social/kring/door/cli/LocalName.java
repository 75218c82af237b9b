package social.kring.door.cli;

import social.kring.federation.actors.ActorRow;
import social.kring.platform.domains.Domain;
import social.kring.protocol.Problem;
import social.kring.protocol.discovery.Handle;

/**
 * Someone of this node as an operator names them: {@code alice}, on the node's own domain, or
 * {@code alice@another.example}, on another that it serves.
 */
record LocalName(String name, Domain domain) {

  /**
   * @throws Problem INVALID for a domain that is not served here
   */
  static LocalName parse(String text, OpenNode node) {
    var bare = text.startsWith("@") ? text.substring(1) : text;
    var at = bare.indexOf('@');
    if (at < 0) return new LocalName(bare, node.domains().primary());
    var authority = bare.substring(at + 1);
    return new LocalName(
        bare.substring(0, at),
        node.domains()
            .byAuthority(authority)
            .orElseThrow(() -> Problem.invalid(authority + " is not a domain of this node")));
  }

  /**
   * Who that is, also somebody who is not let in yet.
   *
   * @throws Problem NOT_FOUND where nobody is called that
   */
  ActorRow findAny(OpenNode node) {
    return node.actors()
        .byHandle(node.database(), new Handle(name, domain.authority()))
        .filter(actor -> actor.local() && actor.standing().deletedAt().isEmpty())
        .orElseThrow(this::nobody);
  }

  /**
   * Who that is.
   *
   * @throws Problem NOT_FOUND where nobody is called that
   */
  ActorRow find(OpenNode node) {
    return node.actors()
        .byHandle(node.database(), new Handle(name, domain.authority()))
        .filter(actor -> actor.local() && actor.standing().active())
        .orElseThrow(this::nobody);
  }

  private Problem nobody() {
    return Problem.notFound("nobody here is called " + name + "@" + domain.authority());
  }
}
