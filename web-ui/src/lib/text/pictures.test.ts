import { describe, expect, it } from "vitest";
import { hostOf, ownPicture } from "./pictures";

const here = "https://kring.example";

describe("a picture", () => {
  it.each([
    ["/media/a.png", "https://kring.example/media/a.png"],
    ["https://kring.example/a.png", "https://kring.example/a.png"],
    ["https://other.example/a.png", null],
    ["http://kring.example/a.png", null],
    ["data:image/png;base64,AAAA", null],
    ["https://kring.example/images/avatar.png", null],
    ["", null],
    [null, null],
  ])("at %j is loaded only from this node", (address, loaded) => {
    expect(ownPicture(address, here)).toBe(loaded);
  });
});

describe("a host", () => {
  it("is named only where there is one", () => {
    expect(hostOf("https://other.example/a.png")).toBe("other.example");
    expect(hostOf("nowhere")).toBeNull();
    expect(hostOf(null)).toBeNull();
  });
});
