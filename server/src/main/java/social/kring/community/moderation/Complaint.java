package social.kring.community.moderation;

import java.util.List;
import social.kring.federation.actors.ActorRow;
import social.kring.protocol.Problem;

/**
 * What somebody who lives here tells the moderators.
 *
 * @param target whom it is about
 * @param posts ids of posts of theirs that the reporter can see
 * @param forward whether the target's own node shall hear of it, without the reporter's name
 */
public record Complaint(
    ActorRow target,
    List<Long> posts,
    String comment,
    Report.Category category,
    List<Long> rules,
    boolean forward) {
  public static final int MOST_POSTS = 100;
  public static final int MOST_RULES = 100;
  public static final int LONGEST_COMMENT = 1_000;

  public Complaint {
    posts = List.copyOf(posts);
    rules = List.copyOf(rules);
  }

  /**
   * @throws Problem INVALID naming what is too much
   */
  void check() {
    refuse("status_ids", posts.size(), MOST_POSTS);
    refuse("rule_ids", rules.size(), MOST_RULES);
    refuse("comment", comment.codePointCount(0, comment.length()), LONGEST_COMMENT);
  }

  private static void refuse(String name, int size, int most) {
    if (size > most) throw Problem.invalid(name + " is " + size + " long, at most " + most);
  }
}
