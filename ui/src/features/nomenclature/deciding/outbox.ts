import type { Said } from "./decided";

/** What a person said of a row and the server has not confirmed yet. */
export type Waiting = Said & { runId: number; number: number };

/** A decision that the server would not take, with its reason. */
export type TurnedDown = { waiting: Waiting; error: unknown };

export type OutboxState = {
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

/** A waiting decision as it is kept: run, row, decision, item. Short, for fifty thousand of them must fit. */
type Kept = [number, number, Said["decision"], number | null];

function kept(waiting: readonly Waiting[]): string {
  return JSON.stringify(waiting.map((one): Kept => [one.runId, one.number, one.decision, one.itemId]));
}

function restored(text: string | null): Waiting[] {
  if (text === null) return [];
  try {
    const told: unknown = JSON.parse(text);
    return Array.isArray(told) ? told.filter(isKept).map(waitingOf) : [];
  } catch {
    return []; // not ours: nothing to send
  }
}

function waitingOf([runId, number, decision, itemId]: Kept): Waiting {
  return { runId, number, decision, itemId };
}

function isKept(value: unknown): value is Kept {
  return Array.isArray(value) && value.length === 4 && typeof value[0] === "number" && typeof value[1] === "number";
}
