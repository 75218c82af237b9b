package social.kring.door.mastodon.streaming;

import java.util.Arrays;
import java.util.Optional;
import social.kring.community.access.Scopes;

/** What can be listened to, in the words of the client API. */
enum ChannelKind {
  USER("user", "read:statuses", Of.PERSON),
  USER_NOTIFICATION("user:notification", "read:notifications", Of.PERSON),
  PUBLIC("public", "read:statuses", Of.EVERYONE),
  PUBLIC_LOCAL("public:local", "read:statuses", Of.EVERYONE),
  PUBLIC_REMOTE("public:remote", "read:statuses", Of.EVERYONE),
  PUBLIC_MEDIA("public:media", "read:statuses", Of.EVERYONE),
  PUBLIC_LOCAL_MEDIA("public:local:media", "read:statuses", Of.EVERYONE),
  PUBLIC_REMOTE_MEDIA("public:remote:media", "read:statuses", Of.EVERYONE),
  HASHTAG("hashtag", "read:statuses", Of.TAG),
  HASHTAG_LOCAL("hashtag:local", "read:statuses", Of.TAG),
  LIST("list", "read:lists", Of.LIST),
  DIRECT("direct", "read:statuses", Of.PERSON);

  /** Whose, or of what, a channel is. */
  enum Of {
    PERSON,
    EVERYONE,
    TAG,
    LIST
  }

  private final String text;
  private final String scope;
  private final Of of;

  ChannelKind(String text, String scope, Of of) {
    this.text = text;
    this.scope = scope;
    this.of = of;
  }

  /** As the client API spells it. */
  String text() {
    return text;
  }

  /** One of the scopes that it needs. */
  String scope() {
    return scope;
  }

  Of of() {
    return of;
  }

  /** Whether a token may listen to it. */
  boolean isOpenTo(Scopes scopes) {
    return scopes.covers(scope);
  }

  static Optional<ChannelKind> named(String text) {
    return Arrays.stream(values()).filter(kind -> kind.text.equals(text)).findFirst();
  }
}
