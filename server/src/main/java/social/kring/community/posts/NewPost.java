package social.kring.community.posts;

import java.util.List;

/**
 * A post with all that is stored along with it.
 *
 * @param tags hashtags in lower case
 */
record NewPost(PostRow row, Mentions mentions, List<String> tags) {

  NewPost {
    tags = List.copyOf(tags);
  }
}
