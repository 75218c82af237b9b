package social.kring.door.pages;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import social.kring.community.posts.EntryView;
import social.kring.community.posts.PostRow;
import social.kring.federation.actors.ActorRow;
import social.kring.platform.html.Escape;
import social.kring.platform.html.Sanitizer;

/** Writes posts as Atom. RFC 4287. */
final class AtomWriter {
  /** What XML 1.0 cannot hold at all. */
  private static final Pattern UNWRITABLE =
      Pattern.compile("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  private final Sanitizer sanitizer = new Sanitizer();

  String feed(ActorRow actor, List<EntryView> entries) {
    var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<feed xmlns=\"http://www.w3.org/2005/Atom\">\n");
    var page = actor.addresses().page().text();
    element(xml, "id", actor.uri().text());
    element(xml, "title", Portraits.name(actor) + " (" + actor.handle() + ")");
    element(xml, "updated", updated(actor, entries).toString());
    link(xml, "self", "application/atom+xml", page + ".atom");
    link(xml, "alternate", "text/html", page);
    xml.append("<author>");
    element(xml, "name", Portraits.name(actor));
    element(xml, "uri", page);
    xml.append("</author>\n");
    entries.forEach(entry -> entry(xml, entry.post().post()));
    return xml.append("</feed>\n").toString();
  }

  private static Instant updated(ActorRow actor, List<EntryView> entries) {
    return entries.stream()
        .map(entry -> updated(entry.post().post()))
        .max(Instant::compareTo)
        .orElse(actor.profile().published());
  }

  private static Instant updated(PostRow post) {
    return post.state().edited().orElse(post.state().published());
  }

  private void entry(StringBuilder xml, PostRow post) {
    var text = post.body().text();
    var spoiler = text.spoiler();
    var title = spoiler.isEmpty() ? Excerpt.of(sanitizer, text.html()) : Excerpt.cut(spoiler);
    xml.append("<entry>\n");
    element(xml, "id", post.uri().text());
    element(xml, "title", title.isEmpty() ? "A post" : title);
    element(xml, "published", post.state().published().toString());
    element(xml, "updated", updated(post).toString());
    link(xml, "alternate", "text/html", post.addresses().page().text());
    link(xml, "alternate", "application/activity+json", post.uri().text());
    xml.append("<content type=\"html\">").append(written(html(spoiler, text.html())));
    xml.append("</content>\n</entry>\n");
  }

  private static String html(String spoiler, String html) {
    return spoiler.isEmpty() ? html : "<p><strong>" + Escape.html(spoiler) + "</strong></p>" + html;
  }

  private static void element(StringBuilder xml, String name, String text) {
    xml.append("<%s>%s</%s>\n".formatted(name, written(text), name));
  }

  private static void link(StringBuilder xml, String rel, String type, String href) {
    xml.append("<link rel=\"%s\" type=\"%s\" href=\"%s\"/>\n".formatted(rel, type, written(href)));
  }

  private static String written(String text) {
    return Escape.html(UNWRITABLE.matcher(text).replaceAll(""));
  }
}
