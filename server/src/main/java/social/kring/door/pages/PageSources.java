package social.kring.door.pages;

import social.kring.community.media.MediaLinks;
import social.kring.community.posts.PostReading;
import social.kring.community.relationships.RelationshipReader;
import social.kring.community.timelines.Timelines;
import social.kring.federation.actors.Actors;
import social.kring.platform.domains.Domains;
import social.kring.platform.storage.Database;

/** What pages are made of. */
public record PageSources(
    Database database,
    Actors actors,
    Domains domains,
    RelationshipReader relationships,
    PostReading posts,
    Timelines timelines,
    MediaLinks links) {

  /** The viewer's id for what everyone may see. */
  static final long EVERYONE = 0;
}
