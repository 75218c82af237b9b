/**
 * A picture's address, if this very node serves it. Pictures elsewhere are not loaded: they would
 * tell other servers who reads what.
 */
export function ownPicture(address: string | null, origin: string): string | null {
  if (address === null || address === "") return null;
  const url = URL.parse(address, origin);
  return url !== null && url.origin === origin ? url.href : null;
}

export function hostOf(address: string | null): string | null {
  return address === null ? null : (URL.parse(address)?.host ?? null);
}
