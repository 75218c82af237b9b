// megalodon, which Whalebird and others are built on, from registration to sign-out on a real node:
//   node test/clients/megalodon.mjs ADDRESS NAME PASSWORD FRIEND
// FRIEND lives on the node, too, with the same password. The server's tests run it.
import assert from "node:assert/strict";
import { createECDH, randomBytes } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { createReadStream } from "node:fs";
import { detector, default as generator } from "megalodon";
import { picture } from "./picture.mjs";
import { codeFor } from "./signin.mjs";
import { play, seen, soon } from "./steps.mjs";
import { Documents } from "./types.mjs";

const [url, name, password, friend] = process.argv.slice(2);
const SCOPES = ["read", "write", "follow", "push"];
// Declared by megalodon otherwise than Mastodon documents and sends it: counts of tags are strings there, and who is muted
// without end is so until null.
const OTHERWISE = /Types of property '(uses|statuses_count|mute_expires_at)' are incompatible/;
const documents = new Documents();
const keep = (type, answer) => documents.as(type, answer.data);
const keepAll = (type, answer) => answer.data.map((each) => documents.as(type, each));

/** An app that shows the code to be copied. */
async function signIn(who) {
  const stranger = generator("mastodon", url);
  const app = await stranger.registerApp("Whalebird", { scopes: SCOPES });
  const code = await codeFor(app.url, who, password);
  const token = await stranger.fetchAccessToken(app.client_id, app.client_secret, code);
  return { app, token, api: generator("mastodon", url, token.access_token) };
}

