package social.kring.community.access;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the node writes to people's own addresses about. */
enum LetterKind {
  CONFIRM,
  RESET,
  APPROVED,
  EMAIL_CHANGED,
  PASSWORD_CHANGED,
  ROLE_CHANGED,
  TOKEN_MADE,
  RESET_LINK_MADE;

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What somebody's own address is told of. */
  static Optional<LetterKind> about(String event) {
    return switch (event) {
      case "account.approved" -> Optional.of(APPROVED);
      case "account.password_changed" -> Optional.of(PASSWORD_CHANGED);
      case "account.role_changed" -> Optional.of(ROLE_CHANGED);
      case "token.made_by_operator" -> Optional.of(TOKEN_MADE);
      default -> Optional.empty();
    };
  }

  static Optional<LetterKind> tryParse(String text) {
    return Stream.of(values()).filter(kind -> kind.text().equals(text)).findFirst();
  }
}
