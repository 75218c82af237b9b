import type { Status } from "../api/entities";
import { Refusal } from "../api/http";
import type { Signed } from "./signed.svelte";

/** A post with what stands before and after it. */
export class Thread {
  phase = $state<"loading" | "ready" | "gone" | "failed">("loading");
  problem = $state("");
  status = $state.raw<Status | null>(null);
  ancestors = $state.raw<readonly Status[]>([]);
  descendants = $state.raw<readonly Status[]>([]);
  readonly #signed: Signed;
  readonly #id: string;

  constructor(signed: Signed, id: string) {
    this.#signed = signed;
    this.#id = id;
  }

  async open(): Promise<void> {
    try {
      const { statuses } = this.#signed.api;
      const [status, context] = await Promise.all([statuses.get(this.#id), statuses.context(this.#id)]);
      [status, ...context.ancestors, ...context.descendants].forEach((one) => this.#signed.entries.changed(one));
      this.status = status;
      this.ancestors = context.ancestors;
      this.descendants = context.descendants;
      this.phase = "ready";
    } catch (reason) {
      this.phase = reason instanceof Refusal && reason.status === 404 ? "gone" : "failed";
      this.problem = reason instanceof Refusal ? reason.message : String(reason);
    }
  }

  replied(reply: Status): void {
    this.descendants = [...this.descendants, reply];
    if (this.status !== null) {
      const known = this.#signed.entries.latest(this.status) ?? this.status;
      this.#signed.entries.changed({ ...known, replies_count: known.replies_count + 1 });
    }
  }
}