const steps = {
  async "knows what kind of server it is"() {
    assert.equal(await detector(url), "mastodon");
    keep("Entity.Instance", await generator("mastodon", url).getInstance());
  },

  async "signs in two people by a code that is shown"(scene) {
    scene.me = await signIn(name);
    scene.them = await signIn(friend);
    assert.equal(keep("Entity.Application", await scene.me.api.verifyAppCredentials()).name, "Whalebird");
    scene.self = keep("Entity.Account", await scene.me.api.verifyAccountCredentials());
    scene.other = keep("Entity.Account", await scene.me.api.lookupAccount(friend));
    keep("Entity.Account", await scene.me.api.updateCredentials({ display_name: "Ada", note: "Builds bridges", fields_attributes: [{ name: "Works on", value: "bridges" }] }));
    keep("Entity.Preferences", await scene.me.api.getPreferences());
  },

  async "follows and asks who knows whom"({ me, them, self, other }) {
    keep("Entity.Relationship", await me.api.followAccount(other.id));
    keep("Entity.Relationship", await them.api.followAccount(self.id));
    assert.equal(keepAll("Entity.Relationship", await me.api.getRelationships([other.id]))[0].followed_by, true);
    keepAll("Entity.Account", await me.api.getAccountFollowers(self.id));
    keepAll("Entity.Account", await me.api.getAccountFollowing(self.id));
    keep("Entity.Relationship", await me.api.setAccountNote(other.id, "met on the bridge"));
    keepAll("Entity.Account", await me.api.searchAccount(friend));
  },

  async "hears what happens"({ me, them }) {
    const stream = await me.api.userStreaming();
    const heard = { update: [], notification: [], delete: [], status_update: [], conversation: [] };
    for (const kind of Object.keys(heard)) stream.on(kind, (what) => heard[kind].push(what));
    let broken;
    stream.on("error", (reason) => (broken = reason));
    const said = await seen("a post in the stream", async () => {
      assert.equal(broken, undefined);
      const post = (await them.api.postStatus(`@${name} look at this`)).data;
      await soon(() => heard.update.some((each) => each.id === post.id));
      return heard.update.some((each) => each.id === post.id) && post;
    });
    await seen("a notification in the stream", () => heard.notification.some((each) => each.type === "mention"));
    await them.api.deleteStatus(said.id);
    await seen("a deletion in the stream", () => heard.delete.includes(said.id));
    heard.update.forEach((each) => documents.as("Entity.Status", each));
    heard.notification.forEach((each) => documents.as("Entity.Notification", each));
    stream.removeAllListeners();
    stream.stop();
  },

  async "posts with a picture, and with a question"({ me, them }) {
    await mkdir("target/clients", { recursive: true });
    await writeFile("target/clients/bridge.png", picture(240, 160));
    const media = keep("Entity.Attachment", await me.api.uploadMedia(createReadStream("target/clients/bridge.png"), { description: "a bridge" }));
    const post = keep("Entity.Status", await me.api.postStatus("Look", { media_ids: [media.id], visibility: "public" }));
    assert.equal(post.media_attachments[0].description, "a bridge");
    const asked = keep("Entity.Status", await me.api.postStatus("Round or square?", { poll: { options: ["round", "square"], expires_in: 3_600, multiple: true } }));
    const poll = keep("Entity.Poll", await them.api.votePoll(asked.poll.id, [0, 1]));
    assert.equal(poll.votes_count, 2);
    keep("Entity.Poll", await me.api.getPoll(asked.poll.id));
  },

  async "answers, likes, boosts, bookmarks and pins"({ me, them }) {
    const post = keep("Entity.Status", await me.api.postStatus("The tower is open #tower", { language: "en" }));
    keep("Entity.Status", await them.api.postStatus(`@${name} at last`, { in_reply_to_id: post.id }));
    for (const deed of ["favouriteStatus", "reblogStatus", "bookmarkStatus", "muteStatus", "unmuteStatus"]) keep("Entity.Status", await them.api[deed](post.id));
    keep("Entity.Status", await me.api.pinStatus(post.id));
    keep("Entity.Context", await me.api.getStatusContext(post.id));
    keepAll("Entity.Account", await me.api.getStatusFavouritedBy(post.id));
    keepAll("Entity.Account", await me.api.getStatusRebloggedBy(post.id));
    keepAll("Entity.Status", await them.api.getBookmarks());
    keepAll("Entity.Status", await them.api.getFavourites());
    keep("Entity.StatusSource", await me.api.getStatusSource(post.id));
    keep("Entity.Status", await me.api.editStatus(post.id, { status: "The tower is open #tower today" }));
  },

  async "reads timelines and what it is told"({ me, them, self }) {
    keepAll("Entity.Status", await me.api.getHomeTimeline());
    keepAll("Entity.Status", await them.api.getLocalTimeline());
    keepAll("Entity.Status", await them.api.getPublicTimeline());
    keepAll("Entity.Status", await them.api.getTagTimeline("tower"));
    keepAll("Entity.Status", await them.api.getAccountStatuses(self.id));
    const told = await seen("notifications", async () => {
      const answer = await me.api.getNotifications();
      return ["follow", "mention", "favourite", "reblog"].every((type) => answer.data.some((each) => each.type === type)) && answer;
    });
    keepAll("Entity.Notification", told);
    keep("Entity.Notification", await me.api.getNotification(told.data[0].id));
    keep("Entity.Marker", await me.api.saveMarkers({ notifications: { last_read_id: told.data[0].id } }));
  },

  async "keeps lists, filters, tags and hosts apart"({ me, other }) {
    const list = keep("Entity.List", await me.api.createList("Towers"));
    await me.api.addAccountsToList(list.id, [other.id]);
    keepAll("Entity.Account", await me.api.getAccountsInList(list.id));
    keepAll("Entity.Status", await me.api.getListTimeline(list.id));
    await me.api.deleteAccountsFromList(list.id, [other.id]);
    await me.api.deleteList(list.id);
    const filter = keep("Entity.Filter", await me.api.createFilter("ending", ["home"]));
    keepAll("Entity.Filter", await me.api.getFilters());
    await me.api.deleteFilter(filter.id);
    keep("Entity.Tag", await me.api.followTag("tower"));
    keepAll("Entity.Tag", await me.api.getFollowedTags());
    keep("Entity.Tag", await me.api.unfollowTag("tower"));
    keep("Entity.FeaturedTag", await me.api.createFeaturedTag("tower"));
    await me.api.blockDomain("spam.example");
    assert.deepEqual((await me.api.getDomainBlocks()).data, ["spam.example"]);
    await me.api.unblockDomain("spam.example");
    keep("Entity.Relationship", await me.api.muteAccount(other.id, true));
    keepAll("Entity.Account", await me.api.getMutes());
    keep("Entity.Relationship", await me.api.unmuteAccount(other.id));
  },

  async "finds, plans, talks and reports"({ me, them, other }) {
    keep("Entity.Results", await me.api.search("tower"));
    const planned = keep("Entity.ScheduledStatus", await me.api.postStatus("Tomorrow", { scheduled_at: new Date(Date.now() + 3_600_000).toISOString() }));
    keepAll("Entity.ScheduledStatus", await me.api.getScheduledStatuses());
    await me.api.cancelScheduledStatus(planned.id);
    await them.api.postStatus(`@${name} between us`, { visibility: "direct" });
    const talks = await seen("a conversation", async () => {
      const answer = await me.api.getConversationTimeline();
      return answer.data.length > 0 && answer;
    });
    keepAll("Entity.Conversation", talks);
    keep("Entity.Report", await me.api.report(other.id, { comment: "for the sake of the test" }));
    keepAll("Entity.Emoji", await me.api.getInstanceCustomEmojis());
    keepAll("Entity.Announcement", await me.api.getInstanceAnnouncements());
    const keys = createECDH("prime256v1");
    keys.generateKeys();
    const subscription = { endpoint: "https://push.example/send/2", keys: { p256dh: keys.getPublicKey("base64url"), auth: randomBytes(16).toString("base64url") } };
    keep("Entity.PushSubscription", await me.api.subscribePushNotification(subscription, { alerts: { follow: true } }));
    await me.api.deletePushSubscription();
  },

  async "signs out, and is nobody then"({ me }) {
    await me.api.revokeToken(me.app.client_id, me.app.client_secret, me.token.access_token);
    await assert.rejects(me.api.verifyAccountCredentials(), (reason) => reason.response.status === 401);
  },

  async "understood every document as its types declare it"() {
    const misfits = await documents.misfits("megalodon", 'import type { Entity } from "megalodon";');
    assert.deepEqual(misfits.filter((each) => !OTHERWISE.test(each)), []);
  },
};

process.exit(await play("megalodon", steps, {}));
