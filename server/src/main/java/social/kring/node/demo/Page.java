package social.kring.node.demo;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A page of a node, as far as somebody reads it who signs in. */
record Page(URI address, String text) {
  private static final Pattern ACTION = Pattern.compile("<form[^>]* action=\"([^\"]*)\"");
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
  private static final Pattern CODE = Pattern.compile("<code>([^<]+)</code>");

  /** Where its form goes. */
  URI action() {
    var found = ACTION.matcher(text);
    if (!found.find()) throw new Unmet("expected a form at " + address + ", not: " + text);
    return address.resolve(plain(found.group(1)));
  }

  /** What its form sends along. */
  Map<String, String> hidden() {
    var fields = new HashMap<String, String>();
    var found = HIDDEN.matcher(text);
    while (found.find()) fields.put(found.group(1), plain(found.group(2)));
    return fields;
  }

  /** What is shown to be copied into an app. */
  Optional<String> code() {
    var found = CODE.matcher(text);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  private static String plain(String markup) {
    return markup
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }
}
