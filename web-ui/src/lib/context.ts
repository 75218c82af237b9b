import { createContext } from "svelte";
import type { Router } from "./router/router.svelte";
import type { Appearance } from "./state/appearance.svelte";
import type { Notices } from "./state/notices.svelte";
import type { Session } from "./state/session.svelte";
import type { Signed } from "./state/signed.svelte";

/** What every part of the page may use. */
export interface Shared {
  router: Router;
  session: Session;
  appearance: Appearance;
  notices: Notices;
}

export const [shared, provideShared] = createContext<Shared>();

/** The signed-in person's things; only for parts inside the signed-in pages. */
export const [signedIn, provideSigned] = createContext<Signed>();
