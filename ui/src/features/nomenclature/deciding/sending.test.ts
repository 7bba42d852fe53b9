import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { Refused, Unreachable } from "@/api/problems";

import { Outbox, type Waiting } from "./outbox";
import { type Post, Sender } from "./sending";

const KEY = "outbox";

function said(number: number, runId = 1): Waiting {
  return { runId, number, decision: "accepted", itemId: number * 10 };
}

function refused(status: number): Refused {
  return new Refused({ type: "/problems/nothing-to-accept", title: "There is no item to accept", status });
}

/** A server that remembers what it was told, and answers by `judge`. */
function serverWith(judge: (numbers: number[]) => void = () => undefined) {
  const heard: number[][] = [];
  const post: Post = async (_, batch) => {
    const numbers = batch.map((one) => one.number);
    judge(numbers);
    heard.push(numbers);
  };
  return { heard, post };
}

describe("Sender", () => {
  beforeEach(() => {
    sessionStorage.clear();
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("empties the outbox when the server answers", async () => {
    const outbox = new Outbox(sessionStorage, KEY);
    const { heard, post } = serverWith();
    outbox.put([said(1), said(2)]);
    await new Sender(outbox, post).send();
    expect(heard).toEqual([[1, 2]]);
    expect(outbox.snapshot().waiting).toEqual([]);
    expect(sessionStorage.getItem(KEY)).toBeNull();
  });

  it("keeps decisions while the server is away, and sends them when it is back", async () => {
    const outbox = new Outbox(sessionStorage, KEY);
    let isAway = true;
    const { heard, post } = serverWith(() => {
      if (isAway) throw new Unreachable();
    });
    outbox.put([said(7)]);
    await new Sender(outbox, post).send();
    expect(outbox.snapshot()).toMatchObject({ isOffline: true, waiting: [said(7)] });
    isAway = false;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(heard).toEqual([[7]]);
    expect(outbox.snapshot()).toMatchObject({ isOffline: false, waiting: [] });
  });

  it.each([401, 429, 503])("tries again after status %i, for the same request may still succeed", async (status) => {
    const outbox = new Outbox(sessionStorage, KEY);
    outbox.put([said(7)]);
    await new Sender(outbox, () => Promise.reject(refused(status))).send();
    expect(outbox.snapshot().waiting).toEqual([said(7)]);
    expect(outbox.snapshot().turnedDown).toEqual([]);
  });

  it("finds the one decision of a batch that cannot be taken, and saves the others", async () => {
    const outbox = new Outbox(sessionStorage, KEY);
    const { heard, post } = serverWith((numbers) => {
      if (numbers.includes(3)) throw refused(422);
    });
    outbox.put([1, 2, 3, 4, 5].map((number) => said(number)));
    await new Sender(outbox, post).send();
    expect(heard.flat().sort()).toEqual([1, 2, 4, 5]);
    expect(outbox.snapshot().waiting).toEqual([]);
    expect(outbox.snapshot().turnedDown.map((one) => one.waiting.number)).toEqual([3]);
  });

  it("sends each run's decisions by themselves", async () => {
    const outbox = new Outbox(sessionStorage, KEY);
    const runs: number[] = [];
    outbox.put([said(1, 5), said(1, 6)]);
    await new Sender(outbox, async (runId) => void runs.push(runId)).send();
    expect(runs).toEqual([5, 6]);
  });

  it("sends what is said while a request is under way", async () => {
    const outbox = new Outbox(sessionStorage, KEY);
    const numbers: number[] = [];
    const sender = new Sender(outbox, async (_, batch) => {
      numbers.push(...batch.map((one) => one.number));
      if (numbers.length === 1) {
        outbox.put([said(2)]);
        await sender.send();
      }
    });
    outbox.put([said(1)]);
    await sender.send();
    expect(numbers).toEqual([1, 2]);
  });

  it("tells what was heard before it leaves the outbox", async () => {
    const outbox = new Outbox(sessionStorage, KEY);
    const sender = new Sender(outbox, serverWith().post);
    const waitingThen: number[] = [];
    sender.onHeard(() => void waitingThen.push(outbox.snapshot().waiting.length));
    outbox.put([said(1)]);
    await sender.send();
    expect(waitingThen).toEqual([1]);
  });
});
