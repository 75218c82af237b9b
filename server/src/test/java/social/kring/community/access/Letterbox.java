package social.kring.community.access;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import social.kring.platform.mail.Letter;
import social.kring.platform.mail.Mailer;

/** Keeps what would be sent. */
final class Letterbox implements Mailer {
  private static final Pattern TOKEN = Pattern.compile("token=([A-Za-z0-9_-]+)");

  private final List<Letter> letters = new ArrayList<>();

  @Override
  public boolean available() {
    return true;
  }

  @Override
  public void send(Letter letter) {
    letters.add(letter);
  }

  List<Letter> take() {
    var taken = List.copyOf(letters);
    letters.clear();
    return taken;
  }

  static String token(Letter letter) {
    var found = TOKEN.matcher(letter.text());
    if (!found.find()) throw new AssertionError("no link in the letter");
    return found.group(1);
  }
}
