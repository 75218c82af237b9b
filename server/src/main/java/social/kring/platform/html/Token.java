package social.kring.platform.html;

import social.kring.protocol.url.FediUrl;

/** A stretch of a person's plain text. {@link #written()} of all of them is the whole text. */
public sealed interface Token {
  String written();

  record Text(String written) implements Token {}

  record Link(String written, FediUrl url) implements Token {}

  /** {@code @name} or {@code @name@host}. */
  record Mention(String written) implements Token {

    /** As written, without the first at sign: {@code name} or {@code name@host}. */
    public String address() {
      return written.substring(1);
    }

    /** The part before the host. */
    public String name() {
      var at = address().indexOf('@');
      return at < 0 ? address() : address().substring(0, at);
    }
  }

  record Hashtag(String written) implements Token {

    /** As written, without the number sign. */
    public String name() {
      return written.substring(1);
    }
  }
}
