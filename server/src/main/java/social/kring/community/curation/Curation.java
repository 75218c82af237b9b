package social.kring.community.curation;

import social.kring.community.Foundation;
import social.kring.community.lists.Lists;

/** What people arrange for themselves: whom they read apart. */
public record Curation(Lists lists) {

  public static Curation on(Foundation base) {
    return new Curation(new Lists(base));
  }
}
