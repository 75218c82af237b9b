import { Api } from "../api/api";
import type { Instance } from "../api/entities";
import { Http, Refusal } from "../api/http";
import { OAuth, type Attempt, type Registration } from "../api/oauth";
import { Keep } from "./keep";
import { Signed } from "./signed.svelte";

type Phase =
  | { is: "starting" }
  | { is: "out"; problem: string | null }
  | { is: "unreachable"; problem: string }
  | { is: "in"; signed: Signed };

/** Whether somebody is signed in, and how they come and go. */
export class Session {
  phase = $state.raw<Phase>({ is: "starting" });
  instance = $state.raw<Instance | null>(null);
  readonly #oauth: OAuth;
  readonly #app: Keep<Registration>;
  readonly #token: Keep<string>;
  readonly #attempt: Keep<Attempt>;

  constructor(origin: string, lasting: Storage, passing: Storage) {
    this.#oauth = new OAuth(new Http(null), `${origin}/app/callback`);
    this.#app = new Keep(lasting, "kring.app");
    this.#token = new Keep(lasting, "kring.token");
    this.#attempt = new Keep(passing, "kring.attempt");
  }

  async start(): Promise<void> {
    this.phase = { is: "starting" };
    const token = this.#token.read();
    void this.#readInstance();
    if (token === null) this.phase = { is: "out", problem: null };
    else await this.#enter(token);
  }

  /** @returns where to send the browser */
  async signIn(next: string): Promise<string> {
    const app = await this.#registered();
    const { attempt, address } = await this.#oauth.begin(app, next);
    this.#attempt.write(attempt);
    return address;
  }

  /** @returns where the person wanted to go */
  async complete(answer: URLSearchParams): Promise<string> {
    const [app, attempt] = [this.#app.read(), this.#attempt.read()];
    this.#attempt.drop();
    void this.#readInstance();
    try {
      if (app === null || attempt === null) throw new Refusal(0, "Nobody was signing in here");
      const token = await this.#oauth.finish(app, attempt, answer);
      this.#token.write(token);
      await this.#enter(token);
      return attempt.next;
    } catch (reason) {
      // The node may have forgotten this application; the next attempt registers it anew.
      this.#app.drop();
      this.phase = { is: "out", problem: reason instanceof Refusal ? reason.message : String(reason) };
      return "/app/";
    }
  }

  async signOut(): Promise<void> {
    const [app, token] = [this.#app.read(), this.#token.read()];
    this.#forget(null);
    if (app !== null && token !== null) await this.#oauth.revoke(app, token);
  }

  async #enter(token: string): Promise<void> {
    const api = new Api(new Http(token));
    try {
      this.phase = { is: "in", signed: new Signed(api, await api.accounts.me()) };
    } catch (reason) {
      if (reason instanceof Refusal && (reason.status === 401 || reason.status === 403)) this.#forget("You were signed out here");
      else this.phase = { is: "unreachable", problem: reason instanceof Refusal ? reason.message : String(reason) };
    }
  }

  #forget(problem: string | null): void {
    this.#token.drop();
    this.phase = { is: "out", problem };
  }

  async #registered(): Promise<Registration> {
    const known = this.#app.read();
    if (known !== null) return known;
    const app = await this.#oauth.register();
    this.#app.write(app);
    return app;
  }

  async #readInstance(): Promise<void> {
    this.instance = await new Api(new Http(null)).instance().catch(() => null);
  }
}

