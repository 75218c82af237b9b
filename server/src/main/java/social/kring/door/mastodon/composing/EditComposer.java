package social.kring.door.mastodon.composing;

import java.util.List;
import social.kring.community.posts.PostPoll;
import social.kring.community.posts.PostView;
import social.kring.community.posts.ReactionReader;
import social.kring.community.posts.Version;
import social.kring.door.mastodon.entities.Account;
import social.kring.door.mastodon.entities.StatusEdit;
import social.kring.door.mastodon.entities.StatusEdit.EditedPoll;
import social.kring.platform.storage.Queries;

/** Composes what a post said before, and says now. */
public final class EditComposer {
  private final ReactionReader reactions;
  private final AccountComposer accounts;
  private final BodyComposer bodies;

  public EditComposer(ReactionReader reactions, AccountComposer accounts, BodyComposer bodies) {
    this.reactions = reactions;
    this.accounts = accounts;
    this.bodies = bodies;
  }

  /** The first version first. */
  public List<StatusEdit> of(Queries queries, PostView view) {
    var author = accounts.one(queries, view.author());
    return reactions.history(queries, view.post()).stream()
        .map(version -> edit(version, author))
        .toList();
  }

  private StatusEdit edit(Version version, Account author) {
    var body = version.body();
    return new StatusEdit(
        body.text().html(),
        body.text().spoiler(),
        body.text().sensitive(),
        version.at(),
        author,
        body.poll().map(EditComposer::poll),
        bodies.media(body),
        bodies.emojis(body));
  }

  private static EditedPoll poll(PostPoll poll) {
    return new EditedPoll(
        poll.options().stream().map(option -> new EditedPoll.Choice(option.title())).toList());
  }
}
