import { describe, expect, it } from "vitest";
import { Api } from "../api/api";
import type { CredentialAccount, Status } from "../api/entities";
import { Http, Refusal } from "../api/http";
import { Signed } from "./signed.svelte";

const me = { id: "1", acct: "alice" } as CredentialAccount;
const post = { id: "7", reblog: null, favourited: false, favourites_count: 2, reblogged: false, reblogs_count: 0 } as Status;

function signed(answer: (path: string) => Response) {
  const fetcher = (async (path: string) => answer(path)) as typeof fetch;
  return new Signed(new Api(new Http("token", fetcher)), me);
}

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });

describe("a favourite", () => {
  it("shows at once and stays as the node answers", async () => {
    const person = signed(() => json({ ...post, favourited: true, favourites_count: 5 }));
    const done = person.favourite(post);
    expect(person.entries.latest(post)).toMatchObject({ favourited: true, favourites_count: 3 });
    await done;
    expect(person.entries.latest(post)).toMatchObject({ favourited: true, favourites_count: 5 });
  });

  it("is taken back when the node refuses it", async () => {
    const person = signed(() => json({ error: "gone" }, 404));
    await expect(person.favourite(post)).rejects.toBeInstanceOf(Refusal);
    expect(person.entries.latest(post)).toMatchObject({ favourited: false, favourites_count: 2 });
  });
});

describe("a boost", () => {
  it("marks the post that it carries", async () => {
    const person = signed(() => json({ id: "9", reblog: { ...post, reblogged: true, reblogs_count: 1 } }));
    await person.boost(post);
    expect(person.entries.latest(post)).toMatchObject({ reblogged: true, reblogs_count: 1 });
  });
});

describe("a post of one's own", () => {
  it("stands on top of home", async () => {
    const person = signed(() => json(post));
    await person.post({ status: "hello", visibility: "public" }, "key");
    expect(person.home.items).toEqual([post]);
  });

  it("is gone everywhere once deleted", async () => {
    const person = signed(() => json(post));
    await person.delete(post);
    expect(person.entries.latest(post)).toBeNull();
  });
});
