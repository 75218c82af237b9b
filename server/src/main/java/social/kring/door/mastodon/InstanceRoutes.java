package social.kring.door.mastodon;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import social.kring.community.house.Charter.Said;
import social.kring.community.house.HouseSetting;
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
  private final Presenting presenting;

  InstanceRoutes(Capabilities all, InstanceComposer composer, Composers composers) {
    this.all = all;
    this.composer = composer;
    this.presenting = new Presenting(all, composers, composer.card());
  }

  void mount(ApiRoutes routes) {
    routes.get("/api/v2/instance", ANYONE, this::instance);
    routes.get("/api/v1/instance", ANYONE, this::instanceV1);
    routes.get("/api/v1/instance/rules", ANYONE, call -> presenting.rules());
    routes.get("/api/v1/instance/activity", ANYONE, call -> List.of());
    routes.get("/api/v1/instance/peers", ANYONE, this::peers);
    routes.get("/api/v1/instance/languages", ANYONE, this::languages);
    routes.get("/api/v1/instance/translation_languages", ANYONE, call -> Map.of());
    routes.get("/api/v1/instance/domain_blocks", Permission.open("read"), this::blocked);
    routes.get("/api/v1/instance/extended_description", ANYONE, this::description);
    routes.get("/api/v1/instance/privacy_policy", ANYONE, this::privacy);
    routes.get("/api/v1/instance/terms_of_service", ANYONE, this::terms);
  }

  private Instance instance(Call call) {
    return composer.instance(call.domain(), presenting.read());
  }

  private InstanceV1 instanceV1(Call call) {
    var hosts = all.surroundings().peers().count(all.database());
    return composer.instanceV1(call.domain(), presenting.read(), hosts);
  }

  /** Only where the node's keepers want everybody to know. */
  private List<String> peers(Call call) {
    if (!presenting.read().text(HouseSetting.SHOW_PEERS).equals(Optional.of("true"))) {
      throw Problem.notFound("Record not found");
    }
    return all.surroundings().peers().known(all.database());
  }

  private List<Map<String, String>> languages(Call call) {
    return presenting.read().languages().stream()
        .map(code -> Map.of("code", code, "name", name(code)))
        .toList();
  }

  private static String name(String code) {
    return Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH);
  }

  /** Whom a node blocks is nobody's secret, unless its keepers say so; why, may concern people. */
  private List<Map<String, Object>> blocked(Call call) {
    var readers = presenting.read().text(HouseSetting.SHOW_DOMAIN_BLOCKS).orElse("all");
    if (readers.equals("none") || readers.equals("users") && !call.signedIn()) {
      throw Problem.notFound("Record not found");
    }
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
    var shown = presenting.read();
    var described = new LinkedHashMap<String, Object>();
    described.put(
        "updated_at", shown.at(HouseSetting.EXTENDED_DESCRIPTION).orElse(composer.since()));
    described.put("content", shown.extendedDescription());
    return described;
  }

  private Map<String, Object> privacy(Call call) {
    var said = said(call, HouseSetting.PRIVACY_POLICY);
    var policy = new LinkedHashMap<String, Object>();
    policy.put("updated_at", said.at());
    policy.put("content", Presentation.html(said.value()));
    return policy;
  }

  private Map<String, Object> terms(Call call) {
    var said = said(call, HouseSetting.TERMS_OF_SERVICE);
    var terms = new LinkedHashMap<String, Object>();
    terms.put("effective_date", LocalDate.ofInstant(said.at(), ZoneOffset.UTC));
    terms.put("effective", true);
    terms.put("content", Presentation.html(said.value()));
    terms.put("succeeded_by", null);
    return terms;
  }

  private Said said(Call call, HouseSetting setting) {
    return presenting
        .read()
        .said()
        .find(setting)
        .orElseThrow(() -> Problem.notFound("Record not found"));
  }
}
