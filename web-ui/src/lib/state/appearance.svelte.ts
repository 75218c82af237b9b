export type Choice = "device" | "light" | "dark";

const KEY = "kring.appearance";

/** Light or dark: as the device has it, unless the person chose. */
export class Appearance {
  choice = $state<Choice>("device");
  readonly #storage: Storage;
  readonly #root: HTMLElement;

  constructor(storage: Storage, root: HTMLElement) {
    this.#storage = storage;
    this.#root = root;
    const kept = storage.getItem(KEY);
    if (kept === "light" || kept === "dark") this.choice = kept;
  }

  choose(choice: Choice): void {
    this.choice = choice;
    if (choice === "device") {
      this.#storage.removeItem(KEY);
      delete this.#root.dataset["appearance"];
    } else {
      this.#storage.setItem(KEY, choice);
      this.#root.dataset["appearance"] = choice;
    }
  }
}
