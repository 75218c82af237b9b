/**
 * Where the next page of a list is, from a Link header (RFC 8288): a path with its query. The host
 * is left out, since a token must go to no other one.
 */
export function nextPage(header: string | null): string | null {
  for (const link of header?.split(/,\s*(?=<)/) ?? []) {
    const [, address, parameters] = /^\s*<([^>]*)>(.*)$/.exec(link) ?? [];
    if (address === undefined || !/;\s*rel="?next"?/.test(parameters ?? "")) continue;
    const { pathname, search } = new URL(address, "http://node.invalid");
    return pathname + search;
  }
  return null;
}
