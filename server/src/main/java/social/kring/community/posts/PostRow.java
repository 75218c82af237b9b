package social.kring.community.posts;

import social.kring.protocol.activitystreams.Audience.Visibility;
import social.kring.protocol.url.FediUrl;

/**
 * A post as it is stored.
 *
 * @param id ours, sorts by the time of publication; what the client API calls the status's id
 * @param author the actor's id
 */
public record PostRow(
    long id,
    PostAddresses addresses,
    long author,
    PostKind kind,
    PostBody body,
    PostThread thread,
    PostState state) {

  public FediUrl uri() {
    return addresses.uri();
  }

  public boolean local() {
    return kind.local();
  }

  /** What all posts of its thread name alike. */
  String threadName() {
    return thread.conversation().orElse(uri().text());
  }

  public boolean deleted() {
    return state.deleted().isPresent();
  }

  /** Whether everyone may see it, be it listed or not. */
  public boolean open() {
    return kind.visibility() == Visibility.PUBLIC || kind.visibility() == Visibility.UNLISTED;
  }

  PostRow with(PostKind kind) {
    return new PostRow(id, addresses, author, kind, body, thread, state);
  }

  PostRow with(PostBody body) {
    return new PostRow(id, addresses, author, kind, body, thread, state);
  }

  PostRow with(PostState state) {
    return new PostRow(id, addresses, author, kind, body, thread, state);
  }
}
