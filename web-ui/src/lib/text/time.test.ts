import { describe, expect, it } from "vitest";
import { ago } from "./time";

const now = new Date("2026-11-24T12:00:00Z");
const before = (seconds: number) => ago(new Date(now.getTime() - seconds * 1000), now, "en");

describe("how long ago", () => {
  it.each([
    [0, "now"],
    [59, "59s ago"],
    [3600, "1h ago"],
    [86_399, "23h ago"],
    [86_400, "yesterday"],
    [6 * 86_400, "6d ago"],
  ])("%i seconds", (seconds, words) => {
    expect(before(seconds)).toBe(words);
  });

  it("counts minutes, however the browser shortens the word", () => {
    expect(before(60)).toMatch(/^1 ?m(in)?\.? ago$/);
    expect(before(3599)).toMatch(/^59 ?m(in)?\.? ago$/);
  });

  it("gives the date after a week, and the year after the year", () => {
    expect(before(10 * 86_400)).toBe("Nov 14");
    expect(before(365 * 86_400)).toBe("Nov 24, 2025");
  });

  it("takes a clock that runs ahead for now", () => {
    expect(before(-300)).toBe("now");
  });
});
