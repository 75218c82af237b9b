package social.kring.community.emoji;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import social.kring.community.Foundation;
import social.kring.community.media.PictureShape;
import social.kring.community.media.Pictures;
import social.kring.federation.actors.ActorRow;
import social.kring.platform.storage.Queries;
import social.kring.protocol.Problem;

/** The emoji of this node. */
public final class CustomEmojis {
  /** Bytes of a picture, as elsewhere. */
  public static final int LARGEST = 256 << 10;

  private static final int LONGEST_CATEGORY = 100;
  private static final Pattern SHORTCODE = Pattern.compile("[A-Za-z0-9_]{2,64}");

  private final EmojiTable table = new EmojiTable();
  private final Foundation base;
  private final Pictures pictures;

  public CustomEmojis(Foundation base, Pictures pictures) {
    this.base = base;
    this.pictures = pictures;
  }

  /** In the order of their shortcodes. */
  public List<CustomEmoji> all(Queries queries) {
    return table.all(queries);
  }

  /**
   * Draws the picture anew and keeps it. Not inside of a transaction.
   *
   * @throws Problem INVALID naming what cannot be, CONFLICT for a shortcode that is taken and for
   *     one too many
   */
  public CustomEmoji add(String shortcode, byte[] picture, Optional<String> category) {
    if (!SHORTCODE.matcher(shortcode).matches()) {
      throw Problem.invalid(
          "shortcode is \"" + shortcode + "\", expected 2 to 64 letters, digits and _");
    }
    if (category.isPresent() && category.get().length() > LONGEST_CATEGORY) {
      throw Problem.invalid("category is longer than " + LONGEST_CATEGORY);
    }
    if (picture.length > LARGEST)
      throw Problem.invalid("image has more than " + LARGEST + " bytes");
    if (!table.named(base.database(), List.of(shortcode)).isEmpty()) throw taken(shortcode);
    if (all(base.database()).size() >= EmojiTable.MOST) {
      throw Problem.conflict("there are " + EmojiTable.MOST + " emoji already");
    }
    var url = pictures.keep(keeper(), "image", picture, PictureShape.EMOJI).text();
    var emoji = new CustomEmoji(shortcode, url, category.filter(name -> !name.isBlank()));
    if (!table.insert(base.database(), emoji, base.clock().instant())) {
      release(emoji);
      throw taken(shortcode);
    }
    return emoji;
  }

  /**
   * Takes it from the list. Its picture stays, since posts show it.
   *
   * @throws Problem NOT_FOUND where there is none of this name
   */
  public void remove(String shortcode) {
    table
        .delete(base.database(), shortcode)
        .orElseThrow(() -> Problem.notFound("there is no emoji " + shortcode));
  }

  private void release(CustomEmoji emoji) {
    base.database()
        .transaction(
            tx -> {
              pictures.release(tx, keeper(), emoji.url());
              return null;
            });
  }

  /** Emoji are the node's own. */
  private ActorRow keeper() {
    return base.actors()
        .instance(base.database())
        .orElseThrow(() -> new IllegalStateException("the node has no actor yet"));
  }

  private static Problem taken(String shortcode) {
    return Problem.conflict("shortcode " + shortcode + " is taken");
  }
}
