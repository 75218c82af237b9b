package social.kring.community.posts;

import java.util.List;
import java.util.Optional;
import social.kring.protocol.activitystreams.ApCollection;
import social.kring.protocol.activitystreams.ObjectReference;
import social.kring.protocol.activitystreams.Post;
import social.kring.protocol.url.FediUrl;

/**
 * Answers to a post, as its host lists them: a page, which may stand within the post itself.
 *
 * @param answers their addresses
 * @param next where more of them are
 */
record RepliesListing(List<FediUrl> answers, Optional<FediUrl> next) {
  private static final int MOST = 100;
  private static final RepliesListing NONE = new RepliesListing(List.of(), Optional.empty());

  static RepliesListing of(Post post) {
    return ObjectReference.in(post.tree(), "replies").map(RepliesListing::of).orElse(NONE);
  }

  private static RepliesListing of(ObjectReference replies) {
    return replies.embedded().orElse(null) instanceof ApCollection collection
        ? of(collection)
        : new RepliesListing(List.of(), replies.id());
  }

  /** Of a page that is longer than any that peers make, the rest is left out. */
  static RepliesListing of(ApCollection page) {
    return new RepliesListing(
        page.items().stream().flatMap(item -> item.id().stream()).limit(MOST).toList(),
        page.next().or(page::first));
  }
}
