package social.kring.door.pages;

import java.util.List;
import java.util.Optional;
import social.kring.community.PageRequest;
import social.kring.community.posts.EntryView;
import social.kring.community.posts.ProfileFilter;
import social.kring.federation.actors.ActorRow;
import social.kring.protocol.activitystreams.Audience.Visibility;

/** Writes what a person publishes as a feed. RFC 4287. */
final class Feeds {
  static final String MEDIA_TYPE = "application/atom+xml; charset=utf-8";

  private static final int ENTRIES = 20;
  private static final ProfileFilter OWN = new ProfileFilter(false, false, false, Optional.empty());

  private final PageSources sources;

  Feeds(PageSources sources) {
    this.sources = sources;
  }

  String feed(ActorRow actor) {
    var page =
        sources
            .posts()
            .profiles()
            .page(
                sources.database(),
                PageSources.EVERYONE,
                actor.id(),
                OWN,
                PageRequest.newest(ENTRIES));
    var posts = sources.posts().posts().read(sources.database(), page);
    return new AtomWriter().feed(actor, listed(posts));
  }

  /** Unlisted posts are for whoever comes by, not for readers of feeds. */
  private static List<EntryView> listed(List<EntryView> posts) {
    return posts.stream()
        .filter(entry -> entry.post().post().kind().visibility() == Visibility.PUBLIC)
        .toList();
  }
}
