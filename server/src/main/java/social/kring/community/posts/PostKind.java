package social.kring.community.posts;

import java.util.Optional;
import social.kring.protocol.activitystreams.Audience.Visibility;
import social.kring.protocol.activitystreams.PostType;

/** What a post is, who may see it, and whether it was written here, and with which app. */
public record PostKind(
    PostType type, Visibility visibility, boolean local, Optional<WrittenWith> writtenWith) {

  PostKind(PostType type, Visibility visibility, boolean local) {
    this(type, visibility, local, Optional.empty());
  }

  PostKind as(PostType other) {
    return new PostKind(other, visibility, local, writtenWith);
  }
}
