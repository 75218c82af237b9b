package social.kring.door.accounts;

import java.util.List;
import java.util.Optional;

/**
 * A page that only says something.
 *
 * @param problem whether it is bad news
 * @param next where to go on
 */
public record NotePage(
    String node, String heading, List<String> lines, boolean problem, Optional<PageLink> next) {
  public NotePage {
    lines = List.copyOf(lines);
  }
}
