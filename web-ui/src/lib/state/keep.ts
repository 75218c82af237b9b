/** Keeps a value as JSON in the browser's storage. */
export class Keep<T> {
  readonly #storage: Storage;
  readonly #key: string;

  constructor(storage: Storage, key: string) {
    this.#storage = storage;
    this.#key = key;
  }

  read(): T | null {
    try {
      return JSON.parse(this.#storage.getItem(this.#key) ?? "null") as T | null;
    } catch {
      return null;
    }
  }

  write(value: T): void {
    this.#storage.setItem(this.#key, JSON.stringify(value));
  }

  drop(): void {
    this.#storage.removeItem(this.#key);
  }
}
