import { describe, expect, it } from "vitest";
import { nextPage } from "./links";

describe("the next page", () => {
  it("is a path on this node, whatever host the header names", () => {
    const header = '<https://elsewhere.example/api/v1/timelines/home?max_id=7>; rel="next", <https://a.example/x?min_id=9>; rel="prev"';
    expect(nextPage(header)).toBe("/api/v1/timelines/home?max_id=7");
  });

  it("is found behind the previous one", () => {
    expect(nextPage('</a?min_id=9>; rel="prev", </a?max_id=1>; rel="next"')).toBe("/a?max_id=1");
  });

  it("is absent at the end of a list", () => {
    expect(nextPage(null)).toBeNull();
    expect(nextPage('</a?min_id=9>; rel="prev"')).toBeNull();
  });

  it("survives commas in addresses", () => {
    expect(nextPage('</a?types=x,y&max_id=1>; rel="next"')).toBe("/a?types=x,y&max_id=1");
  });
});
