package social.kring.door.oauth;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import social.kring.community.access.Application;
import social.kring.community.access.Applications;
import social.kring.community.access.Grant;
import social.kring.community.access.Pkce;
import social.kring.community.access.Scopes;
import social.kring.door.api.Parameters;
import social.kring.platform.storage.Queries;
import social.kring.protocol.Problem;

/**
 * What an app asks a person for. RFC 6749 §4.1.1, RFC 7636 §4.3.
 *
 * @param destination where the answer goes
 */
record AuthorizationRequest(
    Application application, Destination destination, Scopes scopes, Optional<String> challenge) {

  /** A request that is understood, or the answer to one that is not. */
  sealed interface Read {
    record Understood(AuthorizationRequest request) implements Read {}

    record Refused(Destination destination, String error, String description) implements Read {}
  }

  /**
   * Reads a request. What is wrong is answered to the app, as soon as it is certain where that is.
   *
   * @throws Problem INVALID where it is not certain: nobody is ever sent to an address that the app
   *     did not register
   */
  static Read read(Parameters parameters, Applications applications, Queries queries) {
    var application =
        parameters
            .text("client_id")
            .flatMap(id -> applications.byClientId(queries, id))
            .orElseThrow(() -> Problem.invalid("The app that sent you here is not known here"));
    var destination =
        new Destination(redirectUri(parameters, application), parameters.text("state"));
    try {
      return read(parameters, application, destination);
    } catch (Problem unknownScope) {
      return new Read.Refused(destination, "invalid_scope", unknownScope.getMessage());
    }
  }

  private static Read read(
      Parameters parameters, Application application, Destination destination) {
    var challenge = parameters.text("code_challenge").filter(text -> !text.isEmpty());
    var method = parameters.text("code_challenge_method").orElse("plain");
    var scopes = Scopes.parse(parameters.text("scope").orElse(""));
    if (!parameters.text("response_type").orElse("").equals("code")) {
      return new Read.Refused(
          destination, "unsupported_response_type", "response_type has to be code");
    }
    if (challenge.isPresent()
        && !(method.equals(Pkce.METHOD) && Pkce.isChallenge(challenge.get()))) {
      return new Read.Refused(
          destination, "invalid_request", "code_challenge_method has to be S256");
    }
    if (!application.scopes().covers(scopes)) {
      return new Read.Refused(
          destination, "invalid_scope", "the app did not register the scopes " + scopes);
    }
    return new Read.Understood(
        new AuthorizationRequest(application, destination, scopes, challenge));
  }

  private static String redirectUri(Parameters parameters, Application application) {
    var registered = application.redirectUris();
    return parameters
        .text("redirect_uri")
        .or(() -> Optional.of(registered.getFirst()).filter(only -> registered.size() == 1))
        .filter(registered::contains)
        .orElseThrow(
            () ->
                Problem.invalid(
                    "The app that sent you here did not register the address to which it wants"
                        + " you back"));
  }

  Grant grantedBy(long actor) {
    return new Grant(application.id(), actor, destination.redirectUri(), scopes, challenge);
  }

  /** The request as the consent form sends it back. */
  Map<String, String> fields() {
    var fields = new LinkedHashMap<String, String>();
    fields.put("response_type", "code");
    fields.put("client_id", application.clientId());
    fields.put("redirect_uri", destination.redirectUri());
    fields.put("scope", scopes.text());
    destination.state().ifPresent(state -> fields.put("state", state));
    challenge.ifPresent(
        text -> {
          fields.put("code_challenge", text);
          fields.put("code_challenge_method", Pkce.METHOD);
        });
    return fields;
  }
}
