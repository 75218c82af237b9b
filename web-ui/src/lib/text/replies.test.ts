import { describe, expect, it } from "vitest";
import type { Status } from "../api/entities";
import { greeting, narrower } from "./replies";

const status = (author: string, ...mentioned: string[]) =>
  ({ account: { acct: author }, mentions: mentioned.map((acct) => ({ acct })) }) as Status;

describe("a reply", () => {
  it("greets its author and everybody whom the post named, once, but not its writer", () => {
    expect(greeting(status("bob@globex.example", "alice", "carol", "bob@globex.example"), "alice")).toBe("@bob@globex.example @carol ");
  });

  it("to a post of one's own greets nobody", () => {
    expect(greeting(status("alice"), "alice")).toBe("");
  });

  it("reaches no further than what it answers", () => {
    expect(narrower("public", "private")).toBe("private");
    expect(narrower("direct", "public")).toBe("direct");
    expect(narrower("public", "public")).toBe("public");
  });
});
