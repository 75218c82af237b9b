import { Refusal } from "../api/http";
import type { Account } from "../api/entities";
import type { Signed } from "./signed.svelte";

/** Finds somebody by handle: among those known here, else where their server is. */
export async function findPerson(signed: Signed, acct: string): Promise<Account | null> {
  try {
    return await signed.api.accounts.lookup(acct);
  } catch (reason) {
    if (!(reason instanceof Refusal) || reason.status !== 404) throw reason;
  }
  const { accounts } = await signed.api.search(`@${acct}`);
  return accounts.find((account) => sameHandle(account.acct, acct)) ?? null;
}

function sameHandle(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
