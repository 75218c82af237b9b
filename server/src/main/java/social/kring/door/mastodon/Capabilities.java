package social.kring.door.mastodon;

import social.kring.community.Foundation;
import social.kring.community.access.Access;
import social.kring.community.conversations.Conversations;
import social.kring.community.curation.Curation;
import social.kring.community.emoji.CustomEmojis;
import social.kring.community.house.House;
import social.kring.community.media.MediaLinks;
import social.kring.community.media.Pictures;
import social.kring.community.media.Uploads;
import social.kring.community.moderation.Moderation;
import social.kring.community.notifications.Notifications;
import social.kring.community.people.People;
import social.kring.community.posts.Abroad;
import social.kring.community.posts.PostCapability;
import social.kring.community.push.Push;
import social.kring.community.relationships.Relationships;
import social.kring.community.scheduling.Schedule;
import social.kring.community.search.Search;
import social.kring.community.timelines.Timelines;
import social.kring.federation.peers.Peers;
import social.kring.platform.domains.Domains;
import social.kring.platform.storage.Database;

/** What the client API speaks for. */
public record Capabilities(
    Foundation base,
    Members members,
    Surroundings surroundings,
    Relationships relationships,
    PostCapability posts,
    Reading reading) {

  /** Who lives here, how they get in, and what they look like. */
  public record Members(
      People people, Access access, Pictures pictures, Uploads uploads, MediaLinks links) {}

  /** What people read, and what they arrange for themselves. */
  public record Reading(
      Timelines timelines,
      Notifications notifications,
      Curation curation,
      Push push,
      Conversations conversations,
      Schedule schedule) {}

  /** The node among others. */
  public record Surroundings(Domains domains, Peers peers, Abroad abroad, Keeping keeping) {}

  /** How it is kept. */
  public record Keeping(Moderation moderation, House house, CustomEmojis emojis) {}

  Database database() {
    return base.database();
  }

  House house() {
    return surroundings.keeping().house();
  }

  CustomEmojis emojis() {
    return surroundings.keeping().emojis();
  }

  Moderation moderation() {
    return surroundings.keeping().moderation();
  }

  Timelines timelines() {
    return reading.timelines();
  }

  Notifications notifications() {
    return reading.notifications();
  }

  Push push() {
    return reading.push();
  }

  Conversations conversations() {
    return reading.conversations();
  }

  Schedule schedule() {
    return reading.schedule();
  }

  Curation curation() {
    return reading.curation();
  }

  Search search() {
    return Search.on(
        base, surroundings.domains(), relationships.reader(), posts, surroundings.abroad());
  }
}
