package social.kring.community.relationships;

import java.time.Instant;
import java.util.Optional;

/**
 * How one actor stands to another, seen by the first.
 *
 * @param actor the other's id
 * @param hostMuted whether the viewer mutes the other's whole host
 * @param note what the viewer wrote about the other, for their own eyes; may be empty
 */
public record Relationship(
    long actor,
    Following following,
    Followed followed,
    Blocking blocking,
    Optional<Muting> muting,
    boolean hostMuted,
    String note) {

  /**
   * The viewer's follow of the other.
   *
   * @param state empty: none
   * @param endorsed whether the viewer recommends the other
   */
  public record Following(
      Optional<FollowState> state, FollowPreferences preferences, boolean endorsed) {
    static final Following NONE = new Following(Optional.empty(), FollowPreferences.DEFAULT, false);

    public boolean accepted() {
      return state.filter(FollowState.ACCEPTED::equals).isPresent();
    }

    public boolean requested() {
      return state.filter(FollowState.REQUESTED::equals).isPresent();
    }
  }

  /** The other's follow of the viewer. */
  public record Followed(Optional<FollowState> state) {
    static final Followed NOT = new Followed(Optional.empty());

    public boolean accepted() {
      return state.filter(FollowState.ACCEPTED::equals).isPresent();
    }

    public boolean requested() {
      return state.filter(FollowState.REQUESTED::equals).isPresent();
    }
  }

  public record Blocking(boolean blocks, boolean blocked) {
    static final Blocking NONE = new Blocking(false, false);
  }

  /**
   * @param expiresAt empty: until it is taken back
   */
  public record Muting(boolean notifications, Optional<Instant> expiresAt) {}
}
