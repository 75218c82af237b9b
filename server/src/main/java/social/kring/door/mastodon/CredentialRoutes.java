package social.kring.door.mastodon;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import social.kring.community.media.PictureShape;
import social.kring.community.people.Profile;
import social.kring.community.people.QuotePolicy;
import social.kring.community.people.Settings;
import social.kring.door.api.ApiRoutes;
import social.kring.door.api.Call;
import social.kring.door.api.Parameters;
import social.kring.door.api.Permission;
import social.kring.door.api.UploadFolder;
import social.kring.door.mastodon.entities.CredentialAccount;
import social.kring.federation.actors.ActorProfile.ActorImages;
import social.kring.federation.actors.ActorRow;
import social.kring.platform.storage.Transaction;

/** The person who is signed in: who she is, how she shows herself, what she chose. */
final class CredentialRoutes {
  private static final Permission WRITE = Permission.person("write:accounts");

  private final Capabilities all;
  private final Composers composers;
  private final UploadFolder uploads;

  CredentialRoutes(Capabilities all, Composers composers, UploadFolder uploads) {
    this.uploads = uploads;
    this.all = all;
    this.composers = composers;
  }

  void mount(ApiRoutes routes) {
    routes.get(
        "/api/v1/accounts/verify_credentials",
        Permission.person("read:accounts", "profile"),
        call -> composed(call, call.person()));
    routes.patchWithFiles("/api/v1/accounts/update_credentials", WRITE, uploads, this::update);
    routes.delete("/api/v1/profile/avatar", WRITE, this::deleteAvatar);
    routes.delete("/api/v1/profile/header", WRITE, this::deleteHeader);
    routes.get("/api/v1/preferences", Permission.person("read:accounts"), this::preferences);
  }

  private CredentialAccount update(Call call) {
    var parameters = call.parameters();
    var people = all.members().people();
    var person = call.person();
    var avatar = kept(call, person, "avatar", PictureShape.AVATAR);
    var header = kept(call, person, "header", PictureShape.HEADER);
    var changed =
        all.database()
            .transaction(
                tx -> {
                  var before = people.settings(tx, call.viewer());
                  people.changeSettings(tx, call.viewer(), settings(before, parameters));
                  var profile = ProfileForm.of(parameters).fill(people.profile(tx, person.id()));
                  var images = profile.images();
                  return change(
                      tx,
                      person,
                      profile,
                      new ActorImages(avatar.or(images::avatar), header.or(images::header)));
                });
    return composed(call, changed);
  }

  /** Outside of the transaction: drawing takes its time. */
  private Optional<String> kept(Call call, ActorRow person, String name, PictureShape shape) {
    return call.upload(name)
        .map(upload -> all.members().pictures().keep(person, name, upload, shape).text());
  }

  /** Pictures that are no longer shown are let go. */
  private ActorRow change(Transaction tx, ActorRow person, Profile profile, ActorImages images) {
    release(tx, person, profile.images().avatar(), images.avatar());
    release(tx, person, profile.images().header(), images.header());
    return all.members().people().update(tx, person.id(), profile.withImages(images));
  }

  private void release(
      Transaction tx, ActorRow person, Optional<String> before, Optional<String> after) {
    before
        .filter(address -> !after.equals(before))
        .ifPresent(address -> all.members().pictures().release(tx, person, address));
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
            : before.language(),
        parameters
            .text("source[quote_policy]")
            .filter(text -> !text.isBlank())
            .map(QuotePolicy::named)
            .orElse(before.quotes()));
  }

  private CredentialAccount deleteAvatar(Call call) {
    return changeImages(call, images -> new ActorImages(Optional.empty(), images.header()));
  }

  private CredentialAccount deleteHeader(Call call) {
    return changeImages(call, images -> new ActorImages(images.avatar(), Optional.empty()));
  }

  private CredentialAccount changeImages(Call call, UnaryOperator<ActorImages> change) {
    var person = call.person();
    var changed =
        all.database()
            .transaction(
                tx -> {
                  var profile = all.members().people().profile(tx, person.id());
                  return change(tx, person, profile, change.apply(profile.images()));
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
    preferences.put("reading:autoplay:gifs", false);
    return preferences;
  }

  private CredentialAccount composed(Call call, ActorRow person) {
    return composers.credentials().of(all.database(), person, call.account());
  }
}
