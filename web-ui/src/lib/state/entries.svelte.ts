import { SvelteMap, SvelteSet } from "svelte/reactivity";
import type { Status } from "../api/entities";

/** The newest known state of each post, so that a like shows in every list that the post is in. */
export class Entries {
  readonly #changed = new SvelteMap<string, Status>();
  readonly #deleted = new SvelteSet<string>();

  /** The post as it is now, or null once it is gone. */
  latest(status: Status): Status | null {
    return this.#deleted.has(status.id) ? null : (this.#changed.get(status.id) ?? status);
  }

  /** Remembers what an action answered; a boost answers with what it boosts inside. */
  changed(status: Status): void {
    if (status.reblog !== null) this.changed(status.reblog);
    this.#changed.set(status.id, status);
  }

  deleted(id: string): void {
    this.#deleted.add(id);
  }
}
