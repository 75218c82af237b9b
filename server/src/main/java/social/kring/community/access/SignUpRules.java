package social.kring.community.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import social.kring.community.people.People;

/** What a form of sign-up has to hold, as far as it can be told without asking who else is here. */
final class SignUpRules {
  static final int LONGEST_REASON = 1_000;
  private static final int LONGEST_NAME = 30;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]+");

  /** RFC 5646 §2.1, as far as apps use it. */
  private static final Pattern LOCALE =
      Pattern.compile("[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}");

  private final Optional<Integer> minimumAge;
  private final Clock clock;

  SignUpRules(Optional<Integer> minimumAge, Clock clock) {
    this.minimumAge = minimumAge;
    this.clock = clock;
  }

  /**
   * @param reasonNeeded whether somebody will read why she wants to join
   */
  Faults check(SignUpForm form, boolean reasonNeeded) {
    var faults = new Faults();
    checkName(faults, form.name());
    checkEmail(faults, form.email());
    checkPassword(faults, form.password());
    if (!form.agreement()) faults.add("agreement", "ERR_ACCEPTED", "must be accepted");
    checkReason(faults, form.more().reason(), reasonNeeded);
    form.more()
        .locale()
        .filter(locale -> !LOCALE.matcher(locale).matches())
        .ifPresent(l -> faults.add("locale", "ERR_INCLUSION", "is not included in the list"));
    minimumAge.ifPresent(age -> checkAge(faults, form.more().bornOn(), age));
    return faults;
  }

  private static void checkName(Faults faults, String name) {
    if (name.isBlank()) {
      faults.add("username", "ERR_BLANK", "can't be blank");
    } else if (!NAME.matcher(name).matches()) {
      faults.add("username", "ERR_INVALID", "must contain only letters, numbers and underscores");
    } else if (name.length() > LONGEST_NAME) {
      faults.add("username", "ERR_TOO_LONG", "is too long (maximum is 30 characters)");
    } else if (!People.allowsName(name)) {
      faults.add("username", "ERR_RESERVED", "is reserved");
    }
  }

  private static void checkEmail(Faults faults, String email) {
    if (email.isBlank()) {
      faults.add("email", "ERR_BLANK", "can't be blank");
    } else if (!EmailAddress.isOne(email.strip())) {
      faults.add("email", "ERR_INVALID", "is not a valid e-mail address");
    }
  }

  private static void checkPassword(Faults faults, String password) {
    if (password.isEmpty()) {
      faults.add("password", "ERR_BLANK", "can't be blank");
    } else if (password.length() < Passwords.SHORTEST) {
      faults.add(
          "password",
          "ERR_TOO_SHORT",
          "is too short (minimum is %d characters)".formatted(Passwords.SHORTEST));
    } else if (password.length() > Passwords.LONGEST) {
      faults.add(
          "password",
          "ERR_TOO_LONG",
          "is too long (maximum is %d characters)".formatted(Passwords.LONGEST));
    }
  }

  private static void checkReason(Faults faults, Optional<String> reason, boolean needed) {
    if (needed && reason.filter(text -> !text.isBlank()).isEmpty()) {
      faults.add("reason", "ERR_BLANK", "can't be blank");
    }
    reason
        .filter(text -> text.length() > LONGEST_REASON)
        .ifPresent(
            text ->
                faults.add(
                    "reason",
                    "ERR_TOO_LONG",
                    "is too long (maximum is %d characters)".formatted(LONGEST_REASON)));
  }

  private void checkAge(Faults faults, Optional<String> bornOn, int age) {
    var given = bornOn.map(String::strip).filter(text -> !text.isEmpty());
    if (given.isEmpty()) {
      faults.add("date_of_birth", "ERR_BLANK", "can't be blank");
      return;
    }
    try {
      var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      if (LocalDate.parse(given.get()).isAfter(today.minusYears(age))) {
        faults.add("date_of_birth", "ERR_BELOW_LIMIT", "is below the age limit");
      }
    } catch (DateTimeParseException notADate) {
      faults.add("date_of_birth", "ERR_INVALID", "is not a date like 2001-02-03");
    }
  }
}
