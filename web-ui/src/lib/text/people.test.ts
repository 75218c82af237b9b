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
    expect(hueOf(person("", "bob@globex.example"), 8)).toBeLessThan(8);
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
