import type {
  Account,
  Context,
  CredentialAccount,
  Instance,
  NewStatus,
  Notification,
  Relationship,
  SearchResults,
  Status,
  StatusSource,
} from "./entities";
import type { Http, Page, Query } from "./http";

/** What one signed-in person can ask of the node: the Mastodon client API, in this application's words. */
export class Api {
  readonly accounts: Accounts;
  readonly statuses: Statuses;
  readonly lists: Lists;
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
    this.accounts = new Accounts(http);
    this.statuses = new Statuses(http);
    this.lists = new Lists(http);
  }

  instance(): Promise<Instance> {
    return this.#http.get("/api/v2/instance");
  }

  /** Finds by words, or by a handle or address that the node looks up elsewhere. */
  search(words: string): Promise<SearchResults> {
    return this.#http.get("/api/v2/search", { q: words, resolve: true, limit: 20 });
  }
}

class Accounts {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  me(): Promise<CredentialAccount> {
    return this.#http.get("/api/v1/accounts/verify_credentials");
  }

  lookup(acct: string): Promise<Account> {
    return this.#http.get("/api/v1/accounts/lookup", { acct });
  }

  relationships(ids: readonly string[]): Promise<Relationship[]> {
    return this.#http.get("/api/v1/accounts/relationships", { id: ids });
  }

  change(id: string, change: "follow" | "unfollow" | "block" | "unblock" | "mute" | "unmute"): Promise<Relationship> {
    return this.#http.post(`/api/v1/accounts/${id}/${change}`);
  }

  answerRequest(id: string, answer: "authorize" | "reject"): Promise<Relationship> {
    return this.#http.post(`/api/v1/follow_requests/${id}/${answer}`);
  }
}

class Statuses {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  get(id: string): Promise<Status> {
    return this.#http.get(`/api/v1/statuses/${id}`);
  }

  context(id: string): Promise<Context> {
    return this.#http.get(`/api/v1/statuses/${id}/context`);
  }

  source(id: string): Promise<StatusSource> {
    return this.#http.get(`/api/v1/statuses/${id}/source`);
  }

  /** @param key the same for each attempt to send the same draft, so that it is posted once */
  post(draft: NewStatus, key: string): Promise<Status> {
    return this.#http.post("/api/v1/statuses", draft, { "Idempotency-Key": key });
  }

  edit(id: string, change: { status: string; spoiler_text: string }): Promise<Status> {
    return this.#http.put(`/api/v1/statuses/${id}`, change);
  }

  delete(id: string): Promise<Status> {
    return this.#http.delete(`/api/v1/statuses/${id}`);
  }

  mark(id: string, mark: "favourite" | "unfavourite" | "reblog" | "unreblog"): Promise<Status> {
    return this.#http.post(`/api/v1/statuses/${id}/${mark}`);
  }
}

/** Everything that comes in pages. */
class Lists {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  home(query: Query = {}): Promise<Page<Status>> {
    return this.#http.page("/api/v1/timelines/home", query);
  }

  local(): Promise<Page<Status>> {
    return this.#http.page("/api/v1/timelines/public", { local: true });
  }

  tagged(name: string): Promise<Page<Status>> {
    return this.#http.page(`/api/v1/timelines/tag/${encodeURIComponent(name)}`);
  }

  of(account: string): Promise<Page<Status>> {
    return this.#http.page(`/api/v1/accounts/${account}/statuses`);
  }

  followers(account: string): Promise<Page<Account>> {
    return this.#http.page(`/api/v1/accounts/${account}/followers`);
  }

  following(account: string): Promise<Page<Account>> {
    return this.#http.page(`/api/v1/accounts/${account}/following`);
  }

  notifications(query: Query = {}): Promise<Page<Notification>> {
    return this.#http.page("/api/v1/notifications", query);
  }

  /** The page behind one of these, by the path that came with it. */
  more<T>(path: string): Promise<Page<T>> {
    return this.#http.page(path);
  }
}
