package social.kring.protocol.activitystreams;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The activities that Kring knows by name. */
enum ActivityType {
  ACCEPT("Accept", Accept::new),
  ADD("Add", Add::new),
  ANNOUNCE("Announce", Announce::new),
  BLOCK("Block", Block::new),
  CREATE("Create", Create::new),
  DELETE("Delete", Delete::new),
  DISLIKE("Dislike", Dislike::new),
  EMOJI_REACT("EmojiReact", EmojiReact::new),
  FLAG("Flag", Flag::new),
  FOLLOW("Follow", Follow::new),
  INVITE("Invite", Invite::new),
  JOIN("Join", Join::new),
  LEAVE("Leave", Leave::new),
  LIKE("Like", Like::new),
  MOVE("Move", Move::new),
  OFFER("Offer", Offer::new),
  REJECT("Reject", Reject::new),
  REMOVE("Remove", Remove::new),
  UNDO("Undo", Undo::new),
  UPDATE("Update", Update::new);

  private static final Map<String, ActivityType> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(t -> t.text, t -> t));

  private final String text;
  private final Function<ActivityHead, Activity> view;

  ActivityType(String text, Function<ActivityHead, Activity> view) {
    this.text = text;
    this.view = view;
  }

  static Optional<ActivityType> named(String text) {
    return Optional.ofNullable(BY_NAME.get(text));
  }

  Activity view(ActivityHead head) {
    return view.apply(head);
  }
}
