import { describe, expect, it } from "vitest";
import { challengeOf, newPkce, randomText } from "./pkce";

describe("a code challenge", () => {
  it("is the one of RFC 7636, appendix B", async () => {
    expect(await challengeOf("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")).toBe("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
  });

  it("belongs to a verifier of the length that the RFC asks for", async () => {
    const { verifier, challenge } = await newPkce();
    expect(verifier).toMatch(/^[A-Za-z0-9_-]{43,128}$/);
    expect(challenge).toBe(await challengeOf(verifier));
  });

  it("is made of something new each time", () => {
    expect(randomText()).not.toBe(randomText());
  });
});
