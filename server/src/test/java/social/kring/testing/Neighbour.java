package social.kring.testing;

import java.util.List;
import java.util.Optional;
import social.kring.community.PageRequest;
import social.kring.community.notifications.NotificationFilter;
import social.kring.community.notifications.NotificationRow;
import social.kring.community.posts.Draft;
import social.kring.community.posts.EntryView;
import social.kring.community.posts.PostEntry;
import social.kring.community.posts.PostRow;
import social.kring.community.posts.ProfileFilter;
import social.kring.community.posts.Wording;
import social.kring.federation.actors.ActorRow;
import social.kring.protocol.activitystreams.Audience.Visibility;

/** Somebody who lives here, and what she does. */
public record Neighbour(Square square, ActorRow actor) {

  public long id() {
    return actor.id();
  }

  public String handle() {
    return actor.handle().toString();
  }

  public PostRow posts(String text) {
    return posts(text, Visibility.PUBLIC);
  }

  public PostRow posts(String text, Visibility visibility) {
    return posts(Draft.of(text, visibility));
  }

  public PostRow posts(Draft draft) {
    return sees(square.posts().posts().create(actor, draft)).orElseThrow();
  }

  public PostRow replies(PostRow to, String text) {
    return posts(Draft.of(text, Visibility.PUBLIC).inReplyTo(to.id()));
  }

  public PostRow edits(PostRow post, String text) {
    square.posts().posts().edit(actor, post.id(), Wording.of(text));
    return sees(post.id()).orElseThrow();
  }

  public void deletes(PostRow post) {
    square.posts().posts().delete(actor, post.id());
  }

  public void likes(PostRow post) {
    square.posts().favourites().favourite(actor, post.id());
  }

  public void unlikes(PostRow post) {
    square.posts().favourites().unfavourite(actor, post.id());
  }

  public PostEntry boosts(PostRow post) {
    return square.posts().boosts().boost(actor, post.id(), Visibility.PUBLIC);
  }

  public void unboosts(PostRow post) {
    square.posts().boosts().unboost(actor, post.id());
  }

  public void pins(PostRow post) {
    square.posts().pins().pin(actor, post.id());
  }

  public void follows(ActorRow other) {
    square.follow(actor, other);
  }

  public void blocks(ActorRow other) {
    square.town().change(tx -> square.relationships().blocks().block(tx, actor, other));
  }

  /** The post as it stands, if she may see it. */
  public Optional<PostRow> sees(long post) {
    return view(PostEntry.of(post)).map(view -> view.post().post());
  }

  public Optional<PostRow> sees(PostRow post) {
    return sees(post.id());
  }

  public Optional<EntryView> view(PostEntry entry) {
    var reading = square.posts().reading();
    return reading
        .finder()
        .entry(square.database(), id(), entry.id())
        .flatMap(found -> reading.posts().read(square.database(), found));
  }

  /** Her home as it is once everything has been done that waits. */
  public List<PostEntry> home(PageRequest page) {
    square.drain();
    return square.timelines().home(id(), page).read(square.database());
  }

  public List<Long> home() {
    return home(PageRequest.newest(20)).stream().map(PostEntry::id).toList();
  }

  /** What she is told of, as "type by name", newest first. */
  public List<String> told() {
    return notifications().stream()
        .map(row -> row.type().text() + " by " + square.name(row.actor()))
        .toList();
  }

  public List<NotificationRow> notifications() {
    square.drain();
    return square
        .notifications()
        .page(square.database(), id(), NotificationFilter.ALL, PageRequest.newest(20));
  }

  public void unfollows(ActorRow other) {
    square.town().change(tx -> square.relationships().follows().unfollow(tx, actor, other));
  }

  public void mutes(ActorRow other) {
    square
        .town()
        .change(
            tx ->
                square.relationships().mutes().mute(tx, id(), other.id(), true, Optional.empty()));
  }

  /** What somebody published, as she sees it. */
  public List<PostEntry> profile(ActorRow of, ProfileFilter filter) {
    return square
        .posts()
        .reading()
        .profiles()
        .page(square.database(), id(), of.id(), filter, PageRequest.newest(20));
  }

  public List<Long> profile(ActorRow of) {
    return profile(of, ProfileFilter.ALL).stream().map(PostEntry::id).toList();
  }
}
