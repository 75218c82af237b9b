package social.kring.community.posts;

import java.util.List;
import java.util.Optional;

/** What a post says and shows; what an edit replaces. */
public record PostBody(
    PostText text, List<PostMedia> media, List<PostEmoji> emojis, Optional<PostPoll> poll) {

  public PostBody {
    media = List.copyOf(media);
    emojis = List.copyOf(emojis);
  }

  PostBody showing(List<PostMedia> shown) {
    return new PostBody(text, shown, emojis, poll);
  }

  PostBody with(PostPoll other) {
    return new PostBody(text, media, emojis, Optional.of(other));
  }

  static PostBody of(PostText text) {
    return new PostBody(text, List.of(), List.of(), Optional.empty());
  }
}
