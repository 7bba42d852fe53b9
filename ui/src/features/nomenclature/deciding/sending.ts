import { Refused } from "@/api/problems";

import type { Outbox, Waiting } from "./outbox";

/** Decides rows of one run, all or none; throws Refused or Unreachable. */
export type Post = (runId: number, said: readonly Waiting[]) => Promise<void>;

/** The server takes about a millisecond for each; a colleague's decision waits no longer than for one batch. */
const BATCH = 2_000;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/** Statuses after which the very same request may still succeed. */
const PASSING = new Set([401, 408, 429, 500, 502, 503, 504]);

/**
 * Sends what waits in an outbox, in order, one request at a time. Without an answer it tries again, later and
 * later; a batch that is refused is halved until the decision that cannot be taken stands alone.
 */
export class Sender {
  private readonly listeners = new Set<(heard: readonly Waiting[]) => void>();
  private isSending = false;
  private pauseMs = FIRST_PAUSE_MS;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly outbox: Outbox,
    private readonly post: Post,
  ) {}

  /** Told of decisions that the server has taken, before they leave the outbox. */
  readonly onHeard = (listener: (heard: readonly Waiting[]) => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Send now; nothing happens while something is on its way already. */
  async send(): Promise<void> {
    clearTimeout(this.timer);
    if (this.isSending) return;
    this.isSending = true;
    try {
      for (let batch = this.next(); batch.length > 0; batch = this.next()) await this.sendAll(batch);
      this.pauseMs = FIRST_PAUSE_MS;
    } catch {
      this.outbox.tellOffline(true);
      this.timer = setTimeout(() => void this.send(), this.pauseMs);
      this.pauseMs = Math.min(this.pauseMs * 2, LONGEST_PAUSE_MS);
    } finally {
      this.isSending = false;
    }
  }

  /** The oldest decisions of the run whose turn it is. */
  private next(): Waiting[] {
    const { waiting } = this.outbox.snapshot();
    const runId = waiting[0]?.runId;
    return waiting.filter((one) => one.runId === runId).slice(0, BATCH);
  }

  private async sendAll(batch: readonly Waiting[]): Promise<void> {
    const [first] = batch;
    if (!first) return;
    try {
      await this.post(first.runId, batch);
      for (const listener of this.listeners) listener(batch);
      this.outbox.settle(batch);
    } catch (error) {
      if (!isFinal(error)) throw error;
      if (batch.length === 1) return this.outbox.turnDown(first, error);
      const middle = Math.ceil(batch.length / 2);
      await this.sendAll(batch.slice(0, middle));
      await this.sendAll(batch.slice(middle));
    }
  }
}

function isFinal(error: unknown): boolean {
  return error instanceof Refused && !PASSING.has(error.problem.status);
}
