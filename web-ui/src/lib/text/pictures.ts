/**
 * A picture's address, if this very node serves it. Pictures elsewhere are not loaded: they would
 * tell other servers who reads what.
 */
export function ownPicture(address: string | null, origin: string): string | null {
  if (address === null || address === "") return null;
  const url = URL.parse(address, origin);
  return url !== null && url.origin === origin && !isStandIn(url) ? url.href : null;
}

/** What the node shows of people without a picture, since the API has no way to say that there is none. */
function isStandIn(picture: URL): boolean {
  return /^\/images\/(?:avatar|header)\.png$/.test(picture.pathname);
}

export function hostOf(address: string | null): string | null {
  return address === null ? null : (URL.parse(address)?.host ?? null);
}
