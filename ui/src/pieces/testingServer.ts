/**
 * A server for tests, answering by a table. Import this file BEFORE whatever calls the server: the client keeps the
 * `fetch` and the `Request` that it finds when it is made. For `*.test.ts(x)` only.
 */

/** What was asked of the server. */
export type Asked = { method: string; path: string; query: Record<string, string>; body: unknown };

type Answer = (asked: Asked) => unknown;

let answers: Record<string, Answer> = {};
let asked: Asked[] = [];

/**
 * From now on these answers hold, by "GET /api/v1/jobs/7": a value is answered as JSON, a `Response` as it is. What is
 * not named answers 502. Gives the list of what is asked, sign-in aside.
 */
export function serve(given: Record<string, Answer>): Asked[] {
  answers = { "POST /api/v1/auth/token": () => ({ access_token: "t", expires_in: 3_600 }), ...given };
  asked = [];
  return asked;
}

const origin = "http://server";

class RequestOfPage extends Request {
  constructor(input: RequestInfo | URL, init?: RequestInit) {
    const { signal, ...rest } = init ?? {};
    // jsdom's signal is none to Node's Request.
    super(typeof input === "string" ? new URL(input, origin) : input, signal instanceof AbortSignal ? { ...rest, signal } : rest);
  }
}

async function answer(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const url = new URL(input instanceof Request ? input.url : String(input), origin);
  const method = input instanceof Request ? input.method : (init?.method ?? "GET");
  const text = input instanceof Request ? await input.text() : typeof init?.body === "string" ? init.body : "";
  const question = { method, path: url.pathname, query: queryOf(url), body: text ? (JSON.parse(text) as unknown) : null };
  if (!question.path.startsWith("/api/v1/auth/")) asked.push(question);
  const found = answers[`${method} ${question.path}`]?.(question);
  if (found instanceof Response) return found;
  return found === undefined ? new Response("", { status: 502 }) : Response.json(found);
}

/** The parameters of an address; what stands there several times, with commas between. */
function queryOf({ searchParams }: URL): Record<string, string> {
  return Object.fromEntries([...new Set(searchParams.keys())].map((name) => [name, searchParams.getAll(name).join(",")]));
}

Object.assign(globalThis, { Request: RequestOfPage, fetch: answer });
