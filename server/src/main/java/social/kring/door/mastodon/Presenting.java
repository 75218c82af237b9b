package social.kring.door.mastodon;

import java.util.List;
import java.util.Optional;
import social.kring.community.house.Charter.Saying;
import social.kring.community.house.HouseSetting;
import social.kring.door.activitypub.NodeCard;
import social.kring.door.mastodon.composing.AdminComposer;
import social.kring.door.mastodon.entities.Account;
import social.kring.door.mastodon.entities.Rule;
import social.kring.protocol.discovery.Handle;

/** Reads how the node presents itself: two queries, some more where an account is to be asked. */
record Presenting(Capabilities all, Composers composers, NodeCard card) {

  Presentation read() {
    var said = all.house().charter().read(all.database());
    return new Presentation(card, said, contact(said), rules());
  }

  List<Rule> rules() {
    return all.house().rules().all(all.database()).stream().map(AdminComposer::rule).toList();
  }

  private Optional<Account> contact(Saying said) {
    return said.text(HouseSetting.CONTACT_ACCOUNT)
        .flatMap(this::handle)
        .flatMap(handle -> all.base().actors().byHandle(all.database(), handle))
        .filter(actor -> actor.local() && actor.standing().active())
        .map(actor -> composers.accounts().one(all.database(), actor));
  }

  /** A bare name is one of the node's own domain, whichever was asked. */
  private Optional<Handle> handle(String name) {
    var bare = name.replaceFirst("^@", "");
    var own = all.surroundings().domains().primary().authority();
    return Handle.tryParse(bare.contains("@") ? bare : bare + "@" + own);
  }
}
