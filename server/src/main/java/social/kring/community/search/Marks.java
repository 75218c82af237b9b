package social.kring.community.search;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import social.kring.community.posts.PostMedia;
import social.kring.community.posts.PostRow;
import social.kring.community.posts.PostView;
import social.kring.protocol.activitystreams.Audience.Visibility;

/**
 * What is known of a post beside its words, as words that nobody can type: they begin with an
 * equals sign. So one index answers for words, authors and properties together.
 */
final class Marks {
  /** With more people than that, each of them is looked up when they search. */
  static final int MOST_PEOPLE = 200;

  static final String PUBLIC = "=s";
  static final String CROWD = "=x";
  static final String REPLY = "=r";
  static final String SENSITIVE = "=w";
  static final String MEDIA = "=m";
  static final String POLL = "=q";
  static final String LINK = "=k";
  static final String CARD = "=e";

  private Marks() {}

  static String author(long actor) {
    return "=a" + actor;
  }

  /** Somebody here whose post it is in some way. */
  static String person(long actor) {
    return "=p" + actor;
  }

  static String language(String language) {
    return "=l" + language.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9].*", "");
  }

  /** By the first part of a media type. */
  static String media(String type) {
    return "=m" + type.toLowerCase(Locale.ROOT).replaceAll("[^a-z].*", "");
  }

  static Set<String> of(PostView view, Collection<Long> people) {
    var post = view.post();
    var marks = new LinkedHashSet<String>();
    marks.add(author(post.author()));
    if (post.kind().visibility() == Visibility.PUBLIC) marks.add(PUBLIC);
    if (people.size() > MOST_PEOPLE) marks.add(CROWD);
    else people.forEach(person -> marks.add(person(person)));
    if (post.thread().inReplyTo().isPresent()) marks.add(REPLY);
    if (view.preview().isPresent()) marks.add(CARD);
    ofBody(post, marks);
    return marks;
  }

  private static void ofBody(PostRow post, Set<String> marks) {
    var body = post.body();
    if (body.text().sensitive()) marks.add(SENSITIVE);
    body.text().language().map(Marks::language).ifPresent(marks::add);
    if (body.poll().isPresent()) marks.add(POLL);
    if (body.text().html().contains("<a ")) marks.add(LINK);
    if (!body.media().isEmpty()) marks.add(MEDIA);
    body.media().stream().map(PostMedia::mediaType).map(Marks::media).forEach(marks::add);
  }
}
