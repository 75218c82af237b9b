import { describe, expect, it } from "vitest";
import { Http, Refusal } from "./http";

interface Sent {
  path: string;
  request: RequestInit;
}

function answering(status: number, body: string, headers: Record<string, string> = {}) {
  const sent: Sent[] = [];
  const fetcher = (async (path: string, request: RequestInit) => {
    sent.push({ path, request });
    return new Response(body, { status, headers });
  }) as typeof fetch;
  return { sent, fetcher };
}

describe("a call", () => {
  it("carries the token in its header and never in the address", async () => {
    const { sent, fetcher } = answering(200, "{}");
    await new Http("secret", fetcher).get("/api/v1/x", { limit: 5 });
    expect(sent[0]?.path).toBe("/api/v1/x?limit=5");
    expect(sent[0]?.request.headers).toMatchObject({ Authorization: "Bearer secret" });
  });

  it("sends no cookies", async () => {
    const { sent, fetcher } = answering(200, "{}");
    await new Http(null, fetcher).post("/api/v1/apps");
    expect(sent[0]?.request.credentials).toBe("omit");
  });

  it("repeats a name for each of several ids", async () => {
    const { sent, fetcher } = answering(200, "[]");
    await new Http(null, fetcher).get("/r", { id: ["1", "2"] });
    expect(sent[0]?.path).toBe("/r?id%5B%5D=1&id%5B%5D=2");
  });

  it("reads where the next page begins", async () => {
    const { fetcher } = answering(200, '["a"]', { Link: '</x?max_id=3>; rel="next"' });
    expect(await new Http(null, fetcher).page("/x")).toEqual({ items: ["a"], next: "/x?max_id=3" });
  });
});

describe("a refusal", () => {
  it("says what the node said", async () => {
    const { fetcher } = answering(422, '{"error":"invalid","error_description":"the text is too long"}');
    await expect(new Http(null, fetcher).post("/x")).rejects.toThrow("the text is too long");
  });

  it("names the status where the node said nothing", async () => {
    const { fetcher } = answering(502, "<html>");
    const refused = await new Http(null, fetcher).get("/x").catch((reason: unknown) => reason);
    expect(refused).toBeInstanceOf(Refusal);
    expect(refused).toMatchObject({ status: 502, message: "The node answered 502" });
  });

  it("has status 0 where the node is out of reach", async () => {
    const fetcher = (() => Promise.reject(new TypeError("failed"))) as typeof fetch;
    await expect(new Http(null, fetcher).get("/x")).rejects.toMatchObject({ status: 0 });
  });
});
