import type { Api } from "../api/api";
import type { Account, CredentialAccount, NewStatus, Notification, Status } from "../api/entities";
import type { Page } from "../api/http";
import { DirectPosts } from "./direct";
import { Entries } from "./entries.svelte";
import { Feed } from "./feed.svelte";
import { News } from "./news.svelte";
import { Relations } from "./relations.svelte";

/** Everything that one signed-in person has before them. It ends with the session. */
export class Signed {
  me = $state.raw() as CredentialAccount;
  readonly api: Api;
  readonly entries = new Entries();
  readonly relations: Relations;
  readonly home: Feed<Status>;
  readonly local: Feed<Status>;
  readonly direct: Feed<Status>;
  readonly notifications: Feed<Notification>;
  readonly news: News;
  readonly #feeds = new Map<string, Feed<{ id: string }>>();

  constructor(api: Api, me: CredentialAccount) {
    this.api = api;
    this.me = me;
    this.relations = new Relations(api);
    this.home = this.#feed(() => api.lists.home());
    this.local = this.#feed(() => api.lists.local());
    this.direct = new Feed(new DirectPosts(api, me.id));
    this.notifications = this.#feed(() => api.lists.notifications());
    this.news = new News(api, this.home, this.notifications);
  }

  postsOf(account: Account): Feed<Status> {
    return this.#kept(`posts ${account.id}`, () => this.api.lists.of(account.id));
  }

  tagged(name: string): Feed<Status> {
    return this.#kept(`tag ${name.toLowerCase()}`, () => this.api.lists.tagged(name));
  }

  people(which: "followers" | "following", account: Account): Feed<Account> {
    return this.#kept(`${which} ${account.id}`, () => this.api.lists[which](account.id));
  }

  async post(draft: NewStatus, key: string): Promise<Status> {
    const status = await this.api.statuses.post(draft, key);
    this.home.prepend([status]);
    this.#feeds.get(`posts ${this.me.id}`)?.prepend([status]);
    return status;
  }

  async edit(id: string, change: { status: string; spoiler_text: string }): Promise<Status> {
    const status = await this.api.statuses.edit(id, change);
    this.entries.changed(status);
    return status;
  }

  async delete(status: Status): Promise<void> {
    await this.api.statuses.delete(status.id);
    this.entries.deleted(status.id);
  }

  favourite(status: Status): Promise<void> {
    const favourited = status.favourited !== true;
    const expected = { ...status, favourited, favourites_count: status.favourites_count + (favourited ? 1 : -1) };
    return this.#mark(status, expected, favourited ? "favourite" : "unfavourite");
  }

  boost(status: Status): Promise<void> {
    const reblogged = status.reblogged !== true;
    const expected = { ...status, reblogged, reblogs_count: status.reblogs_count + (reblogged ? 1 : -1) };
    return this.#mark(status, expected, reblogged ? "reblog" : "unreblog");
  }

  /** Shows the mark at once, and takes it back if the node refuses it. */
  async #mark(before: Status, expected: Status, mark: "favourite" | "unfavourite" | "reblog" | "unreblog"): Promise<void> {
    this.entries.changed(expected);
    try {
      this.entries.changed(await this.api.statuses.mark(before.id, mark));
    } catch (reason) {
      this.entries.changed(before);
      throw reason;
    }
  }

  #feed<T extends { id: string }>(first: () => Promise<Page<T>>): Feed<T> {
    return new Feed<T>({ first, more: (path) => this.api.lists.more<T>(path) });
  }

  /** One feed a list, so that whoever comes back finds their place. */
  #kept<T extends { id: string }>(name: string, first: () => Promise<Page<T>>): Feed<T> {
    const known = this.#feeds.get(name) as Feed<T> | undefined;
    if (known !== undefined) return known;
    const feed = this.#feed(first);
    this.#feeds.set(name, feed as unknown as Feed<{ id: string }>);
    return feed;
  }
}
