package social.kring.door.mastodon.composing;

import java.util.Map;
import java.util.Optional;
import social.kring.community.posts.PostQuote;
import social.kring.community.posts.PostView;
import social.kring.community.posts.QuotePolicy;
import social.kring.community.posts.QuoteStanding;
import social.kring.door.mastodon.entities.Quote;
import social.kring.door.mastodon.entities.Status;
import social.kring.door.mastodon.entities.Status.QuoteApproval;

/**
 * What the posts of a page quote, and how the viewer stands to their authors.
 *
 * @param posts as far as the viewer may see them; empty where quoted posts are not shown whole
 * @param whole whether they are shown, or only named
 * @param standings by author, where they matter
 */
record Quoted(Map<Long, Status> posts, boolean whole, Map<Long, QuoteStanding> standings) {

  Optional<Object> by(PostView view) {
    return view.quote().map(quote -> whole ? shown(quote) : named(quote));
  }

  private Object shown(PostQuote quote) {
    var status = quote.post().filter(id -> quote.accepted()).map(posts::get);
    var isHidden = quote.accepted() && !quote.gone() && status.isEmpty();
    return new Quote(isHidden ? "unauthorized" : quote.shownState(), status);
  }

  private static Object named(PostQuote quote) {
    var id = quote.post().filter(post -> quote.accepted() && !quote.gone());
    return new Quote.Shallow(quote.shownState(), id.map(post -> Long.toString(post)));
  }

  QuoteApproval approval(long viewer, PostView view) {
    var policy = view.quotable();
    return new QuoteApproval(
        QuotePolicy.texts(policy.automatic()),
        QuotePolicy.texts(policy.manual()),
        answer(viewer, view).name().toLowerCase(java.util.Locale.ROOT));
  }

  private QuoteStanding.Answer answer(long viewer, PostView view) {
    if (viewer == 0) return QuoteStanding.Answer.DENIED;
    var standing =
        viewer == view.author().id()
            ? QuoteStanding.AUTHOR
            : standings.getOrDefault(view.author().id(), QuoteStanding.STRANGER);
    return standing.answer(view.post(), view.quotable());
  }
}
