package social.kring.door.mastodon;

import social.kring.door.mastodon.composing.AccountComposer;
import social.kring.door.mastodon.composing.AdminComposer;
import social.kring.door.mastodon.composing.BodyComposer;
import social.kring.door.mastodon.composing.ConversationComposer;
import social.kring.door.mastodon.composing.CredentialComposer;
import social.kring.door.mastodon.composing.EditComposer;
import social.kring.door.mastodon.composing.Faces;
import social.kring.door.mastodon.composing.GroupComposer;
import social.kring.door.mastodon.composing.MediaComposer;
import social.kring.door.mastodon.composing.NotificationComposer;
import social.kring.door.mastodon.composing.RelationshipComposer;
import social.kring.door.mastodon.composing.ReportComposer;
import social.kring.door.mastodon.composing.RequestComposer;
import social.kring.door.mastodon.composing.StatusComposer;
import social.kring.door.mastodon.composing.TagComposer;

/** All that turns rows into documents. */
record Composers(
    AccountComposer accounts,
    StatusComposer statuses,
    EditComposer edits,
    RelationshipComposer relationships,
    Told told,
    CredentialComposer credentials,
    TagComposer tags) {

  /** What people are told of: one by one, like things together, and what is held back. */
  record Told(
      NotificationComposer single, GroupComposer groups, RequestComposer requests, Office office) {

    static Told by(NotificationComposer single, Office office) {
      return new Told(single, new GroupComposer(single), new RequestComposer(single), office);
    }
  }

  ConversationComposer conversations() {
    return new ConversationComposer(accounts, statuses);
  }

  /** What moderators are told, and see. */
  record Office(ReportComposer reports, AdminComposer admin) {}

  ReportComposer reports() {
    return told.office().reports();
  }

  AdminComposer admin() {
    return told.office().admin();
  }

  NotificationComposer notifications() {
    return told.single();
  }

  GroupComposer groups() {
    return told.groups();
  }

  RequestComposer requests() {
    return told.requests();
  }

  static Composers of(Capabilities all) {
    var reading = all.posts().reading();
    var ties = all.relationships().reader();
    var faces = new Faces(all.surroundings().domains(), all.members().links());
    var accounts =
        new AccountComposer(
            all.base().actors(),
            ties,
            reading.profiles(),
            reading.stamps(),
            all.surroundings().peers(),
            faces);
    var media = new MediaComposer(all.members().links());
    var bodies = new BodyComposer(all.base().clock(), media);
    var statuses = new StatusComposer(reading, accounts, bodies, faces, all.curation().filters());
    var reports = new ReportComposer(all.moderation().reports(), accounts);
    var office =
        new Office(
            reports,
            new AdminComposer(
                accounts, statuses, all.members().access().admission(), all.house().rules()));
    return new Composers(
        accounts,
        statuses,
        new EditComposer(reading.reactions(), accounts, bodies),
        new RelationshipComposer(ties),
        Told.by(new NotificationComposer(accounts, statuses, reports), office),
        new CredentialComposer(accounts, all.members().people(), ties),
        new TagComposer(faces, all.curation().hashtags()));
  }
}
