import type { Account } from "../api/entities";

/** What a person is called: the handle's name where there is no other. */
export function nameOf(account: Account): string {
  return account.display_name.trim() || account.username;
}

/** One or two letters that stand for a person who has no picture. */
export function initialsOf(account: Account): string {
  const words = nameOf(account)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters.map((word) => [...(word ?? "?")][0]).join("").toLocaleUpperCase();
}

/** One of some colours, the same for a person each time. */
export function hueOf(account: Account, hues: number): number {
  // FNV-1a, folded: the low bits alone would give most people the same colour.
  let hash = 0x811c9dc5;
  for (const letter of account.acct) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return (((hash >>> 16) ^ hash) >>> 0) % hues;
}

/** Reads "@name@host", "name@host" or "@name" as a handle, anything else as words to search for. */
export function handleIn(words: string): string | null {
  const [, handle] = /^\s*@?([A-Za-z0-9_.-]+@[A-Za-z0-9.-]+(?::\d+)?)\s*$/.exec(words) ?? /^\s*@([A-Za-z0-9_.-]+)\s*$/.exec(words) ?? [];
  return handle ?? null;
}
