import { useQuery } from "@tanstack/react-query";

import type { Schemas } from "@/api/client";
import { Unreachable } from "@/api/problems";

/** `unknown`: what would tell of the part is down itself. */
type PartState = Schemas["PartState"] | "unknown";
export type Part = { name: string; state: PartState };
export type Health = { parts: Part[]; waiting: number | null; askedAt: string };

const ASK_EVERY_MS = 10_000;
/** In the order in which the one needs the other. */
const order = ["postgres", "redis", "worker", "chroma", "files", "llm"];

/** How the parts of the installation are, asked anew every ten seconds; needs no sign-in. */
export function useHealth() {
  return useQuery({
    queryKey: ["admin", "health"],
    queryFn: async () => healthOf(await askParts(), new Date().toISOString()),
    refetchInterval: ASK_EVERY_MS,
    refetchOnWindowFocus: true,
    retry: false,
  });
}

/** Without a token: while the database is down, none could be renewed. */
async function askParts(): Promise<Schemas["PartsOut"]> {
  try {
    return (await (await fetch("/health/parts")).json()) as Schemas["PartsOut"];
  } catch {
    throw new Unreachable();
  }
}

/** What the server says of its parts, in the order in which people look for them. */
export function healthOf(told: Schemas["PartsOut"], askedAt: string): Health {
  const isRedisDown = told.parts.some(({ name, state }) => name === "redis" && state === "down");
  const parts: Part[] = told.parts.map(({ name, state }) => ({ name, state: isRedisDown && name === "worker" ? "unknown" : state }));
  return { parts: parts.sort((one, other) => placeOf(one) - placeOf(other)), waiting: told.waiting_jobs, askedAt };
}

export function partsDown({ parts }: Health): Part[] {
  return parts.filter(({ state }) => state === "down");
}

function placeOf({ name }: Part): number {
  const place = order.indexOf(name);
  return place === -1 ? order.length : place;
}
