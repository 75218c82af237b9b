import { nextPage } from "./links";

/** A request that the node refused, or that never reached it (status 0). */
export class Refusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = "Refusal";
    this.status = status;
  }
}

/** One part of a list, and where the part after it begins. */
export interface Page<T> {
  items: T[];
  next: string | null;
}

export type Query = Record<string, string | number | boolean | readonly string[] | undefined>;

interface Call {
  method: string;
  body?: unknown;
  headers?: Record<string, string>;
}

/** Speaks JSON with one node, for one person if there is a token. */
export class Http {
  readonly #token: string | null;
  readonly #fetch: typeof fetch;

  constructor(token: string | null, fetcher: typeof fetch = (...call) => fetch(...call)) {
    this.#token = token;
    this.#fetch = fetcher;
  }

  async get<T>(path: string, query: Query = {}): Promise<T> {
    return read<T>(await this.#send(path + queryText(query), { method: "GET" }));
  }

  async page<T>(path: string, query: Query = {}): Promise<Page<T>> {
    const answer = await this.#send(path + queryText(query), { method: "GET" });
    return { items: await read<T[]>(answer), next: nextPage(answer.headers.get("Link")) };
  }

  async post<T>(path: string, body: unknown = {}, headers: Record<string, string> = {}): Promise<T> {
    return read<T>(await this.#send(path, { method: "POST", body, headers }));
  }

  async put<T>(path: string, body: unknown): Promise<T> {
    return read<T>(await this.#send(path, { method: "PUT", body }));
  }

  async delete<T>(path: string): Promise<T> {
    return read<T>(await this.#send(path, { method: "DELETE" }));
  }

  async #send(path: string, call: Call): Promise<Response> {
    const headers: Record<string, string> = { Accept: "application/json", ...call.headers };
    if (this.#token !== null) headers["Authorization"] = `Bearer ${this.#token}`;
    if (call.body !== undefined) headers["Content-Type"] = "application/json";
    const body = call.body === undefined ? null : JSON.stringify(call.body);
    const answer = await this.#reach(path, { method: call.method, headers, body });
    if (!answer.ok) throw await refusalOf(answer);
    return answer;
  }

  async #reach(path: string, request: RequestInit): Promise<Response> {
    try {
      return await this.#fetch(path, { ...request, credentials: "omit", cache: "no-store" });
    } catch {
      throw new Refusal(0, "The node cannot be reached");
    }
  }
}

async function read<T>(answer: Response): Promise<T> {
  return (await answer.json()) as T;
}

/** The node's own words, where it has any. */
async function refusalOf(answer: Response): Promise<Refusal> {
  const said: unknown = await answer.json().catch(() => null);
  return new Refusal(answer.status, messageOf(said) ?? `The node answered ${answer.status}`);
}

function messageOf(said: unknown): string | null {
  if (typeof said !== "object" || said === null) return null;
  const { error, error_description: description } = said as Record<string, unknown>;
  if (typeof description === "string" && description !== "") return description;
  return typeof error === "string" && error !== "" ? error : null;
}

function queryText(query: Query): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    if (typeof value === "object") value.forEach((one) => parameters.append(`${name}[]`, one));
    else parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text === "" ? "" : `?${text}`;
}
