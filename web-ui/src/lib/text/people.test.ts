import { describe, expect, it } from "vitest";
import type { Account } from "../api/entities";
import { handleIn, hueOf, initialsOf, nameOf } from "./people";

const person = (display_name: string, acct = "alice") => ({ display_name, acct, username: acct.split("@")[0] }) as Account;

describe("a person without a picture", () => {
  it.each([
    ["Nora Vance", "NV"],
    ["nora", "N"],
    ["Ada B. Lovelace", "AL"],
    ["Özgür", "Ö"],
    ["✨", "?"],
    ["", "A"],
  ])("named %j shows %s", (name, initials) => {
    expect(initialsOf(person(name))).toBe(initials);
  });

  it("has the same colour each time", () => {
    expect(hueOf(person("", "bob@globex.example"), 8)).toBe(hueOf(person("Bob", "bob@globex.example"), 8));
  });

  it("shares it with few others", () => {
    const names = Array.from({ length: 400 }, (_, number) => `person${number}@node${number % 7}.example`);
    const shares = names.map((acct) => hueOf(person("", acct), 8)).reduce((counts, hue) => counts.with(hue, (counts[hue] ?? 0) + 1), new Array<number>(8).fill(0));
    expect(Math.max(...shares)).toBeLessThan(80);
    expect(Math.min(...shares)).toBeGreaterThan(25);
  });
});

describe("a name", () => {
  it("is the handle's where the person gave none", () => {
    expect(nameOf(person("  "))).toBe("alice");
  });
});

describe("a handle", () => {
  it.each([
    ["@nora@nora.localhost:8083", "nora@nora.localhost:8083"],
    [" nora@example.com ", "nora@example.com"],
    ["@alice", "alice"],
    ["alice", null],
    ["hello @alice", null],
    ["https://example.com/@alice", null],
  ])("%j", (words, handle) => {
    expect(handleIn(words)).toBe(handle);
  });
});
