import type { Status, Visibility } from "../api/entities";

const FROM_WIDEST: readonly Visibility[] = ["public", "unlisted", "private", "direct"];

/** What a reply begins with: whom it answers and who else was addressed, but not its writer. */
export function greeting(status: Status, me: string): string {
  const people = [status.account.acct, ...status.mentions.map((mention) => mention.acct)];
  return [...new Set(people)]
    .filter((acct) => acct !== me)
    .map((acct) => `@${acct} `)
    .join("");
}

/** A reply reaches nobody whom the post that it answers did not reach. */
export function narrower(one: Visibility, other: Visibility): Visibility {
  return FROM_WIDEST.indexOf(one) >= FROM_WIDEST.indexOf(other) ? one : other;
}
