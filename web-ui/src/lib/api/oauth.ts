import { Refusal, type Http } from "./http";
import { newPkce, randomText } from "./pkce";

/** This application, as the node knows it. */
export interface Registration {
  client_id: string;
  client_secret: string;
}

/** What has to be remembered between leaving for the node's sign-in page and coming back. */
export interface Attempt {
  state: string;
  verifier: string;
  /** Where in the application the person wanted to go. */
  next: string;
}

const SCOPES = "read write follow";

/** Signs in as any other app does: RFC 6749 §4.1 with PKCE. */
export class OAuth {
  readonly #http: Http;
  readonly #redirectUri: string;

  constructor(http: Http, redirectUri: string) {
    this.#http = http;
    this.#redirectUri = redirectUri;
  }

  register(): Promise<Registration> {
    return this.#http.post("/api/v1/apps", {
      client_name: "Kring",
      redirect_uris: this.#redirectUri,
      scopes: SCOPES,
      website: new URL("/app/", this.#redirectUri).href,
    });
  }

  /** Begins: what to remember, and where to send the browser. */
  async begin(app: Registration, next: string): Promise<{ attempt: Attempt; address: string }> {
    const { verifier, challenge } = await newPkce();
    const attempt = { state: randomText(), verifier, next };
    const query = new URLSearchParams({
      response_type: "code",
      client_id: app.client_id,
      redirect_uri: this.#redirectUri,
      scope: SCOPES,
      state: attempt.state,
      code_challenge: challenge,
      code_challenge_method: "S256",
    });
    return { attempt, address: `/oauth/authorize?${query}` };
  }

  /** @throws Refusal where the answer is not to this attempt, or the person said no */
  async finish(app: Registration, attempt: Attempt, answer: URLSearchParams): Promise<string> {
    if (answer.get("state") !== attempt.state) throw new Refusal(0, "This answer belongs to another attempt to sign in");
    const code = answer.get("code");
    if (code === null) throw new Refusal(0, answer.get("error_description") ?? "Signing in was refused");
    const token = await this.#http.post<{ access_token: string }>("/oauth/token", {
      grant_type: "authorization_code",
      ...app,
      redirect_uri: this.#redirectUri,
      code,
      code_verifier: attempt.verifier,
    });
    return token.access_token;
  }

  async revoke(app: Registration, token: string): Promise<void> {
    await this.#http.post("/oauth/revoke", { ...app, token });
  }
}
