package social.kring.community.moderation;

import social.kring.community.Capability;
import social.kring.community.Foundation;
import social.kring.federation.peers.Peers;
import social.kring.platform.domains.Domains;
import social.kring.platform.html.Sanitizer;

/** Reports and the policy towards hosts, put together. */
public record Moderation(Reports reports, DomainBlocks domainBlocks, Capability capability) {

  public static Moderation on(Foundation base, Peers peers, Domains domains) {
    var table = new ReportTable();
    var suspensions = new HostSuspensions(base, peers);
    var purge =
        new HostPurge(base.actors(), base.events(), base.jobs(), base.database(), base.clock());
    var flag =
        new FlagHandler(
            table,
            base.actors(),
            domains,
            new Sanitizer(),
            base.events(),
            base.ids(),
            base.clock());
    return new Moderation(
        new Reports(table, base),
        new DomainBlocks(peers, domains, suspensions, purge, base.events()),
        Capability.named("moderation").handling(flag).working(suspensions, purge));
  }
}
