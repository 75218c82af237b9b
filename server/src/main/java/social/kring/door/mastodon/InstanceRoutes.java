package social.kring.door.mastodon;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import social.kring.door.api.ApiRoutes;
import social.kring.door.api.Call;
import social.kring.door.api.Permission;
import social.kring.door.mastodon.entities.Instance;
import social.kring.door.mastodon.entities.InstanceV1;
import social.kring.federation.peers.PolicyEntry;
import social.kring.protocol.Problem;

/** What the node says of itself. */
final class InstanceRoutes {
  private static final Permission ANYONE = Permission.anyone();

  private final Capabilities all;
  private final InstanceComposer composer;

  InstanceRoutes(Capabilities all, InstanceComposer composer) {
    this.all = all;
    this.composer = composer;
  }

  void mount(ApiRoutes routes) {
    routes.get("/api/v2/instance", ANYONE, this::instance);
    routes.get("/api/v1/instance", ANYONE, this::instanceV1);
    routes.get("/api/v1/instance/rules", ANYONE, call -> List.of());
    routes.get("/api/v1/instance/activity", ANYONE, call -> List.of());
    routes.get("/api/v1/instance/translation_languages", ANYONE, call -> Map.of());
    routes.get("/api/v1/instance/domain_blocks", ANYONE, this::blocked);
    routes.get("/api/v1/instance/extended_description", ANYONE, this::description);
    for (var unwritten : List.of("privacy_policy", "terms_of_service")) {
      routes.get("/api/v1/instance/" + unwritten, ANYONE, InstanceRoutes::none);
    }
  }

  private Instance instance(Call call) {
    return composer.instance(call.domain());
  }

  private InstanceV1 instanceV1(Call call) {
    return composer.instanceV1(call.domain(), all.surroundings().peers().count(all.database()));
  }

  /** Whom a node blocks is nobody's secret; why, may concern people. */
  private List<Map<String, Object>> blocked(Call call) {
    return all.surroundings().peers().decisions(all.database()).stream()
        .map(InstanceRoutes::blocked)
        .toList();
  }

  private static Map<String, Object> blocked(PolicyEntry entry) {
    var block = new LinkedHashMap<String, Object>();
    block.put("domain", entry.host());
    block.put("digest", Digests.sha256(entry.host()));
    block.put(
        "severity",
        switch (entry.policy()) {
          case SUSPENDED -> "suspend";
          case LIMITED, NONE -> "silence";
        });
    return block;
  }

  private Map<String, Object> description(Call call) {
    var described = new LinkedHashMap<String, Object>();
    described.put("updated_at", composer.since());
    described.put("content", composer.description());
    return described;
  }

  private static Object none(Call call) {
    throw Problem.notFound("Record not found");
  }
}
