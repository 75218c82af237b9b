package social.kring.community.access;

import java.util.Optional;
import social.kring.platform.domains.Domain;

/**
 * What somebody fills in who wants an account.
 *
 * @param agreement whether she agrees to what the node says about itself
 */
public record SignUpForm(String name, String email, String password, boolean agreement, More more) {

  /**
   * What not every node asks for.
   *
   * @param reason why she wants to join
   * @param bornOn as {@code 2001-02-03}; compared and forgotten
   * @param application the app that it was filled in with
   */
  public record More(
      Optional<String> reason,
      Optional<String> locale,
      Optional<String> bornOn,
      Optional<String> invite,
      Optional<Long> application) {
    public static final More NOTHING =
        new More(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
  }

  NewAccount account(Domain home) {
    return new NewAccount(name, home, email.strip(), password, Role.MEMBER);
  }

  /** Hides the password wherever records end up in a log. */
  @Override
  public String toString() {
    return "SignUpForm[" + name + "]";
  }
}
