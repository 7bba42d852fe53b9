import createClient, { type Middleware } from "openapi-fetch";

import { problemOf, Refused, Unreachable } from "./problems";
import type { components, paths } from "./schema";
import { accessToken } from "./session";

export type Schemas = components["schemas"];

const authorised: Middleware = {
  async onRequest({ request }) {
    request.headers.set("Authorization", `Bearer ${await accessToken()}`);
    return request;
  },
  async onResponse({ response }) {
    if (!response.ok) throw new Refused(await problemOf(response));
    return response;
  },
  onError({ error }) {
    return error instanceof TypeError ? new Unreachable() : undefined;
  },
};

/** Calls of the server by its OpenAPI document. An answer that is no success is thrown as {@link Refused}. */
export const api = createClient<paths>({ baseUrl: "/" });
api.use(authorised);

/** What a call gave; a refusal has been thrown before. */
export async function given<T>(call: Promise<{ data?: T }>): Promise<NonNullable<T>> {
  return (await call).data as NonNullable<T>;
}
