package social.kring.door.mastodon;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import social.kring.community.access.Access;
import social.kring.community.access.Admission.Newcomer;
import social.kring.community.access.Application;
import social.kring.community.access.ClientAddress;
import social.kring.community.access.SignUpForm;
import social.kring.community.access.Tokens.Issued;
import social.kring.door.ClientAddresses;
import social.kring.door.api.ApiRoutes;
import social.kring.door.api.Call;
import social.kring.door.api.Parameters;
import social.kring.door.api.Permission;
import social.kring.protocol.Problem;

/** Signing up with an app, and proving one's address. */
final class RegistrationRoutes {
  private final Capabilities all;
  private final Access access;
  private final ClientAddresses addresses;

  RegistrationRoutes(Capabilities all, ClientAddresses addresses) {
    this.all = all;
    this.access = all.members().access();
    this.addresses = addresses;
  }

  void mount(ApiRoutes routes) {
    routes.post("/api/v1/accounts", Permission.application("write:accounts"), this::signUp);
    routes.post(
        "/api/v1/emails/confirmations", Permission.newcomer("write:accounts"), this::sendAgain);
    routes.get(
        "/api/v1/emails/check_confirmation",
        Permission.newcomer("read:accounts", "write:accounts"),
        call -> call.account().standing().confirmedAt().isPresent());
  }

  /** The token is of use once the address is confirmed, and somebody has approved if need be. */
  private Map<String, Object> signUp(Call call) {
    var application = application(call);
    var account =
        access.signUps().signUp(form(call, application), new ClientAddress(call.from(addresses)));
    var scopes = call.authorization().scopes();
    var issued =
        all.database()
            .transaction(
                tx -> access.tokens().issueToPerson(tx, application, account.actor(), scopes));
    return token(issued);
  }

  private Application application(Call call) {
    return call.authorization()
        .application()
        .flatMap(
            id ->
                Optional.ofNullable(
                    access.applications().byIds(all.database(), List.of(id)).get(id)))
        .orElseThrow(() -> Problem.forbidden("This method needs the token of an app"));
  }

  private static SignUpForm form(Call call, Application application) {
    var sent = call.parameters();
    return new SignUpForm(
        sent.text("username").orElse("").strip(),
        sent.text("email").orElse(""),
        sent.text("password").orElse(""),
        sent.flag("agreement").orElse(false),
        more(sent, application));
  }

  private static SignUpForm.More more(Parameters sent, Application application) {
    return new SignUpForm.More(
        sent.text("reason"),
        sent.text("locale").filter(text -> !text.isBlank()),
        sent.text("date_of_birth"),
        sent.text("invite_code"),
        Optional.of(application.id()));
  }

  private static Map<String, Object> token(Issued issued) {
    var token = new LinkedHashMap<String, Object>();
    token.put("access_token", issued.secret().text());
    token.put("token_type", "Bearer");
    token.put("scope", issued.scopes().text());
    token.put("created_at", issued.createdAt().getEpochSecond());
    return token;
  }

  private Map<String, Object> sendAgain(Call call) {
    var application = call.authorization().application();
    var own =
        access
            .admission()
            .find(all.database(), call.viewer())
            .map(Newcomer::arrival)
            .flatMap(arrival -> arrival.application())
            .equals(application);
    if (!own || application.isEmpty()) {
      throw Problem.forbidden(
          "This method is only available to the application the user originally signed-up with");
    }
    access
        .emails()
        .sendAgain(call.account(), call.parameters().text("email").filter(e -> !e.isBlank()));
    return Map.of();
  }
}
