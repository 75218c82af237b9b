package social.kring.door.mastodon.composing;

import social.kring.door.mastodon.entities.Role;

/** Says what roles allow, in the numbers of the Mastodon client API. */
public final class Roles {
  private static final int ADMINISTRATOR = 0x1;
  private static final int VIEW_AUDIT_LOG = 0x4;
  private static final int MANAGE_REPORTS = 0x10;
  private static final int MANAGE_FEDERATION = 0x20;
  private static final int MANAGE_USERS = 0x400;
  private static final int INVITE_USERS = 0x10000;

  private Roles() {}

  public static Role of(social.kring.community.access.Role role) {
    return new Role(id(role), name(role), "", Integer.toString(permissions(role)), false);
  }

  /** Everyone's role has this id in Mastodon. */
  private static String id(social.kring.community.access.Role role) {
    return role == social.kring.community.access.Role.MEMBER
        ? "-99"
        : Integer.toString(role.ordinal());
  }

  private static String name(social.kring.community.access.Role role) {
    return switch (role) {
      case MEMBER -> "";
      case MODERATOR -> "Moderator";
      case ADMIN -> "Admin";
      case OWNER -> "Owner";
    };
  }

  private static int permissions(social.kring.community.access.Role role) {
    return switch (role) {
      case MEMBER -> INVITE_USERS;
      case MODERATOR -> VIEW_AUDIT_LOG | MANAGE_REPORTS | MANAGE_USERS | INVITE_USERS;
      case ADMIN ->
          VIEW_AUDIT_LOG | MANAGE_REPORTS | MANAGE_FEDERATION | MANAGE_USERS | INVITE_USERS;
      case OWNER -> ADMINISTRATOR;
    };
  }
}
