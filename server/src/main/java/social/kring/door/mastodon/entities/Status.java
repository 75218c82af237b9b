package social.kring.door.mastodon.entities;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import social.kring.door.api.Engraved;
import social.kring.door.api.Engraving;
import social.kring.door.api.PerViewer;
import social.kring.door.mastodon.entities.Filter.FilterResult;

/**
 * A post, or a boost of one. What is not the same for everyone who looks says so; all else is
 * written once, and whoever changes it takes a new engraving.
 */
public record Status(
    String id,
    String uri,
    Instant createdAt,
    Account account,
    String content,
    String visibility,
    boolean sensitive,
    String spoilerText,
    List<MediaAttachment> mediaAttachments,
    Optional<PostedWith> application,
    List<StatusMention> mentions,
    List<StatusTag> tags,
    List<CustomEmoji> emojis,
    long reblogsCount,
    long favouritesCount,
    long quotesCount,
    long repliesCount,
    Optional<String> url,
    Optional<String> inReplyToId,
    Optional<String> inReplyToAccountId,
    @PerViewer Optional<Status> reblog,
    @PerViewer Optional<Poll> poll,
    Optional<PreviewCard> card,
    Optional<String> language,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> text,
    Optional<Instant> editedAt,
    @PerViewer Optional<Object> quote,
    @PerViewer QuoteApproval quoteApproval,
    @PerViewer @JsonUnwrapped ViewerMarks marks,
    @JsonIgnore Engraving engraving)
    implements Engraved {

  /** Who may quote it. */
  public record QuoteApproval(List<String> automatic, List<String> manual, String currentUser) {
    public static final QuoteApproval NONE = new QuoteApproval(List.of(), List.of(), "denied");
  }

  /** The same post, in the words that its author typed. */
  public Status withText(String typed) {
    return with(reblog, poll, Optional.of(typed), marks, new Engraving());
  }

  /**
   * The same post or boost, as it shows to somebody who is signed in.
   *
   * @param votes her choices, where it asks something
   */
  public Status markedBy(ViewerMarks marks, List<Integer> votes, boolean isOwn) {
    return with(
        reblog.map(post -> post.markedBy(marks, votes, isOwn)),
        poll.map(each -> each.votedBy(votes, isOwn)),
        text,
        marks,
        engraving);
  }

  /** The same post or boost, with what it quotes as the reader may see that. */
  public Status quoting(Optional<Object> quoted, QuoteApproval approval) {
    return reblog.isPresent()
        ? with(reblog.map(post -> post.quoting(quoted, approval)), poll, text, marks, engraving)
        : with(quoted, approval);
  }

  private Status with(
      Optional<Status> reblog,
      Optional<Poll> poll,
      Optional<String> text,
      ViewerMarks marks,
      Engraving engraving) {
    return new Status(
        id,
        uri,
        createdAt,
        account,
        content,
        visibility,
        sensitive,
        spoilerText,
        mediaAttachments,
        application,
        mentions,
        tags,
        emojis,
        reblogsCount,
        favouritesCount,
        quotesCount,
        repliesCount,
        url,
        inReplyToId,
        inReplyToAccountId,
        reblog,
        poll,
        card,
        language,
        text,
        editedAt,
        quote,
        quoteApproval,
        marks,
        engraving);
  }

  private Status with(Optional<Object> quote, QuoteApproval quoteApproval) {
    return new Status(
        id,
        uri,
        createdAt,
        account,
        content,
        visibility,
        sensitive,
        spoilerText,
        mediaAttachments,
        application,
        mentions,
        tags,
        emojis,
        reblogsCount,
        favouritesCount,
        quotesCount,
        repliesCount,
        url,
        inReplyToId,
        inReplyToAccountId,
        reblog,
        poll,
        card,
        language,
        text,
        editedAt,
        quote,
        quoteApproval,
        marks,
        engraving);
  }

  /** The app that it was written with. */
  public record PostedWith(String name, Optional<String> website) {}

  /** What the signed-in reader did with it; nothing of it is written for the public. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record ViewerMarks(
      Optional<Boolean> favourited,
      Optional<Boolean> reblogged,
      Optional<Boolean> muted,
      Optional<Boolean> bookmarked,
      Optional<Boolean> pinned,
      Optional<List<FilterResult>> filtered) {
    public static final ViewerMarks NONE =
        new ViewerMarks(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
  }
}
