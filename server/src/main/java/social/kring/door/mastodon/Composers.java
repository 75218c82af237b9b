package social.kring.door.mastodon;

import social.kring.door.mastodon.composing.AccountComposer;
import social.kring.door.mastodon.composing.BodyComposer;
import social.kring.door.mastodon.composing.CredentialComposer;
import social.kring.door.mastodon.composing.EditComposer;
import social.kring.door.mastodon.composing.Faces;
import social.kring.door.mastodon.composing.MediaComposer;
import social.kring.door.mastodon.composing.NotificationComposer;
import social.kring.door.mastodon.composing.RelationshipComposer;
import social.kring.door.mastodon.composing.StatusComposer;
import social.kring.door.mastodon.composing.TagComposer;

/** All that turns rows into documents. */
record Composers(
    AccountComposer accounts,
    StatusComposer statuses,
    EditComposer edits,
    RelationshipComposer relationships,
    NotificationComposer notifications,
    CredentialComposer credentials,
    TagComposer tags) {

  static Composers of(Capabilities all) {
    var reading = all.posts().reading();
    var ties = all.relationships().reader();
    var faces = new Faces(all.surroundings().domains());
    var accounts =
        new AccountComposer(
            all.base().actors(),
            ties,
            reading.profiles(),
            reading.stamps(),
            all.surroundings().peers(),
            faces);
    var media = new MediaComposer(all.surroundings().domains());
    var bodies = new BodyComposer(all.base().clock(), media);
    var statuses = new StatusComposer(reading, accounts, bodies, faces, all.curation().filters());
    return new Composers(
        accounts,
        statuses,
        new EditComposer(reading.reactions(), accounts, bodies),
        new RelationshipComposer(ties),
        new NotificationComposer(accounts, statuses),
        new CredentialComposer(accounts, all.members().people(), ties),
        new TagComposer(faces));
  }
}
