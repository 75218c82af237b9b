import { describe, expect, it } from "vitest";
import { Http } from "./http";
import { OAuth } from "./oauth";
import { challengeOf } from "./pkce";

const app = { client_id: "id", client_secret: "secret" };
const redirectUri = "http://kring.localhost/app/callback";

function oauth(sent: unknown[] = []) {
  const fetcher = (async (_path: string, request: RequestInit) => {
    sent.push(JSON.parse(String(request.body)));
    return new Response('{"access_token":"token"}');
  }) as typeof fetch;
  return new OAuth(new Http(null, fetcher), redirectUri);
}

describe("signing in", () => {
  it("leaves with a challenge for the verifier that stays here", async () => {
    const { attempt, address } = await oauth().begin(app, "/app/notifications");
    const query = new URL(address, redirectUri).searchParams;
    expect(query.get("code_challenge")).toBe(await challengeOf(attempt.verifier));
    expect(query.get("code_challenge_method")).toBe("S256");
    expect(address).not.toContain(attempt.verifier);
  });

  it("trades the code and the verifier for a token", async () => {
    const sent: unknown[] = [];
    const attempt = { state: "s", verifier: "v", next: "/app/" };
    const token = await oauth(sent).finish(app, attempt, new URLSearchParams("code=c&state=s"));
    expect(token).toBe("token");
    expect(sent).toEqual([expect.objectContaining({ code: "c", code_verifier: "v", redirect_uri: redirectUri })]);
  });

  it("asks for nothing where the answer is to somebody else's attempt", async () => {
    const sent: unknown[] = [];
    const attempt = { state: "mine", verifier: "v", next: "/app/" };
    const answer = new URLSearchParams("code=c&state=theirs");
    await expect(oauth(sent).finish(app, attempt, answer)).rejects.toThrow("another attempt");
    expect(sent).toEqual([]);
  });

  it("says why the person was sent back without a code", async () => {
    const attempt = { state: "s", verifier: "v", next: "/app/" };
    const answer = new URLSearchParams("error=access_denied&error_description=The person said no&state=s");
    await expect(oauth().finish(app, attempt, answer)).rejects.toThrow("The person said no");
  });
});
