package social.kring.community.access;

import social.kring.platform.domains.Domain;

/**
 * An account to be made.
 *
 * @param name the local part of the handle
 * @param domain the domain that the person is served under
 * @param password as typed; never stored
 */
public record NewAccount(String name, Domain domain, String email, String password, Role role) {

  /** Hides the password wherever records end up in a log. */
  @Override
  public String toString() {
    return "NewAccount[" + name + "@" + domain.authority() + ", " + role + "]";
  }
}
