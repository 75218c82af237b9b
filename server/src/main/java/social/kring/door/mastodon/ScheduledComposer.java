package social.kring.door.mastodon;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import social.kring.community.media.Shown;
import social.kring.community.media.Upload;
import social.kring.community.media.Uploads;
import social.kring.community.posts.PollDraft;
import social.kring.community.posts.PostMedia;
import social.kring.community.posts.WrittenWith;
import social.kring.community.scheduling.ScheduledPost;
import social.kring.door.mastodon.composing.MediaComposer;
import social.kring.door.mastodon.entities.MediaAttachment;
import social.kring.door.mastodon.entities.ScheduledStatus;
import social.kring.door.mastodon.entities.ScheduledStatus.Choices;
import social.kring.door.mastodon.entities.ScheduledStatus.Params;
import social.kring.federation.actors.ActorRow;

/** Composes posts that wait for their time. */
final class ScheduledComposer {
  private final Uploads uploads;
  private final MediaComposer media;

  ScheduledComposer(Uploads uploads, MediaComposer media) {
    this.uploads = uploads;
    this.media = media;
  }

  List<ScheduledStatus> of(ActorRow author, List<ScheduledPost> posts) {
    var shown =
        uploads.of(author, posts.stream().flatMap(ScheduledComposer::shown).toList()).stream()
            .collect(Collectors.toUnmodifiableMap(Upload::id, Function.identity()));
    return posts.stream().map(post -> of(post, shown)).toList();
  }

  private static Stream<Long> shown(ScheduledPost post) {
    return post.draft().wording().media().stream().map(Shown::id);
  }

  private ScheduledStatus of(ScheduledPost post, Map<Long, Upload> shown) {
    return new ScheduledStatus(
        Long.toString(post.id()), post.at(), params(post), attachments(post, shown));
  }

  private List<MediaAttachment> attachments(ScheduledPost post, Map<Long, Upload> shown) {
    return shown(post)
        .flatMap(id -> Stream.ofNullable(shown.get(id)))
        .map(upload -> media.of(PostMedia.of(upload)))
        .toList();
  }

  private static Params params(ScheduledPost post) {
    var draft = post.draft();
    var wording = draft.wording();
    return new Params(
        wording.text(),
        draft.extras().poll().map(ScheduledComposer::choices),
        Optional.of(shown(post).map(id -> Long.toString(id)).toList())
            .filter(ids -> !ids.isEmpty()),
        wording.sensitive(),
        wording.spoiler(),
        Visibilities.text(draft.visibility()),
        draft.inReplyTo().map(id -> Long.toString(id)),
        wording.language(),
        Optional.empty(),
        draft.extras().writtenWith().map(WrittenWith::application),
        draft.idempotencyKey());
  }

  private static Choices choices(PollDraft poll) {
    return new Choices(
        poll.options(), poll.expiresIn().toSeconds(), poll.multiple(), poll.hidesTotals());
  }
}
