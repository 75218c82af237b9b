package social.kring.door.mastodon;

import java.util.Optional;
import social.kring.community.media.Caption;
import social.kring.community.media.Pictures;
import social.kring.community.media.Uploads;
import social.kring.community.posts.Draft;
import social.kring.community.posts.PollDraft;
import social.kring.door.mastodon.entities.InstanceLimits.Media;
import social.kring.door.mastodon.entities.InstanceLimits.Polls;
import social.kring.door.mastodon.entities.InstanceLimits.Statuses;

/** How much the node takes, as it tells apps. */
final class Limits {
  static final int MOST_PINNED = 5;

  /** Addresses count as long as they are. */
  static final Statuses STATUSES = new Statuses(Draft.LONGEST, Uploads.MOST_SHOWN, 0);

  static final Polls POLLS =
      new Polls(
          PollDraft.MOST_OPTIONS,
          PollDraft.LONGEST_OPTION,
          PollDraft.SHORTEST.toSeconds(),
          PollDraft.LONGEST.toSeconds());
  static final Media MEDIA = media(Optional.of(Caption.LONGEST));
  static final Media MEDIA_V1 = media(Optional.empty());

  private Limits() {}

  private static Media media(Optional<Integer> descriptionLimit) {
    return new Media(
        Uploads.MEDIA_TYPES,
        descriptionLimit,
        Pictures.LARGEST_UPLOAD,
        Pictures.MOST_PIXELS,
        Uploads.LARGEST_FILM,
        Uploads.MOST_A_SECOND,
        Uploads.MOST_PIXELS_OF_FILM);
  }
}
