package social.kring.door.mastodon.composing;

import java.util.Optional;
import social.kring.community.filters.ActiveFilters;
import social.kring.community.posts.EntryView;
import social.kring.community.posts.Mark;
import social.kring.community.posts.Stamped;
import social.kring.door.mastodon.entities.Status;
import social.kring.door.mastodon.entities.Status.ViewerMarks;

/** A post or boost as the public sees it. */
record Rendering(EntryView view, Status status) {

  boolean asks() {
    return view.post().post().body().poll().isPresent();
  }

  /** With what a viewer did with it, and by which of their filters it matches. */
  Status seenBy(Viewing viewing, Stamped stamped) {
    var quoted = viewing.quoted();
    var whole =
        status.quoting(quoted.by(view.post()), quoted.approval(viewing.viewer(), view.post()));
    if (viewing.viewer() == 0) return whole;
    var isOwn = view.post().post().author() == viewing.viewer();
    var marks = marks(stamped, isOwn, viewing.filters());
    return whole.markedBy(marks, viewing.votes(stamped.entry().post()), isOwn);
  }

  /** A mark is one line here, and what it is read from is one in {@link Mark}. */
  private ViewerMarks marks(Stamped stamped, boolean isOwn, ActiveFilters filters) {
    var post = view.post().post();
    return new ViewerMarks(
        Optional.of(stamped.has(Mark.FAVOURITED)),
        Optional.of(stamped.has(Mark.BOOSTED)),
        Optional.of(stamped.has(Mark.MUTED)),
        Optional.of(stamped.has(Mark.BOOKMARKED)),
        Optional.of(isOwn && post.state().pinned().isPresent()),
        Optional.of(filters.matching(post).stream().map(FilterComposer::result).toList()));
  }
}
