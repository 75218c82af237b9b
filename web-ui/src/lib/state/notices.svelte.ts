import { Refusal } from "../api/http";

export interface Notice {
  id: number;
  tone: "plain" | "problem";
  text: string;
}

/** Short messages that pass: what was done, or why it was not. */
export class Notices {
  shown = $state.raw<readonly Notice[]>([]);
  #last = 0;
  readonly #seconds: number;

  constructor(seconds = 6) {
    this.#seconds = seconds;
  }

  say(text: string): void {
    this.#show("plain", text);
  }

  problem(reason: unknown): void {
    this.#show("problem", reason instanceof Refusal ? reason.message : String(reason));
  }

  dismiss(id: number): void {
    this.shown = this.shown.filter((notice) => notice.id !== id);
  }

  #show(tone: Notice["tone"], text: string): void {
    const id = ++this.#last;
    this.shown = [...this.shown, { id, tone, text }];
    setTimeout(() => this.dismiss(id), this.#seconds * 1000);
  }
}
