import { Refusal, type Page } from "../api/http";

interface Item {
  id: string;
}

export interface Source<T> {
  /** The newest part. */
  first(): Promise<Page<T>>;
  /** The part that begins at a path which came with another part. */
  more(path: string): Promise<Page<T>>;
}

/** A list that comes in pages, as far as it has been read. */
export class Feed<T extends Item> {
  items = $state.raw<readonly T[]>([]);
  phase = $state<"new" | "loading" | "ready" | "failed">("new");
  problem = $state("");
  #next = $state<string | null>(null);
  readonly #source: Source<T>;

  constructor(source: Source<T>) {
    this.#source = source;
  }

  get hasMore(): boolean {
    return this.#next !== null;
  }

  /** Reads the first page, unless that was done before. */
  async open(): Promise<void> {
    if (this.phase === "new") await this.refresh();
  }

  async refresh(): Promise<void> {
    await this.#load(() => this.#source.first(), (page) => page.items);
  }

  async loadMore(): Promise<void> {
    const next = this.#next;
    if (next === null || this.phase === "loading") return;
    await this.#load(
      () => this.#source.more(next),
      (page) => joined(this.items, page.items),
    );
  }

  /** Puts what is newer on top; what is there already stays where it is. */
  prepend(newer: readonly T[]): void {
    this.items = joined(joined([], newer), this.items);
  }

  remove(id: string): void {
    this.items = this.items.filter((item) => item.id !== id);
  }

  async #load(ask: () => Promise<Page<T>>, place: (page: Page<T>) => readonly T[]): Promise<void> {
    this.phase = "loading";
    try {
      const page = await ask();
      this.items = place(page);
      this.#next = page.items.length === 0 ? null : page.next;
      this.phase = "ready";
    } catch (reason) {
      this.problem = reason instanceof Refusal ? reason.message : String(reason);
      this.phase = "failed";
    }
  }
}

/** Both lists without repeating anything: pages overlap where something came in between. */
function joined<T extends Item>(upper: readonly T[], lower: readonly T[]): readonly T[] {
  const known = new Set(upper.map((item) => item.id));
  return [...upper, ...lower.filter((item) => !known.has(item.id))];
}
