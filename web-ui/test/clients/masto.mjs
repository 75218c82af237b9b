// masto.js, which Elk and many others are built on, from registration to sign-out on a real node:
//   node test/clients/masto.mjs ADDRESS NAME PASSWORD FRIEND
// FRIEND lives on the node, too, with the same password. The server's tests run it.
import assert from "node:assert/strict";
import { createHash, createECDH, randomBytes } from "node:crypto";
import { createOAuthAPIClient, createRestAPIClient, createStreamingAPIClient } from "masto";
import WebSocket from "ws";
import { picture } from "./picture.mjs";
import { codeFor } from "./signin.mjs";
import { play, seen, soon, within } from "./steps.mjs";
import { Documents } from "./types.mjs";

// masto.js 8 is written for Node 22, which has these two; all else of it runs on 20.
Promise.withResolvers ??= () => {
  const parts = {};
  parts.promise = new Promise((resolve, reject) => Object.assign(parts, { resolve, reject }));
  return parts;
};
globalThis.WebSocket ??= WebSocket;

const [url, name, password, friend] = process.argv.slice(2);
const SCOPES = "read write follow push";
const REDIRECT = "https://elk.example/callback";
// Declared by masto.js otherwise than Mastodon 4.5 documents and sends it: what came later (approval of being featured) or went
// earlier (emojis of a poll's option), counts that are strings, numbers that are none, languages where none were chosen,
// alerts with a dot in their names, and what may be left out of a thumbnail.
const OTHERWISE = new RegExp(
  [
    "'featureApproval' is missing",
    "'emojis' is missing.*'PollOption'",
    "'admin' is missing",
    "'InstanceThumbnail': blurhash, versions, description",
    `property '"?(statusesCount|clientSecretExpiresAt|languages|posting:default:language|params)"?' are incompatible`,
  ].join("|"),
);
const documents = new Documents();
const keep = (type, document) => documents.as(type, document);
const keepAll = (type, list) => list.map((each) => keep(type, each));

/** An app of its own for each person, signed in by a code with PKCE. */
async function signIn(who) {
  const rest = createRestAPIClient({ url });
  const app = keep("mastodon.v1.Client", await rest.v1.apps.create({ clientName: "Elk", redirectUris: REDIRECT, scopes: SCOPES, website: "https://elk.example" }));
  const verifier = randomBytes(32).toString("base64url");
  const question = new URLSearchParams({
    client_id: app.clientId,
    redirect_uri: REDIRECT,
    response_type: "code",
    scope: SCOPES,
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
  });
  const code = await codeFor(`${url}/oauth/authorize?${question}`, who, password);
  const oauth = createOAuthAPIClient({ url });
  const token = keep(
    "mastodon.v1.Token",
    await oauth.token.create({ grantType: "authorization_code", clientId: app.clientId, clientSecret: app.clientSecret, redirectUri: REDIRECT, code, codeVerifier: verifier }),
  );
  return { app, token, api: createRestAPIClient({ url, accessToken: token.accessToken }) };
}

