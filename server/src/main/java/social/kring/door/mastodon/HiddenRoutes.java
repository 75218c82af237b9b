package social.kring.door.mastodon;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import social.kring.community.relationships.Edge;
import social.kring.community.relationships.MutedEdge;
import social.kring.door.api.ApiRoutes;
import social.kring.door.api.Call;
import social.kring.door.api.Permission;
import social.kring.door.mastodon.entities.Account;
import social.kring.door.mastodon.entities.MutedAccount;
import social.kring.protocol.Problem;

/** Whom the person who is signed in does not want to see. */
final class HiddenRoutes {
  private static final String DOMAIN_BLOCKS = "/api/v1/domain_blocks";

  private final Capabilities all;
  private final Composers composers;

  HiddenRoutes(Capabilities all, Composers composers) {
    this.all = all;
    this.composers = composers;
  }

  void mount(ApiRoutes routes) {
    routes.get("/api/v1/blocks", Permission.person("read:blocks"), this::blocks);
    routes.get("/api/v1/mutes", Permission.person("read:mutes"), this::mutes);
    routes.get(DOMAIN_BLOCKS, Permission.person("read:blocks"), this::hosts);
    routes.post(DOMAIN_BLOCKS, Permission.person("write:blocks"), this::hideHost);
    routes.delete(DOMAIN_BLOCKS, Permission.person("write:blocks"), this::showHost);
  }

  private List<Account> blocks(Call call) {
    var edges =
        all.relationships()
            .blocks()
            .blockedBy(all.database(), call.viewer(), call.accountPage().request());
    call.link(edges, Edge::id);
    return composers.accounts().ofIds(all.database(), edges.stream().map(Edge::actor).toList());
  }

  private List<MutedAccount> mutes(Call call) {
    var muted =
        all.relationships()
            .mutes()
            .mutedBy(all.database(), call.viewer(), call.accountPage().request());
    call.link(muted, mute -> mute.edge().id());
    var accounts = accounts(muted);
    return muted.stream()
        .filter(mute -> accounts.containsKey(mute.edge().actor()))
        .map(mute -> new MutedAccount(accounts.get(mute.edge().actor()), mute.expiresAt()))
        .toList();
  }

  private Map<Long, Account> accounts(List<MutedEdge> muted) {
    var ids = muted.stream().map(mute -> mute.edge().actor()).toList();
    return composers.accounts().ofIds(all.database(), ids).stream()
        .collect(Collectors.toMap(account -> Long.valueOf(account.id()), Function.identity()));
  }

  /** In the order of their names, by which the next page is asked. */
  private List<String> hosts(Call call) {
    var last = call.parameters().text("max_id").orElse("");
    var hosts =
        all.relationships()
            .domainMutes()
            .of(all.database(), call.viewer(), last, call.accountPage().limit());
    if (!hosts.isEmpty()) call.linkNext(hosts.getLast());
    return hosts;
  }

  private Map<String, Object> hideHost(Call call) {
    var host = host(call);
    all.database()
        .transaction(
            tx -> {
              all.relationships().domainMutes().mute(tx, call.viewer(), host);
              return null;
            });
    return Map.of();
  }

  private Map<String, Object> showHost(Call call) {
    var host = host(call);
    all.database()
        .transaction(
            tx -> {
              all.relationships().domainMutes().unmute(tx, call.viewer(), host);
              return null;
            });
    return Map.of();
  }

  private static String host(Call call) {
    return call.parameters()
        .text("domain")
        .filter(host -> !host.isBlank())
        .orElseThrow(() -> Problem.invalid("domain is missing"));
  }
}
