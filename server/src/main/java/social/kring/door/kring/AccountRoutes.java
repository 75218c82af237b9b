package social.kring.door.kring;

import java.util.Map;
import social.kring.community.access.AccountDeletion;
import social.kring.door.api.ApiRoutes;
import social.kring.door.api.Call;
import social.kring.door.api.Permission;
import social.kring.protocol.Problem;

/** Leaving for good. */
final class AccountRoutes {
  private final AccountDeletion deletion;

  AccountRoutes(AccountDeletion deletion) {
    this.deletion = deletion;
  }

  void mount(ApiRoutes routes) {
    routes.delete("/api/kring/v1/account", Permission.person("write:accounts"), this::delete);
  }

  private Map<String, Object> delete(Call call) {
    var password =
        call.parameters()
            .text("password")
            .orElseThrow(
                () -> Problem.invalid("password is missing, without it nobody is deleted"));
    deletion.delete(call.viewer(), password);
    return Map.of();
  }
}
