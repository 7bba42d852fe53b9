import { type Query, QueryClient, type QueryKey } from "@tanstack/react-query";

import { connection, onConnectionChange } from "@/api/connection";
import { onProblem, Refused, Unreachable } from "@/api/problems";
import { isSignedIn, onSessionChange } from "@/api/session";

const ASK_AGAIN_MS = 2_000;
/** What the page knew wrong where it met a problem. */
const NO_LONGER_TRUE: Record<string, QueryKey[]> = {
  "mode-not-enabled": [["modes"]],
  "role-required": [["me"]],
  "platform-admin-required": [["me"]],
};

/**
 * What the server said, kept while it is fresh. A server that is away is asked until it answers, the banner tells of
 * it; whether there is a network at all is not the browser's to judge: the server may be on this very machine.
 */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: "always",
      retry: (_failures, error) => error instanceof Unreachable,
      retryDelay: ASK_AGAIN_MS,
      staleTime: 5_000,
    },
    mutations: { networkMode: "always" },
  },
});

/** The server is there again: what shows may be of before. */
onConnectionChange(() => {
  if (connection() === "reached") void queries.invalidateQueries();
});

/** Signed in again: what was refused for want of it is asked anew. */
onSessionChange(() => {
  if (isSignedIn()) void queries.invalidateQueries({ predicate: wasRefusedUnknown });
});

/** What one may do here has changed meanwhile: who one is, and which services there are, is asked anew. */
onProblem((slug) => {
  for (const queryKey of NO_LONGER_TRUE[slug] ?? []) void queries.invalidateQueries({ queryKey });
});

function wasRefusedUnknown({ state: { error } }: Query): boolean {
  return error instanceof Refused && error.problem.status === 401;
}
