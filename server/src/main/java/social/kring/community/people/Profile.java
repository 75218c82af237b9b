package social.kring.community.people;

import java.util.List;
import social.kring.federation.actors.ActorProfile.ActorImages;
import social.kring.federation.actors.ActorStanding.Choices;

/**
 * A profile as its owner wrote it: plain text throughout.
 *
 * @param bot whether posts are made by a program
 * @param attributionDomains sites that may name the person as an author
 */
public record Profile(
    String displayName,
    String bio,
    List<Field> fields,
    ActorImages images,
    Choices choices,
    boolean bot,
    List<String> attributionDomains) {

  public Profile {
    fields = List.copyOf(fields);
    attributionDomains = List.copyOf(attributionDomains);
  }

  /** A line of the profile: a name and what stands beside it. */
  public record Field(String name, String value) {}

  public Profile withDisplayName(String changed) {
    return new Profile(changed, bio, fields, images, choices, bot, attributionDomains);
  }

  public Profile withBio(String changed) {
    return new Profile(displayName, changed, fields, images, choices, bot, attributionDomains);
  }

  public Profile withFields(List<Field> changed) {
    return new Profile(displayName, bio, changed, images, choices, bot, attributionDomains);
  }

  public Profile withImages(ActorImages changed) {
    return new Profile(displayName, bio, fields, changed, choices, bot, attributionDomains);
  }

  public Profile withChoices(Choices changed) {
    return new Profile(displayName, bio, fields, images, changed, bot, attributionDomains);
  }

  public Profile withBot(boolean changed) {
    return new Profile(displayName, bio, fields, images, choices, changed, attributionDomains);
  }

  public Profile withAttributionDomains(List<String> changed) {
    return new Profile(displayName, bio, fields, images, choices, bot, changed);
  }
}
