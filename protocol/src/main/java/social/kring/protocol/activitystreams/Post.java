package social.kring.protocol.activitystreams;

import java.util.List;
import java.util.Optional;
import social.kring.protocol.Problem;
import social.kring.protocol.json.Tree;
import social.kring.protocol.url.FediUrl;

/**
 * A Note, or what else is shown like one. Vocabulary §3.3.
 *
 * @param inReplyTo the post it answers
 * @param content what it says
 * @param tags whom and what it names
 * @param poll the choices, where it is a Question
 */
public record Post(
    PostHead head,
    Optional<FediUrl> inReplyTo,
    PostContent content,
    PostTags tags,
    List<Attachment> attachments,
    Optional<Poll> poll,
    Tree tree)
    implements ApObject {
  private static final int MOST_ATTACHMENTS = 16;

  public Post {
    attachments = List.copyOf(attachments);
  }

  /**
   * @throws Problem MALFORMED where it has no id or no author
   */
  public static Post from(Tree tree) {
    return new Post(
        PostHead.from(tree),
        tree.id("inReplyTo").or(() -> tree.ids("inReplyTo").stream().findFirst()),
        PostContent.from(tree),
        PostTags.from(tree),
        attachments(tree),
        Poll.from(tree),
        tree);
  }

  public FediUrl uri() {
    return head.uri();
  }

  public FediUrl attributedTo() {
    return head.attributedTo();
  }

  public Audience audience() {
    return head.audience();
  }

  private static List<Attachment> attachments(Tree tree) {
    return tree.objects("attachment").stream()
        .flatMap(attachment -> Attachment.from(attachment).stream())
        .limit(MOST_ATTACHMENTS)
        .toList();
  }
}