const steps = {
  async "reads what the node is, signed in by nobody"(scene) {
    const rest = createRestAPIClient({ url });
    scene.instance = keep("mastodon.v2.Instance", await rest.v2.instance.fetch());
    keep("mastodon.v1.Instance", await rest.v1.instance.fetch());
    keepAll("mastodon.v1.CustomEmoji", await rest.v1.customEmojis.list());
    keepAll("mastodon.v1.Rule", await rest.v1.instance.rules.list());
    assert.deepEqual((await rest.v1.instance.languages.list()).map((each) => each.code), [...scene.instance.languages]);
  },

  async "signs in two people by code"(scene) {
    scene.me = await signIn(name);
    scene.them = await signIn(friend);
    scene.self = keep("mastodon.v1.CredentialAccount", await scene.me.api.v1.accounts.verifyCredentials());
    assert.equal(scene.self.username, name);
    scene.other = keep("mastodon.v1.Account", await scene.me.api.v1.accounts.lookup({ acct: friend }));
    keep("mastodon.v1.Preference", await scene.me.api.v1.preferences.fetch());
  },

  async "changes the profile, with a picture and fields"({ me, them, self }) {
    const changed = keep(
      "mastodon.v1.CredentialAccount",
      await me.api.v1.accounts.updateCredentials({
        displayName: "Ada of the circle",
        note: "Builds bridges",
        avatar: new Blob([picture(48, 48)], { type: "image/png" }),
        fieldsAttributes: [{ name: "Works on", value: "bridges" }],
        source: { language: "en" },
      }),
    );
    assert.equal(changed.fields[0].name, "Works on");
    assert.notEqual(changed.avatar, self.avatar);
    assert.equal((await them.api.v1.accounts.$select(self.id).fetch()).displayName, "Ada of the circle");
  },

  async "follows, and reads how two people know each other"({ me, them, self, other }) {
    keep("mastodon.v1.Relationship", await me.api.v1.accounts.$select(other.id).follow({ notify: true }));
    keep("mastodon.v1.Relationship", await them.api.v1.accounts.$select(self.id).follow());
    const [relationship] = keepAll("mastodon.v1.Relationship", await me.api.v1.accounts.relationships.fetch({ id: [other.id] }));
    assert.equal(relationship.following && relationship.followedBy, true);
    keep("mastodon.v1.Relationship", await me.api.v1.accounts.$select(other.id).note.create({ comment: "met on the bridge" }));
    keepAll("mastodon.v1.Account", await me.api.v1.accounts.$select(self.id).followers.list());
    keepAll("mastodon.v1.FamiliarFollowers", await me.api.v1.accounts.familiarFollowers.fetch([other.id]));
  },

  async "hears in its streams what happens, within its subscriptions"(scene) {
    const { me, them, other } = scene;
    const streaming = createStreamingAPIClient({
      streamingApiUrl: scene.instance.configuration.urls.streaming,
      accessToken: me.token.accessToken,
      retry: false,
    });
    const heard = [];
    const listen = async (subscription) => {
      for await (const event of subscription) heard.push(event);
    };
    const list = await me.api.v1.lists.create({ title: "Bridges" });
    await me.api.v1.lists.$select(list.id).accounts.create({ accountIds: [other.id] });
    const ends = [streaming.user, streaming.direct, streaming.public.local].map((each) => each.subscribe());
    ends.push(streaming.hashtag.subscribe({ tag: "railing" }), streaming.list.subscribe({ list: list.id }));
    const listening = ends.map(listen);
    const streamsOf = (post) => heard.filter((event) => event.event === "update" && event.payload.id === post.id).map((event) => event.stream.join(":"));
    const wanted = ["user", "public:local", "hashtag:railing", `list:${list.id}`];
    // A subscription is answered by nothing, so posts are written until one comes by all of them.
    const said = await seen("a post by every stream", async () => {
      const post = await them.api.v1.statuses.create({ status: `A #railing for @${name}`, visibility: "public" });
      await soon(() => wanted.every((each) => streamsOf(post).includes(each)));
      return wanted.every((each) => streamsOf(post).includes(each)) && post;
    });
    await seen("a notification", () => heard.some((event) => event.event === "notification" && event.payload.type === "mention"));
    await them.api.v1.statuses.$select(said.id).update({ status: `A round #railing for @${name}` });
    await seen("an edit", () => heard.some((event) => event.event === "status.update" && event.payload.id === said.id));
    const whispered = await them.api.v1.statuses.create({ status: `@${name} just for you`, visibility: "direct" });
    await seen("a conversation", () => heard.some((event) => event.event === "conversation" && event.payload.lastStatus?.id === whispered.id));
    await them.api.v1.statuses.$select(said.id).remove();
    await seen("a deletion", () => heard.some((event) => event.event === "delete" && event.payload === said.id));
    heard.filter((event) => event.event === "update").forEach((event) => keep("mastodon.v1.Status", event.payload));
    heard.filter((event) => event.event === "notification").forEach((event) => keep("mastodon.v1.Notification", event.payload));
    heard.filter((event) => event.event === "conversation").forEach((event) => keep("mastodon.v1.Conversation", event.payload));
    ends.forEach((each) => each.unsubscribe());
    streaming.close();
    await within("the streams end", Promise.allSettled(listening));
  },

  async "posts pictures with alt text, and edits them"(scene) {
    const { me } = scene;
    const file = new Blob([picture(320, 200)], { type: "image/png" });
    const media = keep("mastodon.v1.MediaAttachment", await me.api.v2.media.create({ file, description: "a bridge", focus: "0.5,-0.5" }));
    assert.equal(media.description, "a bridge");
    const post = keep("mastodon.v1.Status", await me.api.v1.statuses.create({ status: "Look", mediaIds: [media.id], visibility: "public" }));
    assert.equal(post.mediaAttachments[0].meta.original.width, 320);
    assert.ok(post.mediaAttachments[0].blurhash);
    assert.equal((await fetch(post.mediaAttachments[0].url)).status, 200);
    const edited = keep(
      "mastodon.v1.Status",
      await me.api.v1.statuses.$select(post.id).update({ status: "Look at it", mediaIds: [media.id], mediaAttributes: [{ id: media.id, description: "a long bridge" }] }),
    );
    assert.equal(edited.mediaAttachments[0].description, "a long bridge");
    keepAll("mastodon.v1.StatusEdit", await me.api.v1.statuses.$select(post.id).history.list());
    keep("mastodon.v1.StatusSource", await me.api.v1.statuses.$select(post.id).source.fetch());
    keepAll("mastodon.v1.Status", await me.api.v1.accounts.$select(scene.self.id).statuses.list({ onlyMedia: true }));
  },

  async "asks a question, and somebody answers it"({ me, them }) {
    const asked = keep("mastodon.v1.Status", await me.api.v1.statuses.create({ status: "Round or square?", poll: { options: ["round", "square"], expiresIn: 3_600 } }));
    const voted = keep("mastodon.v1.Poll", await them.api.v1.polls.$select(asked.poll.id).votes.create({ choices: [1] }));
    assert.deepEqual(voted.ownVotes, [1]);
    const counted = keep("mastodon.v1.Poll", await me.api.v1.polls.$select(asked.poll.id).fetch());
    assert.equal(counted.options[1].votesCount, 1);
    await assert.rejects(them.api.v1.polls.$select(asked.poll.id).votes.create({ choices: [0] }), { statusCode: 422 });
  },

  async "answers, likes, boosts, bookmarks, pins and quotes"(scene) {
    const { me, them, self } = scene;
    const post = keep("mastodon.v1.Status", await me.api.v1.statuses.create({ status: "The bridge is open #opening", quoteApprovalPolicy: "public" }));
    scene.post = post;
    const theirs = them.api.v1.statuses;
    keep("mastodon.v1.Status", await theirs.create({ status: `@${name} at last`, inReplyToId: post.id }));
    for (const deed of ["favourite", "reblog", "bookmark", "mute", "unmute"]) keep("mastodon.v1.Status", await theirs.$select(post.id)[deed]());
    const quote = keep("mastodon.v1.Status", await theirs.create({ status: "Worth reading", quotedStatusId: post.id }));
    assert.equal(quote.quote.state, "accepted");
    keep("mastodon.v1.Status", await me.api.v1.statuses.$select(post.id).pin());
    const mine = keep("mastodon.v1.Status", await them.api.v1.statuses.$select(post.id).fetch());
    assert.equal(mine.favourited && mine.reblogged && mine.bookmarked, true);
    const context = keep("mastodon.v1.Context", await me.api.v1.statuses.$select(post.id).context.fetch());
    assert.equal(context.descendants.length, 1);
    keepAll("mastodon.v1.Account", await me.api.v1.statuses.$select(post.id).favouritedBy.list());
    keepAll("mastodon.v1.Account", await me.api.v1.statuses.$select(post.id).rebloggedBy.list());
    keepAll("mastodon.v1.Status", await me.api.v1.statuses.$select(post.id).quotes.list());
    assert.equal(keepAll("mastodon.v1.Status", await them.api.v1.bookmarks.list()).length, 1);
    assert.equal(keepAll("mastodon.v1.Status", await them.api.v1.favourites.list()).length, 1);
    assert.equal(keepAll("mastodon.v1.Status", await them.api.v1.accounts.$select(self.id).statuses.list({ pinned: true })).length, 1);
  },

  async "reads every timeline"({ me, them }) {
    await seen("home", async () => (await me.api.v1.timelines.home.list()).some((each) => each.content.includes("Worth reading")));
    keepAll("mastodon.v1.Status", await me.api.v1.timelines.home.list());
    keepAll("mastodon.v1.Status", await them.api.v1.timelines.public.list({ local: true }));
    assert.equal(keepAll("mastodon.v1.Status", await them.api.v1.timelines.tag.$select("opening").list()).length, 1);
    let pages = 0;
    for await (const page of me.api.v1.timelines.home.list({ limit: 2 })) {
      assert.ok(page.length <= 2);
      if (++pages === 3) break;
    }
    assert.equal(pages, 3);
    const lastReadId = (await me.api.v1.timelines.home.list())[0].id;
    keep("mastodon.v1.Marker", await me.api.v1.markers.create({ home: { lastReadId }, notifications: { lastReadId } }));
  },

  async "is told, one by one and in groups, and says of whom not"({ me, other }) {
    const told = keepAll("mastodon.v1.Notification", await seen("notifications", async () => {
      const list = await me.api.v1.notifications.list();
      return ["follow", "mention", "favourite", "reblog", "quote"].every((type) => list.some((each) => each.type === type)) && list;
    }));
    keep("mastodon.v1.Notification", await me.api.v1.notifications.$select(told[0].id).fetch());
    const groups = keep("mastodon.v1.GroupedNotificationsResults", await me.api.v2.notifications.list());
    assert.ok(groups.notificationGroups.some((group) => group.type === "favourite"));
    keep("mastodon.v1.GroupedNotificationsResults", await me.api.v2.notifications.$select(groups.notificationGroups[0].groupKey).fetch());
    assert.ok((await me.api.v2.notifications.unreadCount.fetch()).count > 0);
    keep("mastodon.v2.NotificationPolicy", await me.api.v2.notifications.policy.fetch());
    const policy = keep("mastodon.v2.NotificationPolicy", await me.api.v2.notifications.policy.update({ forNewAccounts: "filter" }));
    assert.equal(policy.forNewAccounts, "filter");
    await me.api.v2.notifications.policy.update({ forNewAccounts: "accept" });
    keepAll("mastodon.v1.NotificationRequest", await me.api.v1.notifications.requests.list());
    assert.equal((await me.api.v1.notifications.list({ accountId: other.id })).every((each) => each.account.id === other.id), true);
  },

  async "keeps a conversation"({ me }) {
    const [talk] = keepAll("mastodon.v1.Conversation", await me.api.v1.conversations.list());
    assert.equal(talk.unread, true);
    assert.equal(keep("mastodon.v1.Conversation", await me.api.v1.conversations.$select(talk.id).read()).unread, false);
  },

  async "hides words by filters, which the node matches"({ me, them }) {
    const filter = keep("mastodon.v2.Filter", await me.api.v2.filters.create({ title: "Spoilers", context: ["home", "public"], filterAction: "warn", keywordsAttributes: [{ keyword: "ending", wholeWord: true }] }));
    keep("mastodon.v1.FilterKeyword", await me.api.v2.filters.$select(filter.id).keywords.create({ keyword: "finale" }));
    const spoiled = await them.api.v1.statuses.create({ status: "Oh, that ending!" });
    const shown = await seen("it comes home", async () => (await me.api.v1.timelines.home.list()).find((each) => each.id === spoiled.id));
    assert.equal(keep("mastodon.v1.Status", shown).filtered[0].filter.title, "Spoilers");
    assert.deepEqual(shown.filtered[0].keywordMatches, ["ending"]);
    keepAll("mastodon.v2.Filter", await me.api.v2.filters.list());
    await me.api.v2.filters.$select(filter.id).remove();
  },

  async "keeps lists, tags and people apart"({ me, other }) {
    const [list] = keepAll("mastodon.v1.List", await me.api.v1.lists.list());
    assert.equal(keepAll("mastodon.v1.Account", await me.api.v1.lists.$select(list.id).accounts.list())[0].id, other.id);
    keepAll("mastodon.v1.Status", await me.api.v1.timelines.list.$select(list.id).list());
    keepAll("mastodon.v1.List", await me.api.v1.accounts.$select(other.id).lists.list());
    await me.api.v1.lists.$select(list.id).accounts.remove({ accountIds: [other.id] });
    keep("mastodon.v1.List", await me.api.v1.lists.$select(list.id).update({ title: "Towers" }));
    await me.api.v1.lists.$select(list.id).remove();
    assert.equal(keep("mastodon.v1.Tag", await me.api.v1.tags.$select("opening").follow()).following, true);
    assert.equal((await me.api.v1.followedTags.list()).length, 1);
    keep("mastodon.v1.Tag", await me.api.v1.tags.$select("opening").unfollow());
    keep("mastodon.v1.FeaturedTag", await me.api.v1.featuredTags.create({ name: "opening" }));
    keep("mastodon.v1.Relationship", await me.api.v1.accounts.$select(other.id).endorse());
    keepAll("mastodon.v1.Account", await me.api.v1.endorsements.list());
    await me.api.v1.domainBlocks.create({ domain: "spam.example" });
    assert.deepEqual([...(await me.api.v1.domainBlocks.list())], ["spam.example"]);
    await me.api.v1.domainBlocks.remove({ domain: "spam.example" });
    keep("mastodon.v1.Relationship", await me.api.v1.accounts.$select(other.id).mute({ duration: 600 }));
    keepAll("mastodon.v1.Account", await me.api.v1.mutes.list());
    keep("mastodon.v1.Relationship", await me.api.v1.accounts.$select(other.id).unmute());
  },

  async "finds people, tags and words"({ me, self }) {
    const found = keep("mastodon.v2.Search", await seen("words of one's own are found", async () => {
      const results = await me.api.v2.search.list({ q: "opening" });
      return results.statuses.length > 0 && results;
    }));
    assert.equal(found.hashtags[0].name, "opening");
    assert.equal((await me.api.v2.search.list({ q: name, type: "accounts" })).accounts[0].id, self.id);
  },

  async "writes ahead of time"({ me }) {
    const at = new Date(Date.now() + 3_600_000).toISOString();
    const planned = keep("mastodon.v1.ScheduledStatus", await me.api.v1.statuses.create({ status: "Tomorrow", scheduledAt: at }));
    keepAll("mastodon.v1.ScheduledStatus", await me.api.v1.scheduledStatuses.list());
    await me.api.v1.scheduledStatuses.$select(planned.id).remove();
    assert.equal((await me.api.v1.scheduledStatuses.list()).length, 0);
  },

  async "asks to be woken by push"({ me }) {
    const keys = createECDH("prime256v1");
    keys.generateKeys();
    const subscription = {
      endpoint: "https://push.example/send/1",
      keys: { p256dh: keys.getPublicKey("base64url"), auth: randomBytes(16).toString("base64url") },
    };
    keep("mastodon.v1.WebPushSubscription", await me.api.v1.push.subscription.create({ subscription, policy: "all", data: { alerts: { mention: true } } }));
    const changed = keep("mastodon.v1.WebPushSubscription", await me.api.v1.push.subscription.update({ data: { alerts: { mention: false } } }));
    assert.equal(changed.alerts.mention, false);
    await me.api.v1.push.subscription.remove();
  },

  async "finds all else that an app asks for at its start"({ me }) {
    keepAll("mastodon.v1.Announcement", await me.api.v1.announcements.list());
    assert.deepEqual([...(await me.api.v1.trends.tags.list())], []);
    assert.deepEqual([...(await me.api.v1.trends.statuses.list())], []);
    assert.deepEqual([...(await me.api.v2.suggestions.list())], []);
    keepAll("mastodon.v1.Account", await me.api.v1.followRequests.list());
  },

  async "reports somebody, and blocks them"({ me, other }) {
    keep("mastodon.v1.Report", await me.api.v1.reports.create({ accountId: other.id, comment: "for the sake of the test" }));
    assert.equal(keep("mastodon.v1.Relationship", await me.api.v1.accounts.$select(other.id).block()).blocking, true);
    keepAll("mastodon.v1.Account", await me.api.v1.blocks.list());
    await me.api.v1.accounts.$select(other.id).unblock();
  },

  async "signs out, and is nobody then"({ me }) {
    await createOAuthAPIClient({ url }).revoke({ clientId: me.app.clientId, clientSecret: me.app.clientSecret, token: me.token.accessToken });
    await assert.rejects(me.api.v1.accounts.verifyCredentials(), { statusCode: 401 });
  },

  async "understood every document as its types declare it"() {
    const misfits = await documents.misfits("masto", 'import type { mastodon } from "masto";');
    assert.deepEqual(misfits.filter((each) => !OTHERWISE.test(each)), []);
  },
};

process.exit(await play("masto", steps, {}));
