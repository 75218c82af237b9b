package social.kring.door.oauth;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the page shows on which somebody lets an app act for her.
 *
 * @param node the node's name
 * @param permissions what the app may do, in words
 * @param fields hidden fields of the form, {@code csrf} among them; the buttons send {@code
 *     decision=allow} or {@code decision=deny}
 */
public record ConsentPage(
    String node,
    SignedIn person,
    Asking application,
    List<String> permissions,
    Map<String, String> fields) {

  public ConsentPage {
    permissions = List.copyOf(permissions);
    fields = Map.copyOf(fields);
  }

  /**
   * Who decides.
   *
   * @param otherwise the path by which somebody else signs in
   */
  public record SignedIn(String handle, String otherwise) {}

  /**
   * Who asks. All that it says about itself may be a lie.
   *
   * @param destination where the code goes: a host, an app's scheme, or empty for this very page
   */
  public record Asking(String name, Optional<String> website, Optional<String> destination) {}
}
