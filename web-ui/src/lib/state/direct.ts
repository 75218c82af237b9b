import type { Api } from "../api/api";
import type { Notification, Status } from "../api/entities";
import type { Page } from "../api/http";
import type { Source } from "./feed.svelte";

/**
 * What was written to the person alone, and what they answered: direct posts that mention them, from
 * their notifications, and their own. Older ones come by the pages of the notifications.
 */
export class DirectPosts implements Source<Status> {
  readonly #api: Api;
  readonly #me: string;

  constructor(api: Api, me: string) {
    this.#api = api;
    this.#me = me;
  }

  async first(): Promise<Page<Status>> {
    const [received, own] = await Promise.all([
      this.#api.lists.notifications({ types: ["mention"], limit: 40 }),
      this.#api.lists.of(this.#me),
    ]);
    const sent = own.items.filter((status) => status.visibility === "direct" && status.reblog === null);
    return { items: newestFirst([...directIn(received), ...sent]), next: received.next };
  }

  async more(path: string): Promise<Page<Status>> {
    const received = await this.#api.lists.more<Notification>(path);
    return { items: directIn(received), next: received.items.length === 0 ? null : received.next };
  }
}

function directIn(page: Page<Notification>): Status[] {
  return page.items.flatMap(({ status }) => (status?.visibility === "direct" ? [status] : []));
}

function newestFirst(statuses: Status[]): Status[] {
  return statuses.toSorted((one, other) => Date.parse(other.created_at) - Date.parse(one.created_at));
}
