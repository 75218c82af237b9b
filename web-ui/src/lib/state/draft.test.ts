import { describe, expect, it } from "vitest";
import { Api } from "../api/api";
import type { CredentialAccount, Status } from "../api/entities";
import { Http } from "../api/http";
import { Draft } from "./draft.svelte";
import { Signed } from "./signed.svelte";

const me = { id: "1", acct: "alice", source: { privacy: "public" } } as CredentialAccount;
const post = { id: "7", account: { acct: "bob@globex.example" }, mentions: [], visibility: "private", spoiler_text: "food" } as unknown as Status;

interface Sent {
  path: string;
  key: string | undefined;
  body: unknown;
}

function node(...statuses: number[]) {
  const sent: Sent[] = [];
  const fetcher = (async (path: string, request: RequestInit) => {
    const headers = request.headers as Record<string, string>;
    sent.push({ path, key: headers["Idempotency-Key"], body: JSON.parse(String(request.body)) });
    return new Response(JSON.stringify({ id: "8", reblog: null }), { status: statuses.shift() ?? 200 });
  }) as typeof fetch;
  return { sent, signed: new Signed(new Api(new Http("token", fetcher)), me) };
}

describe("a reply", () => {
  it("begins with whom it answers, their warning, and their readers", () => {
    const draft = new Draft(node().signed, { answering: post });
    expect(draft).toMatchObject({ text: "@bob@globex.example ", warned: true, warning: "food", visibility: "private" });
    expect(draft.choices).toEqual(["private", "direct"]);
  });

  it("says what it answers", async () => {
    const { sent, signed } = node();
    await new Draft(signed, { answering: post }).send();
    expect(sent[0]?.body).toMatchObject({ in_reply_to_id: "7", spoiler_text: "food", visibility: "private" });
  });
});

describe("a draft", () => {
  it("keeps its text and its key while it is refused, and starts anew once it is sent", async () => {
    const { sent, signed } = node(503, 200, 200);
    const draft = new Draft(signed, {});
    draft.text = "hello";
    await expect(draft.send()).rejects.toThrow();
    expect(draft.text).toBe("hello");
    await draft.send();
    expect(draft.text).toBe("");
    draft.text = "again";
    await draft.send();
    const keys = sent.map((one) => one.key);
    expect(keys[0]).toBe(keys[1]);
    expect(keys[2]).not.toBe(keys[1]);
  });

  it("is not sent empty", () => {
    const draft = new Draft(node().signed, {});
    draft.text = "  \n";
    expect(draft.sendable).toBe(false);
  });

  it("counts characters as people do, and the warning with them", () => {
    const draft = new Draft(node().signed, {});
    draft.text = "ab🎉";
    expect(draft.length).toBe(3);
    draft.warned = true;
    draft.warning = "cw";
    expect(draft.length).toBe(5);
  });
});
