import { useQuery } from "@tanstack/react-query";

import { Unreachable } from "@/api/problems";

export type Health = { isReady: boolean; parts: { name: string; isUp: boolean }[]; askedAt: string };

const ASK_EVERY_MS = 10_000;

/** How the parts of the installation are, asked anew every ten seconds; needs no sign-in. */
export function useHealth() {
  return useQuery({ queryKey: ["admin", "health"], queryFn: askHealth, refetchInterval: ASK_EVERY_MS, retry: false });
}

async function askHealth(): Promise<Health> {
  let told: unknown;
  try {
    told = await (await fetch("/health/ready")).json();
  } catch {
    throw new Unreachable();
  }
  return healthOf(told, new Date().toISOString());
}

/** What the server says of itself: 503 with the part named where one is down. */
export function healthOf(told: unknown, askedAt: string): Health {
  const { status, parts } = (told ?? {}) as { status?: unknown; parts?: Record<string, unknown> };
  const states = Object.entries(parts ?? {}).map(([name, state]) => ({ name, isUp: state === "up" }));
  return { isReady: status === "ready", parts: states, askedAt };
}
