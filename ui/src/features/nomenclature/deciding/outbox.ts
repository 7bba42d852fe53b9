import type { Said, SaidOf } from "./decided";

/** What a person said of a row and the server has not confirmed yet. */
export type Waiting = SaidOf & { runId: number };

/** A decision that the server would not take, with its reason. */
type TurnedDown = { waiting: Waiting; error: unknown };

type OutboxState = {
  waiting: readonly Waiting[];
  turnedDown: readonly TurnedDown[];
  isOffline: boolean;
};

/** Where decisions are kept while they wait; the browser's session storage, or a map in tests. */
export type Keep = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/**
 * Decisions on their way to the server. They outlive a reload of the page; the last word on a row stands alone.
 * Snapshots are immutable, as React's `useSyncExternalStore` wants them.
 */
export class Outbox {
  private state: OutboxState;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly keep: Keep,
    private readonly key: string,
  ) {
    this.state = { waiting: restored(keep.getItem(key)), turnedDown: [], isOffline: false };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): OutboxState => this.state;

  put(said: readonly Waiting[]): void {
    const named = new Set(said.map(nameOf));
    this.change({
      waiting: [...this.state.waiting.filter((one) => !named.has(nameOf(one))), ...said],
      turnedDown: this.state.turnedDown.filter((one) => !named.has(nameOf(one.waiting))),
    });
  }

  /** The server has heard these; what was said of a row since then goes on waiting. */
  settle(heard: readonly Waiting[]): void {
    const gone = new Set(heard);
    this.change({ waiting: this.state.waiting.filter((one) => !gone.has(one)), isOffline: false });
  }

  /** The server would not take this one. */
  turnDown(waiting: Waiting, error: unknown): void {
    this.change({
      waiting: this.state.waiting.filter((one) => one !== waiting),
      turnedDown: [...this.state.turnedDown, { waiting, error }],
      isOffline: false,
    });
  }

  tellOffline(isOffline: boolean): void {
    if (this.state.isOffline !== isOffline) this.change({ isOffline });
  }

  dismissTurnedDown(): void {
    this.change({ turnedDown: [] });
  }

  private change(changes: Partial<OutboxState>): void {
    this.state = { ...this.state, ...changes };
    if ("waiting" in changes) this.write();
    for (const listener of this.listeners) listener();
  }

  private write(): void {
    try {
      if (this.state.waiting.length === 0) this.keep.removeItem(this.key);
      else this.keep.setItem(this.key, kept(this.state.waiting));
    } catch {
      // The browser's store is full: the decisions stay in memory, and the browser asks before the tab is closed.
    }
  }
}

function nameOf(waiting: Waiting): string {
  return `${waiting.runId}/${waiting.number}`;
}

/** Waiting decisions as they are kept: run, decision, item, and the rows. Short, for fifty thousand rows must fit. */
type Kept = [number, Said["decision"], number | null, number[]];

function kept(waiting: readonly Waiting[]): string {
  const groups = new Map<string, Kept>();
  for (const { runId, decision, itemId, number } of waiting) {
    const key = `${runId}/${decision}/${itemId}`;
    const group = groups.get(key);
    if (group) group[3].push(number);
    else groups.set(key, [runId, decision, itemId, [number]]);
  }
  return JSON.stringify([...groups.values()]);
}

function restored(text: string | null): Waiting[] {
  if (text === null) return [];
  try {
    const told: unknown = JSON.parse(text);
    return Array.isArray(told) ? told.filter(isKept).flatMap(waitingOf) : [];
  } catch {
    return []; // not ours: nothing to send
  }
}

function waitingOf([runId, decision, itemId, numbers]: Kept): Waiting[] {
  return numbers.map((number) => ({ runId, number, decision, itemId }));
}

function isKept(value: unknown): value is Kept {
  return Array.isArray(value) && typeof value[0] === "number" && typeof value[1] === "string" && Array.isArray(value[3]);
}
