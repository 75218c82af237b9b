package social.kring.community.media;

import java.util.Locale;

/** What an upload is to people. */
public enum UploadKind {
  IMAGE,
  VIDEO,
  AUDIO;

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static UploadKind named(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
