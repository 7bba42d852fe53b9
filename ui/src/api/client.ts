import createClient, { type Middleware } from "openapi-fetch";

import { noAnswer } from "./connection";
import { failureOf, Unreachable } from "./problems";
import type { components, paths } from "./schema";
import { accessToken, tokenRefused } from "./session";

export type Schemas = components["schemas"];

const BEARER = "Bearer ";

const authorised: Middleware = {
  async onRequest({ request }) {
    request.headers.set("Authorization", BEARER + (await accessToken()));
    return request;
  },
  async onResponse({ request, response }) {
    if (response.ok) return response;
    if (response.status === 401) tokenRefused((request.headers.get("Authorization") ?? "").slice(BEARER.length));
    throw await failureOf(response);
  },
  onError({ error }) {
    if (!(error instanceof TypeError)) return undefined;
    void noAnswer();
    return new Unreachable();
  },
};

/** Calls of the server by its OpenAPI document. An answer that is no success is thrown as a refusal. */
export const api = createClient<paths>({ baseUrl: "/", fetch: (request) => fetch(request) });
api.use(authorised);

/** What a call gave; a refusal has been thrown before. */
export async function given<T>(call: Promise<{ data?: T }>): Promise<NonNullable<T>> {
  return (await call).data as NonNullable<T>;
}
