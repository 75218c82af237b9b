package social.kring.community.house;

import social.kring.community.Foundation;

/** How the node presents itself and is kept. */
public record House(Charter charter, Rules rules, Announcements announcements) {

  public static House on(Foundation base) {
    return new House(
        new Charter(base.clock()), new Rules(base.ids(), base.clock()), new Announcements(base));
  }
}
