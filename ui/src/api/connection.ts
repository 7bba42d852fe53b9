/** Whether the server has answered when it was asked last. */
export type Connection = "reached" | "lost";

const PROBE_EVERY_MS = 2_000;
const PROBE = "/health/live";

let state: Connection = "reached";
let searching: Promise<void> | null = null;
const listeners = new Set<() => void>();

// The browser knows at once that the network has changed; whether the server is there, only asking tells.
globalThis.addEventListener?.("offline", () => void noAnswer());

export function connection(): Connection {
  return state;
}

/** Told whenever the server is lost, or reached again. */
export function onConnectionChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A call has got no answer: the server is asked for its health until it gives one, which is when this ends. */
export function noAnswer(): Promise<void> {
  searching ??= search().finally(() => {
    searching = null;
  });
  return searching;
}

async function search(): Promise<void> {
  while (!(await hasAnswered())) {
    become("lost");
    await new Promise((resolve) => setTimeout(resolve, PROBE_EVERY_MS));
  }
  become("reached");
}

async function hasAnswered(): Promise<boolean> {
  try {
    return (await fetch(PROBE, { cache: "no-store", signal: AbortSignal.timeout(PROBE_EVERY_MS * 2) })).ok;
  } catch {
    return false;
  }
}

function become(next: Connection): void {
  if (state === next) return;
  state = next;
  for (const listener of listeners) listener();
}
