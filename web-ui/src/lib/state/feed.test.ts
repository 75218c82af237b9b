import { describe, expect, it } from "vitest";
import { Refusal, type Page } from "../api/http";
import { Feed } from "./feed.svelte";

const items = (...ids: string[]) => ids.map((id) => ({ id }));
const shown = (feed: Feed<{ id: string }>) => feed.items.map((item) => item.id).join("");

function feedOf(...pages: (Page<{ id: string }> | Refusal)[]) {
  const answer = async () => {
    const page = pages.shift();
    if (page === undefined || page instanceof Refusal) throw page ?? new Error("asked once too often");
    return page;
  };
  return new Feed({ first: answer, more: answer });
}

describe("a feed", () => {
  it("grows by pages until the last one", async () => {
    const feed = feedOf({ items: items("d", "c"), next: "/2" }, { items: items("b", "a"), next: null });
    await feed.open();
    expect(feed.hasMore).toBe(true);
    await feed.loadMore();
    expect(shown(feed)).toBe("dcba");
    expect(feed.hasMore).toBe(false);
  });

  it("is read once however often it is opened", async () => {
    const feed = feedOf({ items: items("a"), next: null });
    await feed.open();
    await feed.open();
    expect(feed.phase).toBe("ready");
  });

  it("shows what two pages share once", async () => {
    const feed = feedOf({ items: items("c", "b"), next: "/2" }, { items: items("b", "a"), next: null });
    await feed.open();
    await feed.loadMore();
    expect(shown(feed)).toBe("cba");
  });

  it("ends with an empty page, even if that points on", async () => {
    const feed = feedOf({ items: items("a"), next: "/2" }, { items: [], next: "/3" });
    await feed.open();
    await feed.loadMore();
    expect(feed.hasMore).toBe(false);
  });

  it("puts news on top once", async () => {
    const feed = feedOf({ items: items("a"), next: null });
    await feed.open();
    feed.prepend(items("c", "b"));
    feed.prepend(items("c"));
    expect(shown(feed)).toBe("cba");
  });

  it("keeps what it has when a page fails, and can try again", async () => {
    const feed = feedOf({ items: items("b"), next: "/2" }, new Refusal(503, "busy"), { items: items("a"), next: null });
    await feed.open();
    await feed.loadMore();
    expect([feed.phase, feed.problem, shown(feed)]).toEqual(["failed", "busy", "b"]);
    await feed.loadMore();
    expect(shown(feed)).toBe("ba");
  });
});
