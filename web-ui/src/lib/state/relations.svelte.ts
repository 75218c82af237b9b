import { SvelteMap } from "svelte/reactivity";
import type { Api } from "../api/api";
import type { Relationship } from "../api/entities";

/** How the person stands to others, as far as it has been asked. */
export class Relations {
  readonly #known = new SvelteMap<string, Relationship>();
  readonly #asked = new Set<string>();
  readonly #api: Api;
  #waiting: string[] = [];

  constructor(api: Api) {
    this.#api = api;
  }

  to(id: string): Relationship | undefined {
    return this.#known.get(id);
  }

  /** Asks about somebody who is not known yet: one question for all who come up at the same time. */
  learn(id: string): void {
    if (this.#asked.has(id)) return;
    this.#asked.add(id);
    this.#waiting.push(id);
    if (this.#waiting.length === 1) queueMicrotask(() => void this.#ask());
  }

  async change(id: string, change: Parameters<Api["accounts"]["change"]>[1]): Promise<Relationship> {
    const relationship = await this.#api.accounts.change(id, change);
    this.#known.set(id, relationship);
    return relationship;
  }

  async #ask(): Promise<void> {
    const ids = this.#waiting;
    this.#waiting = [];
    try {
      const answers = await this.#api.accounts.relationships(ids);
      answers.forEach((answer) => this.#known.set(answer.id, answer));
    } catch {
      // Asked again when one of them is shown again.
      ids.forEach((id) => this.#asked.delete(id));
    }
  }
}
