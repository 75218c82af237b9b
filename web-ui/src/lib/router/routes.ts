/** The places of the application, and their addresses under /app. */
export type Route =
  | { page: "home" }
  | { page: "local" }
  | { page: "notifications" }
  | { page: "direct" }
  | { page: "search"; words: string }
  | { page: "tag"; name: string }
  | { page: "compose" }
  | { page: "settings" }
  | { page: "callback" }
  | { page: "profile"; acct: string }
  | { page: "followers" | "following"; acct: string }
  | { page: "thread"; acct: string; id: string; reply: boolean }
  | { page: "unknown"; path: string };

const ROOT = "/app";
const PLAIN = ["local", "notifications", "direct", "compose", "settings", "callback"] as const;

export function routeOf(address: URL): Route {
  const [first = "", second, ...more] = segments(address.pathname);
  if (more.length > 0) return { page: "unknown", path: address.pathname };
  if (first.startsWith("@") && first.length > 1) return ofPerson(address, first.slice(1), second);
  if (first === "tags" && second !== undefined) return { page: "tag", name: second };
  if (second !== undefined) return { page: "unknown", path: address.pathname };
  if (first === "") return { page: "home" };
  if (first === "search") return { page: "search", words: address.searchParams.get("q") ?? "" };
  const plain = PLAIN.find((page) => page === first);
  return plain === undefined ? { page: "unknown", path: address.pathname } : { page: plain };
}

function ofPerson(address: URL, acct: string, second: string | undefined): Route {
  if (second === undefined) return { page: "profile", acct };
  if (second === "followers" || second === "following") return { page: second, acct };
  if (/^\d+$/.test(second)) return { page: "thread", acct, id: second, reply: address.searchParams.has("reply") };
  return { page: "unknown", path: address.pathname };
}

export function addressOf(route: Route): string {
  switch (route.page) {
    case "home":
      return `${ROOT}/`;
    case "search":
      return `${ROOT}/search${route.words === "" ? "" : `?${new URLSearchParams({ q: route.words })}`}`;
    case "tag":
      return `${ROOT}/tags/${encodeURIComponent(route.name)}`;
    case "profile":
      return `${ROOT}/@${route.acct}`;
    case "followers":
    case "following":
      return `${ROOT}/@${route.acct}/${route.page}`;
    case "thread":
      return `${ROOT}/@${route.acct}/${route.id}${route.reply ? "?reply" : ""}`;
    case "unknown":
      return route.path;
    default:
      return `${ROOT}/${route.page}`;
  }
}

/** Whether an address belongs to the application, so that following it loads no page. */
export function isOurs(address: URL, here: URL): boolean {
  return address.origin === here.origin && (address.pathname === ROOT || address.pathname.startsWith(`${ROOT}/`));
}

function segments(path: string): string[] {
  return path
    .slice(ROOT.length)
    .split("/")
    .filter((segment) => segment !== "")
    .map(decoded);
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
