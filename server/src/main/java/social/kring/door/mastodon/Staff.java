package social.kring.door.mastodon;

import social.kring.community.access.Role;
import social.kring.door.api.Endpoint;
import social.kring.protocol.Problem;

/** Lets only those who look after the node go on, before any work is done. */
final class Staff {
  private Staff() {}

  static Endpoint moderators(Endpoint endpoint) {
    return only(Role.MODERATOR, endpoint);
  }

  static Endpoint admins(Endpoint endpoint) {
    return only(Role.ADMIN, endpoint);
  }

  private static Endpoint only(Role least, Endpoint endpoint) {
    return call -> {
      if (!call.account().role().covers(least)) {
        throw Problem.forbidden("This action is not allowed: it needs the role " + least.text());
      }
      return endpoint.answer(call);
    };
  }
}
