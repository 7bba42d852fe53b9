import { beforeEach, describe, expect, it } from "vitest";

import { type Keep, Outbox, type Waiting } from "./outbox";

const accepted: Waiting = { runId: 1, number: 7, decision: "accepted", itemId: 42 };
const none: Waiting = { runId: 1, number: 7, decision: "no_such_item", itemId: null };

describe("Outbox", () => {
  beforeEach(() => sessionStorage.clear());

  it("gives back after a reload what was waiting", () => {
    new Outbox(sessionStorage, "key").put([accepted]);
    expect(new Outbox(sessionStorage, "key").snapshot().waiting).toEqual([accepted]);
  });

  it("keeps fifty thousand decisions in a part of what a browser gives a page", () => {
    const outbox = new Outbox(sessionStorage, "key");
    const all = Array.from({ length: 50_000 }, (_, place): Waiting => ({ ...none, number: place + 1 }));
    outbox.put(all);
    expect(sessionStorage.getItem("key")?.length).toBeLessThan(400_000);
    expect(new Outbox(sessionStorage, "key").snapshot().waiting).toEqual(all);
  });

  it("keeps only the last word on a row", () => {
    const outbox = new Outbox(sessionStorage, "key");
    outbox.put([accepted]);
    outbox.put([none]);
    expect(outbox.snapshot().waiting).toEqual([none]);
  });

  it("goes on waiting for a word that came while the one before was on its way", () => {
    const outbox = new Outbox(sessionStorage, "key");
    outbox.put([accepted]);
    const sent = outbox.snapshot().waiting;
    outbox.put([none]);
    outbox.settle(sent);
    expect(outbox.snapshot().waiting).toEqual([none]);
  });

  it.each(["", "{}", "[1, 2]", "no JSON", '[["a", 1, "accepted", null]]', "[[1, \"accepted\", null, 7]]"])("begins empty where %o was kept", (text) => {
    sessionStorage.setItem("key", text);
    expect(new Outbox(sessionStorage, "key").snapshot().waiting).toEqual([]);
  });

  it("goes on in memory where the browser's store is full", () => {
    const full: Keep = {
      getItem: () => null,
      removeItem: () => undefined,
      setItem: () => {
        throw new DOMException("full", "QuotaExceededError");
      },
    };
    const outbox = new Outbox(full, "key");
    outbox.put([accepted]);
    expect(outbox.snapshot().waiting).toEqual([accepted]);
  });

  it("tells its listeners of every change", () => {
    const outbox = new Outbox(sessionStorage, "key");
    let told = 0;
    const forget = outbox.subscribe(() => (told += 1));
    outbox.put([accepted]);
    forget();
    outbox.put([none]);
    expect(told).toBe(1);
  });
});
