import type { Api } from "../api/api";
import type { Notification, Status } from "../api/entities";
import type { Feed } from "./feed.svelte";

const SECONDS = 20;

/** What came in since a list was read. It waits to be asked for, or the page would move under the eyes. */
export class News {
  posts = $state.raw<readonly Status[]>([]);
  unseen = $state.raw<readonly Notification[]>([]);
  readonly #api: Api;
  readonly #home: Feed<Status>;
  readonly #notifications: Feed<Notification>;

  constructor(api: Api, home: Feed<Status>, notifications: Feed<Notification>) {
    this.#api = api;
    this.#home = home;
    this.#notifications = notifications;
  }

  /** Looks from now on, while the page is seen. @returns how to stop */
  watch(page: Document): () => void {
    const timer = setInterval(() => {
      if (page.visibilityState === "visible") void this.look();
    }, SECONDS * 1000);
    return () => clearInterval(timer);
  }

  async look(): Promise<void> {
    await Promise.all([this.#lookForPosts(), this.#lookForNotifications()]);
  }

  showPosts(): void {
    this.#home.prepend(this.posts);
    this.posts = [];
  }

  showNotifications(): void {
    this.#notifications.prepend(this.unseen);
    this.unseen = [];
  }

  async #lookForPosts(): Promise<void> {
    const newest = this.#home.items[0]?.id;
    if (newest === undefined) return;
    const page = await this.#api.lists.home({ since_id: newest }).catch(() => null);
    const known = new Set(this.#home.items.map((status) => status.id));
    if (page !== null) this.posts = page.items.filter((status) => !known.has(status.id));
  }

  async #lookForNotifications(): Promise<void> {
    if (this.#notifications.phase === "new") await this.#notifications.open();
    const newest = this.#notifications.items[0]?.id;
    const page = await this.#api.lists.notifications(newest === undefined ? {} : { since_id: newest }).catch(() => null);
    if (page !== null) this.unseen = page.items;
  }
}
