import { tick } from "svelte";
import { addressOf, isOurs, routeOf, type Route } from "./routes";

/** Where the person is. Follows links and the browser's buttons, and keeps each page's place. */
export class Router {
  route = $state<Route>({ page: "home" });
  readonly #window: Window;

  constructor(browser: Window) {
    this.#window = browser;
    this.route = routeOf(this.#here());
  }

  start(): void {
    this.#window.history.scrollRestoration = "manual";
    this.#window.addEventListener("popstate", () => void this.#returned());
    this.#window.document.addEventListener("click", (click) => this.#clicked(click));
  }

  go(route: Route): void {
    this.#leave(addressOf(route), "push");
  }

  /** Goes there without a way back to here. */
  replace(route: Route): void {
    this.#leave(addressOf(route), "replace");
  }

  /** Follows an address of the application; any other one leads home. */
  follow(address: string): void {
    const url = new URL(address, this.#here());
    if (isOurs(url, this.#here())) this.#leave(url.pathname + url.search, "replace");
    else this.replace({ page: "home" });
  }

  back(): void {
    if (this.#window.history.state?.within === true) this.#window.history.back();
    else this.replace({ page: "home" });
  }

  #leave(address: string, how: "push" | "replace"): void {
    const { history } = this.#window;
    if (how === "push") {
      history.replaceState({ ...history.state, top: this.#window.scrollY }, "");
      history.pushState({ within: true }, "", address);
    } else {
      history.replaceState({ ...history.state, top: 0 }, "", address);
    }
    this.route = routeOf(this.#here());
    void this.#arrive(0);
  }

  async #returned(): Promise<void> {
    this.route = routeOf(this.#here());
    await this.#arrive(Number(this.#window.history.state?.top ?? 0));
  }

  /** Screen readers and the keyboard start at the new page's heading. */
  async #arrive(top: number): Promise<void> {
    await tick();
    this.#window.scrollTo({ top, behavior: "instant" });
    const main = this.#window.document.querySelector<HTMLElement>("main");
    if (main !== null && !main.contains(this.#window.document.activeElement)) main.focus({ preventScroll: true });
  }

  #clicked(click: MouseEvent): void {
    if (click.defaultPrevented || click.button !== 0 || click.metaKey || click.ctrlKey || click.shiftKey || click.altKey) return;
    const link = click.target instanceof Element ? click.target.closest("a") : null;
    if (link === null || link.target !== "" || link.hasAttribute("download")) return;
    const address = new URL(link.href, this.#here());
    if (!isOurs(address, this.#here())) return;
    click.preventDefault();
    this.#leave(address.pathname + address.search, "push");
  }

  #here(): URL {
    return new URL(this.#window.location.href);
  }
}
