import { describe, expect, it } from "vitest";
import { addressOf, isOurs, routeOf, type Route } from "./routes";

const at = (path: string) => new URL(path, "http://kring.localhost:8080");

describe("an address", () => {
  const routes: Route[] = [
    { page: "home" },
    { page: "local" },
    { page: "notifications" },
    { page: "direct" },
    { page: "compose" },
    { page: "settings" },
    { page: "callback" },
    { page: "search", words: "" },
    { page: "search", words: "@nora@nora.localhost:8083 & friends" },
    { page: "tag", name: "brücken" },
    { page: "profile", acct: "alice" },
    { page: "profile", acct: "bob@globex.localhost:8082" },
    { page: "followers", acct: "alice" },
    { page: "following", acct: "bob@globex.localhost:8082" },
    { page: "thread", acct: "alice", id: "17", reply: false },
    { page: "thread", acct: "alice", id: "17", reply: true },
  ];

  it.each(routes)("leads back to the place that it was made for: $page", (route) => {
    expect(routeOf(at(addressOf(route)))).toEqual(route);
  });

  it.each(["/app/nowhere", "/app/@alice/17/more", "/app/@", "/app/@alice/likes", "/app/local/x", "/app/tags", "/app/tags/a/b", "/app/%E0%A4%A"])(
    "that belongs to no place is unknown: %s",
    (path) => {
      expect(routeOf(at(path)).page).toBe("unknown");
    },
  );

  it("with or without a slash at its end is the same", () => {
    expect(routeOf(at("/app"))).toEqual({ page: "home" });
    expect(routeOf(at("/app/local/"))).toEqual({ page: "local" });
  });
});

describe("an address is ours", () => {
  it("only under /app on this very node", () => {
    expect(isOurs(at("/app/@alice"), at("/app/"))).toBe(true);
    expect(isOurs(at("/@alice"), at("/app/"))).toBe(false);
    expect(isOurs(at("/apple"), at("/app/"))).toBe(false);
    expect(isOurs(new URL("http://other.localhost:8080/app/"), at("/app/"))).toBe(false);
  });
});
