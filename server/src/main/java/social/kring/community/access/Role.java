package social.kring.community.access;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What an account may do for the whole node, each role all that the one before may. */
public enum Role {
  MEMBER,
  MODERATOR,
  ADMIN,
  OWNER;

  /** As it is written on the command line and stored. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> tryParse(String text) {
    return Stream.of(values()).filter(role -> role.text().equals(text)).findFirst();
  }

  public boolean covers(Role other) {
    return compareTo(other) >= 0;
  }
}
