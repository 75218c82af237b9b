package social.kring.community.people;

import java.util.Optional;
import social.kring.protocol.activitystreams.Audience.Visibility;

/**
 * What holds for a person's posts where she does not say otherwise.
 *
 * @param language BCP 47
 */
public record Settings(Visibility visibility, boolean sensitive, Optional<String> language) {
  public static final Settings INITIAL = new Settings(Visibility.PUBLIC, false, Optional.empty());
}
