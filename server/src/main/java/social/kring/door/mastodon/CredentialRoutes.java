package social.kring.door.mastodon;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import social.kring.community.people.Settings;
import social.kring.door.api.ApiRoutes;
import social.kring.door.api.Call;
import social.kring.door.api.Parameters;
import social.kring.door.api.Permission;
import social.kring.door.mastodon.entities.CredentialAccount;
import social.kring.federation.actors.ActorProfile.ActorImages;
import social.kring.federation.actors.ActorRow;

/** The person who is signed in: who she is, how she shows herself, what she chose. */
final class CredentialRoutes {
  private static final Permission WRITE = Permission.person("write:accounts");

  private final Capabilities all;
  private final Composers composers;

  CredentialRoutes(Capabilities all, Composers composers) {
    this.all = all;
    this.composers = composers;
  }

  void mount(ApiRoutes routes) {
    routes.get(
        "/api/v1/accounts/verify_credentials",
        Permission.person("read:accounts", "profile"),
        call -> composed(call, call.person()));
    routes.patch("/api/v1/accounts/update_credentials", WRITE, this::update);
    routes.delete("/api/v1/profile/avatar", WRITE, this::deleteAvatar);
    routes.delete("/api/v1/profile/header", WRITE, this::deleteHeader);
    routes.get("/api/v1/preferences", Permission.person("read:accounts"), this::preferences);
  }

  private CredentialAccount update(Call call) {
    var parameters = call.parameters();
    var people = all.members().people();
    var changed =
        all.database()
            .transaction(
                tx -> {
                  var before = people.settings(tx, call.viewer());
                  people.changeSettings(tx, call.viewer(), settings(before, parameters));
                  var profile = people.profile(tx, call.viewer());
                  return people.update(tx, call.viewer(), ProfileForm.of(parameters).fill(profile));
                });
    return composed(call, changed);
  }

  private static Settings settings(Settings before, Parameters parameters) {
    return new Settings(
        parameters
            .text("source[privacy]")
            .filter(text -> !text.isBlank())
            .map(Visibilities::parse)
            .orElse(before.visibility()),
        parameters.flag("source[sensitive]").orElse(before.sensitive()),
        parameters.has("source[language]")
            ? parameters.text("source[language]").filter(text -> !text.isBlank())
            : before.language());
  }

  private CredentialAccount deleteAvatar(Call call) {
    return changeImages(call, images -> new ActorImages(Optional.empty(), images.header()));
  }

  private CredentialAccount deleteHeader(Call call) {
    return changeImages(call, images -> new ActorImages(images.avatar(), Optional.empty()));
  }

  private CredentialAccount changeImages(Call call, UnaryOperator<ActorImages> change) {
    var people = all.members().people();
    var changed =
        all.database()
            .transaction(
                tx -> {
                  var profile = people.profile(tx, call.viewer());
                  var images = change.apply(profile.images());
                  return people.update(tx, call.viewer(), profile.withImages(images));
                });
    return composed(call, changed);
  }

  private Map<String, Object> preferences(Call call) {
    var settings = all.members().people().settings(all.database(), call.viewer());
    var preferences = new LinkedHashMap<String, Object>();
    preferences.put("posting:default:visibility", Visibilities.text(settings.visibility()));
    preferences.put("posting:default:sensitive", settings.sensitive());
    preferences.put("posting:default:language", settings.language());
    preferences.put("reading:expand:media", "default");
    preferences.put("reading:expand:spoilers", false);
    return preferences;
  }

  private CredentialAccount composed(Call call, ActorRow person) {
    return composers.credentials().of(all.database(), person, call.account());
  }
}
