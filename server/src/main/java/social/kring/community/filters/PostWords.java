package social.kring.community.filters;

import java.util.ArrayList;
import social.kring.community.posts.PostRow;
import social.kring.platform.html.Sanitizer;

/** All words of a post: its text and warning, the choices of its poll, what its media show. */
final class PostWords {
  private final Sanitizer sanitizer = new Sanitizer();

  String of(PostRow post) {
    var body = post.body();
    var parts = new ArrayList<String>();
    parts.add(body.text().spoiler());
    parts.add(sanitizer.text(body.text().html()));
    body.poll().ifPresent(poll -> poll.options().forEach(option -> parts.add(option.title())));
    body.media().forEach(medium -> medium.description().ifPresent(parts::add));
    return String.join("\n\n", parts);
  }
}
